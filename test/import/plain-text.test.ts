import { expect, test } from 'vitest'
import { imported, wordsOf } from './drafts.ts'

const page = `다음을 통해 공유

Printer Troubleshooting

Applies To: Copymat 3, Copymat 4

What problem are you having?

  • Nothing is being printed.

  • The paper is torn.

  • The panel shows a lamp.

  • The printer says "Bad tray" on its panel.

Nothing is being printed.

Cause:  The queue is paused. Somebody has done that.

This happens after holidays.

Solution:  Open the queue and let it run.

Cause:  The cable is loose.

Solution:  Plug the cable in.

See also:  Queues; Cables

The paper is torn.

Cause:  The paper is damp.

Solution:  Take fresh paper. If HKLM\\SOFTWARE\\Copymat\\Dry is set, delete it and restart the computer.

Caution

  • Editing the registry can do harm.

See also:  Paper

Cause:  A lamp has died.

Solution:  Change the lamp.

The printer says "Bad tray" on its panel.

Cause:  The tray is not closed.

Solution:  Close the tray.

Copymat`

test('each heading that the list of contents names becomes an article with its causes and steps', () => {
  const draft = imported('printer.txt', page)
  expect([...draft.loaded.keys()]).toEqual([
    'nothing-is-being-printed',
    'the-paper-is-torn',
    'the-panel-shows-a-lamp',
    'the-printer-says-bad-tray-on-its-panel',
  ])
  expect(wordsOf(draft, 'nothing-is-being-printed')).toMatchObject({
    title: 'Nothing is being printed',
    causes: ['The queue is paused', 'The cable is loose'],
    steps: ['Open the queue and let it run.', 'Plug the cable in.'],
  })
})

test('a solution is linked to the cause above it, and both stay open', () => {
  const draft = imported('printer.txt', page)
  const fixes = draft.loaded.get('nothing-is-being-printed')?.steps.map(step => Object.keys(step.fixes))
  expect(fixes).toEqual([['the-queue-is-paused'], ['the-cable-is-loose']])
  expect(draft.review).toMatch(/nothing-is-being-printed\/article\.yaml:\d+ how often does it help/)
})

test('a heading that the contents promise and the body lost is noticed, and its cause found behind "See also"', () => {
  const draft = imported('printer.txt', page)
  expect(draft.review).toContain('promises "The panel shows a lamp.", but the text has no such heading')
  expect(wordsOf(draft, 'the-panel-shows-a-lamp').causes).toEqual(['A lamp has died'])
  expect(draft.review).toContain('the source lost this heading')
})

test('a promised heading without a trace is noticed, too', () => {
  const lost = page.replace('Cause:  A lamp has died.\n\nSolution:  Change the lamp.\n', '')
  const draft = imported('printer.txt', lost)
  expect(draft.review).toContain('its text seems to be missing')
  expect(draft.loaded.has('the-panel-shows-a-lamp')).toBe(false)
})

test('a caution goes to the step before it, as a warning, and the step is asked for its risk', () => {
  const draft = imported('printer.txt', page)
  expect(wordsOf(draft, 'the-paper-is-torn').warnings).toEqual(['Editing the registry can do harm.'])
  expect(draft.loaded.get('the-paper-is-torn')?.steps[0]).toMatchObject({ by: 'helpdesk', restart: true })
  expect(draft.review).toMatch(/the-paper-is-torn\/article\.yaml:\d+ how risky is it/)
})

test('page furniture is stripped and named, what found no place is listed', () => {
  const { review, articles } = imported('printer.txt', page)
  expect(review).toContain('- line 1: 다음을 통해 공유')
  expect(review).toContain(': Copymat\n')
  expect(review).toContain('list of contents with 4 entries')
  expect(review).toContain('This happens after holidays.')
  expect(review).toContain('Queues; Cables')
  expect(review).toContain('the source applies to Copymat 3, Copymat 4')
  expect(articles.map(({ texts }) => texts.get('en')).join('\n')).not.toMatch(/공유|holidays|Cables/)
})

const guides = [
  {
    language: 'de',
    heading: 'Drucker bleibt stumm',
    text: `Hilfe

Viele kennen das. Der Drucker schweigt.

Mögliche Ursachen sind:

  • Papierstau im Fach.
  • Kabel ohne Kontakt.

Um das zu beheben, prüfen Sie zuerst das Fach. Wenn Sie das getan haben, wird er meist wieder drucken. Teilen Sie uns in den Kommentaren mit, ob es half!`,
    steps: ['Um das zu beheben, prüfen Sie zuerst das Fach.'],
  },
  {
    language: 'fr',
    heading: 'Imprimante muette',
    text: `Aide

Tout le monde connaît cela. L’imprimante se tait.

Les causes possibles comprennent :

  • Papier coincé dans le bac.
  • Câble sans contact.

Pour résoudre cela, vérifiez d’abord le bac. Si vous avez fini, elle imprime. Dites-le dans les commentaires !`,
    steps: ['Pour résoudre cela, vérifiez d’abord le bac.'],
  },
  {
    language: 'it',
    heading: 'Stampante muta',
    text: `Aiuto

Lo conoscono tutti. La stampante tace.

Le possibili cause includono:

  • Carta inceppata nel cassetto.
  • Cavo senza contatto.

Per risolvere, controlla prima il cassetto. Se hai finito, stampa di nuovo. Facci sapere nei commenti!`,
    steps: ['Per risolvere, controlla prima il cassetto.'],
  },
]

test.each(guides)('prose in $language: a list of causes, and sentences that tell to do something', guide => {
  const { language, heading, text, steps } = guide
  const draft = imported('guide.txt', `${heading}\n\n${text}\n\nWindoprint`, language)
  const [id = ''] = draft.loaded.keys()
  const words = wordsOf(draft, id)
  expect(words.causes).toHaveLength(2)
  expect(words.steps).toEqual(steps)
  expect(words.intro?.split('. ')).toHaveLength(2)
  expect(draft.review).toMatch(
    /Stripped as page furniture\n\n- line 3: (?:Hilfe|Aide|Aiuto)\n- line \d+: Windoprint/,
  )
})

test.each([
  ['de', 'Ursache: Das Kabel ist lose.', 'Lösung: Das Kabel einstecken.'],
  ['fr', 'Cause : Le câble est débranché.', 'Solution : Rebranchez le câble.'],
  ['it', 'Causa: Il cavo è staccato.', 'Soluzione: Collegare il cavo.'],
  ['es', 'Causa: El cable está suelto.', 'Solución: Enchufe el cable.'],
])('cause and solution in %s, line under line', (language, cause, solution) => {
  const draft = imported('short.txt', `Copymat 9\n${cause}\n${solution}\n`, language)
  const { causes, steps } = wordsOf(draft, 'copymat-9')
  expect(causes).toEqual([cause.replace(/^\w+ ?: /, '').replace(/\.$/, '')])
  expect(steps).toEqual([solution.replace(/^[\p{L}]+ ?: /u, '')])
})

test('German notes in a list are steps, statements are not', () => {
  const notes =
    'Drucker stumm\n\n- Kabel prüfen\n- Papier nachlegen\n\nDrucker laut\n\n- Deckel ist offen\n- Fach wackelt'
  const draft = imported('notes.txt', notes, 'de')
  expect(wordsOf(draft, 'drucker-stumm').steps).toEqual(['Kabel prüfen', 'Papier nachlegen'])
  expect(draft.loaded.has('drucker-laut')).toBe(false)
})

test('a document without a topic is refused with what it needs', () => {
  expect(() => imported('a.txt', 'Only a few words about nothing in particular.')).toThrow(
    'no topic was found',
  )
})

test('without any other heading, a sentence before a cause is one', () => {
  const text = 'The paper is torn.\n\nCause: It is damp.\n\nSolution: Take fresh paper.\n'
  const draft = imported('a.txt', `${text}\n${text.replace('torn', 'grey')}`)
  expect([...draft.loaded.keys()]).toEqual(['the-paper-is-torn', 'the-paper-is-grey'])
})
