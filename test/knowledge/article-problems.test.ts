import { describe, expect, test } from 'vitest'
import { english, german, problemsOf, shipped, shippedWith, structure } from './folder.ts'

const at = 'ipsec/server-does-not-answer'
const broken = (from: string, to: string) =>
  problemsOf(shippedWith('article.yaml', change(structure, from, to)))
const brokenText = (from: string, to: string) => problemsOf(shippedWith('de.md', change(german, from, to)))
const brokenSource = (from: string, to: string) => problemsOf(shippedWith('en.md', change(english, from, to)))

/** Replaces, and insists that there was something to replace. */
function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the text`)
  return text.replace(from, to)
}

test('the article has no problems to begin with', () => {
  expect(problemsOf(shipped())).toEqual([])
})

test('a translation without a step is named with its file, line and cure', () => {
  const short = german.slice(0, german.indexOf('# restart-gateway'))
  expect(problemsOf(shippedWith('de.md', short))).toEqual([
    `${at}/de.md:15 step "restart-gateway" has no text; the English file names it.`,
  ])
})

test('every problem of every file is told at once', () => {
  const folder = shipped({
    'ipsec/glossary.yaml': 'connected: Connected\nVPN: VPN\n',
    [`${at}/article.yaml`]: structure.replace('by: helpdesk', 'by: nobody').replace('0.6', '0.5'),
    [`${at}/de.md`]: german.replace('## fails\nDort auch nicht\n', ''),
  })
  expect(problemsOf(folder)).toEqual([
    'ipsec/glossary.yaml:2 "VPN": a name has small letters, digits and hyphens only.',
    `${at}/article.yaml:4 the priors of the causes sum to 0.9; they must sum to 1.`,
    `${at}/article.yaml:11 step "restart-gateway": by must be one of "employee", "local-admin", "helpdesk".`,
    `${at}/de.md:8 {ui:vpn-settings} is not in glossary.yaml.`,
    `${at}/de.md:7 step "other-network" has no text for "## fails"; the English file names it.`,
    `${at}/en.md:8 {ui:vpn-settings} is not in glossary.yaml.`,
  ])
})

describe('article.yaml', () => {
  test.each([
    ['source: en ', 'source: fr ', '1 source is "fr", but there is no fr.md.'],
    ['source: en ', '# ', '1 source is missing; write the language the others translate, "source: en".'],
    ['minutes: 3', '', '6 step "other-network" has no "minutes".'],
    ['minutes: 3', 'minutes: soon', '8 step "other-network": minutes must be a number from 0.5 to 480.'],
    [
      'minutes: 3',
      'minuts: 3',
      '8 step "other-network" has no "minuts"; it knows "by", "minutes", "restart", ',
    ],
    ['by: helpdesk', '', '10 step "restart-gateway" has no "by".'],
    [
      'risk: medium',
      'risk: some',
      '13 step "restart-gateway": risk must be one of "none", "low", "medium", "high".',
    ],
    ['risk: medium', 'restart: maybe', '13 step "restart-gateway": restart must be true or false.'],
    [
      'minutes: 3',
      'minutes: 3\n    risk: high',
      '6 step "other-network" has high risk: never a step for an employee; ',
    ],
    [
      'minutes: 3',
      'minutes: 3\n    not-when: { weather: [rain] }',
      '9 step "other-network": not-when has no "weather"; it knows ',
    ],
    [
      'server-down: 0.8',
      'server-up: 0.8',
      '14 step "restart-gateway": fixes names "server-up"; the causes are ',
    ],
    [
      'server-down: 0.8',
      'server-down: 8',
      '14 step "restart-gateway": fixes, "server-down" must be a number from 0 to 1.',
    ],
    [
      'rules-out: server-down',
      'rules-out: no-cause',
      '9 step "other-network", answer "works": rules-out names "no-cause"; ',
    ],
    [
      'rules-out: server-down',
      'rules-out: path-blocked',
      '6 step "other-network": every answer rules out "path-blocked"; ',
    ],
    [
      'rules-out: server-down',
      'rule-out: server-down',
      '9 step "other-network", answer "works" has no "rule-out"; ',
    ],
    ['  restart-gateway:', '  Restart Gateway:', '10 step "Restart Gateway": a name has small letters, '],
    [
      '  restart-gateway:',
      '  causes:',
      '10 step "causes": this name is kept for the section that names the causes.',
    ],
    ['[ras:809]', '[ras:8099]', '3 signatures: "ras:8099" is not in codes.json.'],
    [
      '[ras:809]',
      '[ras:809',
      '4 Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    [
      '[ras:809]',
      '&code [ras:809]\nhints: *code',
      '4 anchors and aliases are not used here; write the value again.',
    ],
    ['signatures:', 'steps: {}\nsignatures:', '6 Map keys must be unique.'],
    [structure.slice(structure.indexOf('steps:')), 'steps: {}\n', '5 an article needs at least one step.'],
  ])('%s → %s', (from, to, expected) => {
    expect(broken(from, to).join('\n')).toContain(`${at}/article.yaml:${expected}`)
  })

  test.each(['fixed', 'no-change', 'different', 'could-not', 'skipped', 'name', 'undo'])(
    'an answer cannot be called "%s", which is an outcome or a heading of every step',
    name => {
      const problems = broken('works: {', `${name}: {`)
      expect(problems[0]).toContain(
        `article.yaml:9 step "other-network", answer "${name}": this name is kept`,
      )
    },
  )

  test('three causes of 0.33 are near enough to one', () => {
    expect(
      broken(
        '{ path-blocked: 0.6, server-down: 0.4 }',
        '{ path-blocked: 0.33, server-down: 0.33, third: 0.33 }',
      ),
    ).toEqual([])
  })
})

describe('a text', () => {
  test.each([
    [
      'title: Der VPN-Server antwortet nicht',
      'x: 1',
      '2 the front matter has no "x"; it knows "title", "phrases", "typed", "of".',
    ],
    [
      'title: Der VPN-Server antwortet nicht',
      'title: Der VPN-Server antwortet nicht\ntyped: { when: { now: [jetzt] } }',
      '3 typed has no "when"; it knows "other-network".',
    ],
    [
      'title: Der VPN-Server antwortet nicht',
      'title: Der VPN-Server antwortet nicht\ntyped: { other-network: { now: [jetzt] } }',
      '3 typed, "other-network" has no "now"; it knows ',
    ],
    ['title: Der VPN-Server antwortet nicht', '', '1 title is missing in the front matter.'],
    ['title: Der VPN-Server antwortet nicht', 'title: ""', '2 title must be a text that is not empty.'],
    [
      'phrases: [vpn läuft zuhause in die zeit]',
      '',
      '1 phrases are missing; write how employees would say it.',
    ],
    ['---\ntitle', 'title', '1 the file must begin with "---", title and phrases, and another "---".'],
    ['Ihr Rechner ruft, niemand nimmt ab.', '', '5 the introduction is empty; say what happens and why.'],
    [
      '# other-network',
      '# another-network',
      '7 "# another-network" is no step of article.yaml; the steps are ',
    ],
    ['# restart-gateway', '# other-network', '16 heading "other-network" stands at line 7 already.'],
    ['## fails', '## works', '13 heading "works" stands at line 11 already.'],
    ['## fails', '### fails', '13 only "#" and "##" headings have a meaning here; use bold text instead.'],
    [
      '## fails',
      '## failed',
      '13 step "other-network" has no "## failed"; it knows "works", "fails", "done-when".',
    ],
    ['## fails', '## name\nTest\n## fails', '13 step "other-network" has no "## name"; it knows '],
    ['Dort geht es', '', '11 step "other-network" has no text for "## works"; the English file names it.'],
    [
      '## done-when\nEs steht dort {ui:connected}.\n',
      '',
      '7 step "other-network" has no text for "## done-when"; the English',
    ],
    [
      'Auf das Ersatzgerät umschalten.',
      '',
      '18 step "restart-gateway" has no text for "## undo"; its risk is medium.',
    ],
    [
      'Starten Sie IKE neu ({org:gateway}).',
      '',
      '16 step "restart-gateway" has no text; the English file names it.',
    ],
    ['{org:gateway}', '{org:gatway}', '17 {org:gatway} is not in organisation.yaml.'],
    ['{ui:connected}', '{ui:conected}', '10 {ui:conected} is not in glossary.yaml.'],
    [
      '{ui:connected}',
      '{ui: connected}',
      '10 {ui: connected} is no placeholder; write {ui:name} or {org:name}.',
    ],
    [
      '{ui:connected}',
      '{ui:connected',
      '10 {ui:connected. is no placeholder; write {ui:name} or {org:name}.',
    ],
    ['Ihr Rechner ruft', '## undo\nIhr Rechner ruft', '5 "## undo" stands before any "#".'],
    ['Starten Sie', '```\nStarten Sie', '17 the code that begins here is never closed; add "```".'],
  ])('%s → %s', (from, to, expected) => {
    expect(brokenText(from, to).join('\n')).toContain(`${at}/de.md:${expected}`)
  })

  test('the source language answers to article.yaml', () => {
    expect(brokenSource('## fails\nSame there\n', '').join('\n')).toContain(
      `${at}/en.md:7 step "other-network" has no text for "## fails"; article.yaml names it.`,
    )
    expect(brokenSource('phrases:', 'of: 0123456789ab\nphrases:')).toContain(
      `${at}/en.md:3 "of" is for translations; this is the source language.`,
    )
  })

  test('a cause that article.yaml does not know has no name', () => {
    expect(problemsOf(shippedWith('en.md', `${english}\n# causes\n## gremlins\nof all kinds\n`))).toContain(
      `${at}/en.md:22 "# causes" has no "## gremlins"; it knows "path-blocked", "server-down".`,
    )
  })

  test('a cause named in the source is named in every language', () => {
    const source = `${english}\n# causes\n## server-down\nthe server is down\n`
    expect(problemsOf(shippedWith('en.md', source))).toEqual([
      `${at}/de.md:19 cause "server-down" has no name; the English file names it.`,
    ])
  })
})
