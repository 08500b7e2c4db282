/** For each rule a pack that is broken in one place: where, and what is said of it. */
import { english, structure } from '../folder.ts'
import { at, type Changes, change, texts, words } from './pack.ts'

export interface Example {
  readonly rule: string
  readonly changes: Changes
  /** `file:line`, below the folder. */
  readonly place: string
  readonly says: string
}

const hotspot = "Use your phone's hotspot. In {ui:vpn-settings}, connect {org:vpn-name}."
const handy = 'Nehmen Sie den Hotspot Ihres Handys. Verbinden Sie {org:vpn-name} in {ui:vpn-settings}.'
/** A second article with phrases of its own; it decides for no code. */
const other = (yaml: string, text: string) => ({
  'ipsec/other-article/article.yaml': yaml,
  'ipsec/other-article/en.md': text,
})
const ownPhrases = texts.en.replaceAll(/^ {2}- "?(.*?)"?$/gm, '  - $1 of the printer')
const noCode = structure.replace('[ras:809]', '[]')
const repair = `  unplug:
    by: employee
    minutes: 2
    fixes: { path-blocked: 0.3 }
`
const withStep = (id: string, en: string, de: string, yaml: string): Changes => ({
  structure: [['  restart-gateway:', `${yaml}  restart-gateway:`]],
  en: [['# restart-gateway', `# ${id}\n${en}\n\n# restart-gateway`]],
  de: [['# restart-gateway', `# ${id}\n${de}\n\n# restart-gateway`]],
})

export const examples: readonly Example[] = [
  {
    rule: 'misplaced-heading',
    changes: {
      de: [
        [
          '## works\nDort geht es\n## fails\nDort auch nicht',
          '## fails\nDort auch nicht\n## works\nDort geht es',
        ],
      ],
    },
    place: `${at}/de.md:20`,
    says: '"other-network/fails" stands where the en file has "other-network/works"',
  },
  {
    rule: 'unreachable-step',
    changes: withStep(
      'unplug',
      'Unplug the router.\n## done-when\nThe light is green.',
      'Ziehen Sie den Stecker.\n## done-when\nDas Licht ist grün.',
      repair.replace('path-blocked: 0.3', 'path-blocked: 0'),
    ),
    place: `${at}/article.yaml:10`,
    says: 'no way through the article comes to the step "unplug"',
  },
  {
    rule: 'no-hand-over',
    changes: {
      structure: [[/ {2}restart-gateway:[\s\S]*/, '']],
      en: [[/# restart-gateway[\s\S]*standby\.\n/, '']],
      de: [[/# restart-gateway[\s\S]*umschalten\.\n/, '']],
    },
    place: `${at}/article.yaml:5`,
    says: 'nothing is left for the helpdesk',
  },
  {
    rule: 'loop',
    changes: {
      en: [[hotspot, `${hotspot}\nThen go back to step 1.`]],
      de: [[handy, `${handy}\nDann von vorne mit 1.`]],
    },
    place: `${at}/en.md:17`,
    says: '"back to step" sends the reader to another step',
  },
  {
    rule: 'no-done-when',
    changes: withStep('unplug', 'Unplug the router.', 'Ziehen Sie den Stecker.', repair),
    place: `${at}/en.md:24`,
    says: 'the step "unplug" does not say how to tell that it worked',
  },
  {
    rule: 'needs-rights',
    changes: { en: [[hotspot, `${hotspot} Run it as administrator.`]] },
    place: `${at}/en.md:16`,
    says: 'the employee\'s step "other-network" asks for what needs an administrator\'s rights: as administrator',
  },
  {
    rule: 'dangerous',
    changes: { en: [[hotspot, `${hotspot} Turn the firewall off.`]] },
    place: `${at}/en.md:16`,
    says: 'the employee\'s step "other-network" asks for what does harm: switching off a protection',
  },
  {
    rule: 'never-advised',
    changes: {
      en: [['Restart IKE', 'Set `AllowPPTPWeakCrypto` and restart IKE']],
      de: [['Starten Sie IKE', 'Setzen Sie `AllowPPTPWeakCrypto`, starten Sie IKE']],
    },
    place: `${at}/en.md:25`,
    says: 'is never advised',
  },
  {
    rule: 'danger-without-warning',
    changes: {
      en: [['Restart IKE', 'Set `AssumeUDPEncapsulationContextOnSendRule` and restart IKE']],
      de: [['Starten Sie IKE', 'Setzen Sie `AssumeUDPEncapsulationContextOnSendRule`, starten Sie IKE']],
    },
    place: `${at}/en.md:25`,
    says: 'the step "restart-gateway" uses "AssumeUDPEncapsulationContextOnSendRule"',
  },
  {
    rule: 'button-too-long',
    changes: { de: [['Dort geht es', 'Dort geht es ohne jede Mühe']] },
    place: `${at}/de.md:21`,
    says: 'the answer has 27 characters, and a phone shows 26',
  },
  {
    rule: 'same-buttons',
    changes: { de: [['Dort geht es', 'Dort auch nicht']] },
    place: `${at}/de.md:23`,
    says: 'two answers of the step "other-network" are both "Dort auch nicht"',
  },
  {
    rule: 'card-too-large',
    changes: { de: [[handy, `${handy}\n\n${'Gehen Sie dann ans Fenster. '.repeat(1_100)}`]] },
    place: `${at}/de.md:17`,
    says: 'bytes with the introduction, Teams takes 28672',
  },
  {
    rule: 'markdown',
    changes: { de: [[handy, `${handy}\n\n| a | b |\n|---|---|\n| c | d |`]] },
    place: `${at}/de.md:19`,
    says: 'a card cannot show a table',
  },
  {
    rule: 'broken-link',
    changes: {
      en: [[hotspot, `${hotspot} [More](http://vpn.company.net/a)`]],
      de: [[handy, `${handy} [Mehr](http://vpn.company.net/a)`]],
    },
    place: `${at}/en.md:16`,
    says: 'the link "http://vpn.company.net/a" is no https address',
  },
  {
    rule: 'few-phrases',
    changes: { de: [['  - beim verbinden passiert nichts\n', '']] },
    place: `${at}/de.md:3`,
    says: '7 phrases teach the bot too little',
  },
  {
    rule: 'claimed-phrase',
    changes: {
      files: other(
        noCode,
        ownPhrases.replace('nothing happens when I connect of the printer', 'VPN times out, at home!'),
      ),
    },
    place: `${at}/en.md:4`,
    says: 'the phrase "vpn times out at home" stands in ipsec/other-article/en.md:11 already',
  },
  {
    rule: 'claimed-signature',
    changes: { structure: [['[ras:809]', '[ras:809, ras:809]']] },
    place: `${at}/article.yaml:3`,
    says: '"ras:809" is listed twice',
  },
  {
    rule: 'claimed-signature',
    changes: { files: other(structure, ownPhrases) },
    place: `${at}/article.yaml:3`,
    says: '"ras:809" already decides for the article other-article',
  },
  {
    rule: 'changed-code',
    changes: {
      en: [['Restart IKE', 'Restart IKE within 30 seconds (`Restart-Service IKEEXT`)']],
      de: [['Starten Sie IKE', 'Binnen 60 Sekunden (`Restart-Service IKEXT`): Starten Sie IKE']],
    },
    place: `${at}/de.md:26`,
    says: '`Restart-Service IKEEXT` is missing, 30 is missing, `Restart-Service IKEXT` is not in the source, 60 is',
  },
  {
    rule: 'other-language',
    changes: { de: [['Ihr Rechner ruft, niemand nimmt ab.', 'Your computer calls, nobody picks up.']] },
    place: `${at}/de.md:14`,
    says: 'the text is word for word that of en.md',
  },
  {
    rule: 'unnamed-cause',
    changes: {
      en: [['## server-down\nthe server itself\n', '']],
      de: [['## server-down\nder Server selbst\n', '']],
    },
    place: `${at}/en.md:29`,
    says: 'the cause "server-down" has no name',
  },
  {
    rule: 'name-is-sentence',
    changes: { de: [['der Server selbst', 'Der Server ist schuld.']] },
    place: `${at}/de.md:34`,
    says: '"Der Server ist schuld." is a sentence',
  },
  {
    rule: 'term-without-language',
    changes: {
      files: {
        'ipsec/glossary.yaml':
          'vpn-settings: { en: Settings > VPN }\nconnected: { en: Connected, de: Verbunden }\n',
      },
    },
    place: 'ipsec/glossary.yaml:1',
    says: '{ui:vpn-settings} is used in de but has no text there',
  },
  {
    rule: 'locale-keys',
    changes: {
      locales: {
        'en/bot.json': '{\n  "start": { "intro": "{{intro}}" },\n  "bye": "Bye"\n}',
        'en/words.json': words,
        'de/bot.json': '{\n  "start": { "intro": "{{intro}}" }\n}',
        'de/words.json': words,
      },
    },
    place: 'de/bot.json:1',
    says: 'the sentence "bye" is missing',
  },
  {
    rule: 'locale-words',
    changes: {
      locales: {
        'en/bot.json': '{ "bye": "Bye" }',
        'en/words.json': change(words, [/"fillers": \[[^\]]*\]/, '"fillers": "er"']),
      },
    },
    place: 'en/words.json:2',
    says: 'fillers is not a list of phrases',
  },
  {
    rule: 'locale-words',
    changes: { locales: { 'en/bot.json': '{ "bye": "Bye" }' } },
    place: 'en/bot.json:1',
    says: 'there is no words.json beside it',
  },
  {
    rule: 'open-place',
    changes: { structure: [['steps:', '# open: who restarts it at night?\nsteps:']] },
    place: `${at}/article.yaml:5`,
    says: 'the author left a question open: who restarts it at night',
  },
]

/** What the loader tells, by the names that the linter gives it. */
export const loaderExamples: readonly Example[] = [
  {
    rule: 'unknown-placeholder',
    changes: { de: [['{org:gateway}', '{org:gatway}']] },
    place: `${at}/de.md:26`,
    says: '{org:gatway} is not in organisation.yaml',
  },
  {
    rule: 'unknown-signature',
    changes: { structure: [['[ras:809]', '[ras:8099]']] },
    place: `${at}/article.yaml:3`,
    says: '"ras:8099" is not in codes.json',
  },
  {
    rule: 'priors',
    changes: { structure: [['path-blocked: 0.6', 'path-blocked: 0.5']] },
    place: `${at}/article.yaml:4`,
    says: 'the priors of the causes sum to 0.9',
  },
  {
    rule: 'doubled-id',
    changes: {
      files: {
        'house/server-does-not-answer/article.yaml': structure,
        'house/server-does-not-answer/en.md': english,
      },
    },
    place: `${at}/article.yaml:1`,
    says: 'the id is taken by house/server-does-not-answer',
  },
  {
    rule: 'risk-without-undo',
    changes: { de: [['## undo\nAuf das Ersatzgerät umschalten.\n', '']] },
    place: `${at}/de.md:25`,
    says: 'has no text for "## undo"; its risk is medium',
  },
  {
    rule: 'high-risk',
    changes: { structure: [['minutes: 3', 'minutes: 3\n    risk: high']] },
    place: `${at}/article.yaml:6`,
    says: 'has high risk: never a step for an employee',
  },
  {
    rule: 'missing-text',
    changes: { de: [['Dort geht es\n', '']] },
    place: `${at}/de.md:20`,
    says: 'has no text for "## works"',
  },
  {
    rule: 'extra-heading',
    changes: { de: [['## fails', '## name\nTest\n## fails']] },
    place: `${at}/de.md:22`,
    says: 'has no "## name"',
  },
  {
    rule: 'who-and-minutes',
    changes: { structure: [['    minutes: 3\n', '']] },
    place: `${at}/article.yaml:6`,
    says: 'step "other-network" has no "minutes"',
  },
  {
    rule: 'unknown-id',
    changes: { structure: [['rules-out: server-down', 'rules-out: gremlins']] },
    place: `${at}/article.yaml:9`,
    says: 'rules-out names "gremlins"',
  },
  {
    rule: 'bad-id',
    changes: { structure: [['works: {', 'fixed: {']] },
    place: `${at}/article.yaml:9`,
    says: 'answer "fixed": this name is kept',
  },
  {
    rule: 'stale-translation',
    changes: { en: [['nobody picks up', 'no one picks up']], stamp: false },
    place: `${at}/de.md:1`,
    says: 'translates an older en.md',
  },
]
