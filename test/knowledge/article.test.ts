import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/folders.ts'
import {
  english,
  folderOf,
  german,
  libraryOf,
  problemsOf,
  shipped,
  shippedWith,
  structure,
} from './folder.ts'

const article = (folder = shipped()) => {
  const found = libraryOf(folder).articles.get('server-does-not-answer')
  if (found === undefined) throw new Error('the article was not loaded')
  return found
}

test('the article of the design loads as it is printed there', () => {
  const { pack, source, appliesTo, signatures, causes, steps, adminOnly } = article()
  expect({ pack, source, appliesTo, signatures, causes, adminOnly }).toEqual({
    pack: 'ipsec',
    source: 'en',
    appliesTo: ['windows-10', 'windows-11'],
    signatures: ['ras:809'],
    causes: { 'path-blocked': 0.6, 'server-down': 0.4 },
    adminOnly: false,
  })
  expect(steps.map(({ id, by, minutes, risk }) => ({ id, by, minutes, risk }))).toEqual([
    { id: 'other-network', by: 'employee', minutes: 3, risk: 'none' },
    { id: 'restart-gateway', by: 'helpdesk', minutes: 10, risk: 'medium' },
  ])
  expect(steps[0]?.answers).toEqual([
    { id: 'works', rulesOut: ['server-down'], handOver: false, like: 'works' },
    { id: 'fails', rulesOut: ['path-blocked'], handOver: false, like: 'fails' },
  ])
  expect(steps[1]?.fixes).toEqual({ 'server-down': 0.8 })
})

test('the example of the guide for authors loads as it is printed there', () => {
  const guide = readFileSync('docs/knowledge.md', 'utf8')
  const printed = (after: string) => new RegExp(`${after}\`\n\`{3}\\w+\n([^]*?)\`{3}`).exec(guide)?.[1] ?? ''
  const own = folderOf({
    'house/shared-drive-is-missing/article.yaml': printed('article.yaml'),
    'house/shared-drive-is-missing/en.md': printed('en.md'),
  })
  const { articles } = libraryOf(shippedKnowledge, own)
  expect(articles.get('shared-drive-is-missing')?.steps).toHaveLength(5)
})

test('its words are read in each language, with what may be left out filled in', () => {
  const { en, de } = article().texts
  expect(de?.title).toBe('Der VPN-Server antwortet nicht')
  expect(en?.phrases).toEqual(['vpn times out at home', '809 again'])
  expect(en?.intro).toBe('Your computer calls, nobody picks up.')
  expect(en?.steps['other-network']).toMatchObject({
    name: "Use your phone's hotspot",
    doneWhen: 'It shows {ui:connected}.',
    answers: { works: 'Works there', fails: 'Same there' },
  })
  expect(en?.steps['restart-gateway']?.undo).toBe('Fail over to the standby.')
  expect(en?.causes).toEqual({ 'path-blocked': 'path blocked', 'server-down': 'server down' })
})

test('names of steps and causes are used where an author wrote them', () => {
  const named = english.replace('## works', '## name\ntest over a hotspot\n## works').concat(`
# causes
## path-blocked
the network blocks UDP 500
`)
  const folder = shipped({
    'ipsec/server-does-not-answer/en.md': named,
    'ipsec/server-does-not-answer/de.md': german
      .replace('## works', '## name\nTest im Handynetz\n## works')
      .concat('\n# causes\n## path-blocked\ndas Netz sperrt UDP 500\n'),
  })
  const { en, de } = article(folder).texts
  expect(en?.steps['other-network']?.name).toBe('test over a hotspot')
  expect(de?.causes['path-blocked']).toBe('das Netz sperrt UDP 500')
  expect(de?.causes['server-down']).toBe('server down')
})

test('a line in a code fence that begins with # is no heading', () => {
  const fenced = english.replace(
    'Restart IKE on {org:gateway}.',
    'Run this:\n```sh\n# restart IKE\n## undo nothing\nsystemctl restart ike\n```\nThen wait.',
  )
  const step = article(shippedWith('en.md', fenced)).texts.en?.steps['restart-gateway']
  expect(step?.body).toContain('# restart IKE\n## undo nothing')
  expect(step?.body).toContain('Then wait.')
  expect(step?.undo).toBe('Fail over to the standby.')
})

test('files from Windows editors read the same', () => {
  const windows = `\uFEFF${english.replaceAll('\n', '\r\n')}`
  const folder = shippedWith('en.md', windows)
  expect(article(folder).texts.en).toEqual(article().texts.en)
})

test('an answer may hand over, a step may ask for a note, a restart or nothing at all', () => {
  const changed = structure
    .replace('works: { rules-out: server-down }', 'works: { rules-out: [server-down], hand-over: true }')
    .replace('minutes: 10', 'minutes: 10\n    restart: true\n    note: true')
  const { steps } = article(shippedWith('article.yaml', changed))
  expect(steps[0]?.answers[0]?.handOver).toBe(true)
  expect(steps[1]).toMatchObject({ restart: true, note: true })
  expect(steps[0]).toMatchObject({ restart: false, note: false })
})

test('names that programs know are names like any other', () => {
  const renamed = (text: string) => text.replaceAll('other-network', 'constructor')
  const folder = shipped({
    'ipsec/server-does-not-answer/article.yaml': renamed(structure),
    'ipsec/server-does-not-answer/en.md': renamed(english),
    'ipsec/server-does-not-answer/de.md': renamed(german),
  })
  const { texts, causes } = article(folder)
  expect(texts.en?.steps.constructor).toMatchObject({ answers: { works: 'Works there' } })
  expect(texts.constructor).toBeUndefined()
  expect(texts.en?.steps.toString).toBeUndefined()
  expect(causes.toString).toBeUndefined()
})

test('__proto__ pollutes nothing, wherever it stands', () => {
  const folder = shipped({
    'ipsec/glossary.yaml': '__proto__: { polluted: yes }\nvpn-settings: VPN\nconnected: Connected\n',
    'ipsec/server-does-not-answer/article.yaml': structure
      .replace('server-down: 0.4', 'server-down: 0.3, __proto__: 0.1')
      .replace('  restart-gateway:', '  __proto__:\n    by: helpdesk\n    minutes: 1\n  restart-gateway:'),
    'ipsec/server-does-not-answer/en.md': english.replace('title:', '__proto__: { polluted: 1 }\ntitle:'),
  })
  expect(problemsOf(folder).some(problem => problem.includes('__proto__'))).toBe(true)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})
