/** Words that are easily taken for more than they say: nothing false may stand in the case. */
import { describe, expect, test } from 'vitest'
import { chat } from '../support/chat.ts'

async function told(language: string, ...lines: readonly string[]) {
  const anna = await chat(language)
  for (const line of lines) await anna.says(line)
  const { steps, stage, owner, outcome, signatures, words, handOver } = await anna.case()
  const of = (step: string) => steps.find(record => record.step === step)
  return { anna, of, steps, stage, owner, outcome, signatures, words, handOver }
}

describe('"does not work", asked whether it works for the others', () => {
  test.each([
    ['en', 'error 809', 'same error there', "doesn't work"],
    ['de', 'fehler 809', 'dort auch nicht', 'geht nicht'],
    ['fr', 'erreur 809', 'même erreur', 'ça marche pas'],
    ['it', 'errore 809', 'stesso errore', 'non funziona'],
    ['fr', 'erreur 809', 'même erreur', 'ça ne marche pas'],
    ['en', 'error 809', 'same error there', "it doesn't work for me"],
  ])('%s: is asked back, and calls no outage', async (language, ...lines) => {
    const { of, stage, owner } = await told(language, ...lines)
    expect([owner, stage, of('colleagues')]).toEqual(['bot', { kind: 'step', step: 'colleagues' }, undefined])
  })

  test('nor does "no" to the question asked back', async () => {
    const { owner } = await told('en', 'error 809', 'same error there', "doesn't work", 'no')
    expect(owner).toBe('bot')
  })

  test('"no" to the question itself does', async () => {
    const { handOver } = await told('en', 'error 809', 'same error there', 'no')
    expect(handOver?.reason).toBe('outage')
  })

  test('who cannot be asked what is meant gets a person', async () => {
    const { handOver } = await told(
      'de',
      'fehler 809',
      'dort auch nicht',
      'geht nicht',
      'geht nicht',
      'geht nicht',
    )
    expect(handOver?.reason).toBe('not-understood')
  })
})

test.each([
  ['de', 'fehler 809', 'per hotspot klappt es leider auch nicht'],
  ['de', 'fehler 809', 'über den Hotspot funktioniert es auch nicht'],
])('%s: the hotspot that works neither is no hotspot that works', async (language, ...lines) => {
  const { of } = await told(language, ...lines)
  expect(of('other-network')?.outcome).toBe('same-there')
})

describe('asked what kept them from it', () => {
  test('"it works now" is no reason', async () => {
    const { of, stage } = await told('en', 'error 809', 'works there', 'I could not do it', 'it works now')
    expect([of('restart-router'), stage]).toEqual([undefined, { kind: 'verify', step: 'restart-router' }])
  })

  test('another code is heard', async () => {
    const { signatures, stage } = await told(
      'de',
      'fehler 809',
      'dort geht es',
      'konnte ich nicht',
      'Fehler 13801 kommt jetzt',
    )
    expect(signatures[0]).toContain('13801')
    expect(stage).toMatchObject({ kind: 'step' })
  })

  test('"does not work" is kept as it was said, not as a name of ours', async () => {
    const { of, words } = await told('de', 'fehler 809', 'dort geht es', 'konnte ich nicht', 'geht nicht')
    expect(of('restart-router')).toMatchObject({ outcome: 'could-not', words: 'geht nicht' })
    expect(words).toContain('geht nicht')
  })
})

describe('"it works now"', () => {
  test('is kept when it is confirmed, not before', async () => {
    const lines = ['error 809', 'works there', 'it works now'] as const
    expect((await told('en', ...lines)).of('restart-router')).toBeUndefined()
    expect((await told('en', ...lines, 'yes')).of('restart-router')?.outcome).toBe('fixed')
  })

  test('is asked again after words that tell nothing, and not for ever', async () => {
    const lines = ['error 809', 'works there', 'it works now', 'the weather is fine'] as const
    const { anna, stage, of } = await told('en', ...lines)
    expect([stage.kind, anna.buttons, of('restart-router')]).toEqual(['verify', ['yes', 'no'], undefined])
    const more = ['flowers and birds', 'mountains and rivers'] as const
    expect((await told('en', ...lines, ...more)).owner).toBe('waiting')
  })

  test('"back" goes back to the step', async () => {
    const { stage } = await told('en', 'error 809', 'works there', 'it works now', 'back')
    expect(stage).toEqual({ kind: 'step', step: 'restart-router' })
  })
})

test.each([
  ['de', 'VPN trennt sich alle 10 Minuten', 'ja'],
  ['de', 'VPN trennt sich alle 10 Minuten', 'nein'],
  ['it', 'il servizio IPsec non parte', 'no'],
  ['fr', 'vpn connecté mais aucune page ne s’ouvre', 'oui'],
])('%s: yes and no answer no "when" and no "which": "%s", "%s"', async (language, problem, word) => {
  const { anna, stage, outcome } = await told(language, problem)
  const reply = await anna.says(word)
  expect([(await anna.case()).stage, outcome]).toEqual([stage, undefined])
  expect(reply).not.toBe('')
})

describe('a code named at the first step', () => {
  test('that was not known yet says nothing of the step', async () => {
    const { of, signatures, stage } = await told('de', 'vpn geht nicht', 'Fehler 809')
    expect([of('other-network'), stage]).toEqual([undefined, { kind: 'step', step: 'other-network' }])
    expect(signatures).toContain('ras:809')
  })

  test('that is known already does not ask for the number', async () => {
    const { stage } = await told('en', 'error 809', 'it says error 809')
    expect(stage.kind).toBe('step')
  })
})

test('"nichts" is not the "nicht" of a button', async () => {
  const { of } = await told('de', 'fehler 809', 'dort auch nicht', 'nichts')
  expect(of('colleagues')).toBeUndefined()
})

test('no rights are no reason why others could not be asked', async () => {
  const { of, stage } = await told('en', 'error 809', 'same error there', "I don't have admin rights")
  expect([of('colleagues'), stage]).toEqual([undefined, { kind: 'step', step: 'colleagues' }])
})

test('nobody is sent to the router of a hotel', async () => {
  const { of, stage } = await told(
    'de',
    'vpn geht nicht, fehler 809, bin im hotel',
    'mit dem hotspot geht es',
  )
  expect([of('restart-router'), stage]).not.toContainEqual({ kind: 'step', step: 'restart-router' })
})

test('another problem told while waiting is asked about when the first is over', async () => {
  const { anna } = await told('de', 'fehler 809', 'ein mensch bitte', 'Fehler 13806 kommt auch noch')
  await anna.says('es geht wieder')
  await anna.says('ja')
  await anna.says('ja')
  expect((await anna.case()).stage).toMatchObject({ kind: 'second', topic: 'certificate-problem' })
})

test.each([
  ['de', 'VPN Fehler 13801', 'Wenn ich im Büro bin, geht es'],
  ['en', 'VPN error 13801', 'when I am in the office it works'],
  ['fr', 'erreur VPN 13801', 'quand je suis au bureau, ça marche'],
  ['it', 'errore VPN 13801', 'quando sono in ufficio funziona'],
])('%s: what works at times is not fixed', async (language, ...lines) => {
  expect((await told(language, ...lines)).stage.kind).not.toBe('verify')
})

describe('"it works" is no "yes"', () => {
  test.each([
    ['de', ['fehler 809', 'dort geht es', 'geht jetzt', 'ja', 'ja', 'mein VPN zickt'], 'danke, alles gut'],
    [
      'fr',
      ['erreur 809', 'là ça marche', 'ça marche', 'oui', 'oui', 'mon vpn fait des siennes'],
      'non merci, tout marche',
    ],
  ])('%s: to "the same problem?"', async (language, lines, words) => {
    const { anna, stage } = await told(language, ...lines)
    expect(stage.kind).toBe('same-again')
    await anna.says(words)
    const { outcome, steps } = await anna.case()
    expect([outcome, steps.at(-1)?.outcome]).toEqual(['fixed', 'fixed'])
  })

  test('to "is it about this?"', async () => {
    const { anna, stage } = await told('en', "vpn doesn't connect")
    expect(stage.kind).toBe('confirm')
    await anna.says('it works now')
    expect((await anna.case()).stage.kind).toBe('verify')
  })
})

test('a comment is kept, and told where to go on', async () => {
  const { anna, stage, words } = await told(
    'de',
    'fehler 809',
    'dort geht es',
    'geht jetzt',
    'ja',
    'die Anleitung könnte kürzer sein',
  )
  expect([stage.kind, words.at(-1)]).toEqual(['done', 'die Anleitung könnte kürzer sein'])
  expect((await anna.case()).outcome).toBe('fixed')
})

test('the hotspot that works, told at another step, has fixed nothing', async () => {
  const { stage } = await told('de', 'Fehler 809 beim VPN', 'dort geht es', 'mit dem Handy klappt es')
  expect(stage.kind).not.toBe('verify')
})

test.each([
  ['funktioniert', 'only-me', 'step'],
  ['geht wieder', undefined, 'verify'],
])('asked about the others, "%s" means %s', async (words, outcome, stage) => {
  const heard = await told('de', 'fehler 809', 'dort auch nicht', words)
  expect([heard.of('colleagues')?.outcome, heard.stage.kind]).toEqual([outcome, stage])
})

describe('asked to type the key again', () => {
  const lines = ['fehler 809', 'dort auch nicht', 'bei ihnen geht es', 'der name stimmt'] as const

  test('a restart without effect is noted, and no key was typed', async () => {
    const { of, stage } = await told('de', ...lines, 'neu gestartet, bringt auch nichts')
    expect([of('enter-key-again'), stage]).toEqual([undefined, { kind: 'step', step: 'enter-key-again' }])
  })

  test('who does not have it at hand could not do it', async () => {
    const { stage } = await told('de', ...lines, 'hab ich nicht zur hand')
    expect(stage).toEqual({ kind: 'why', step: 'enter-key-again' })
  })

  test('no change is no change', async () => {
    const { of } = await told('de', ...lines, 'bringt auch nichts')
    expect(of('enter-key-again')?.outcome).toBe('no-change')
  })
})

test('the code alone answers no question', async () => {
  const { steps, stage } = await told('en', 'VPN error 13801', 'still 13801')
  expect([steps, stage.kind]).toEqual([[], 'step'])
})

test('"skip" goes on, also where the reason is asked for', async () => {
  const { of, stage } = await told('de', 'fehler 809', 'dort geht es', 'konnte ich nicht', 'überspringen')
  expect([of('restart-router')?.outcome, stage.kind === 'why']).toEqual(['skipped', false])
})

describe('a question back', () => {
  test.each([
    ['de', 'fehler 809', 'was ist ein hotspot?'],
    ['en', 'error 809', 'what do you mean?'],
    ['it', 'errore 809', 'può ripetere?'],
    ['fr', 'erreur 809', 'c’est quoi un partage de connexion ?'],
  ])('%s: shows the step once more, whole', async (language, code, question) => {
    const { anna } = await told(language, code)
    const shown = await anna.says(question)
    expect((await anna.case()).stage).toMatchObject({ kind: 'step', step: 'other-network' })
    expect(shown.length).toBeGreaterThan(200)
  })

  test('asked again, it could not be done', async () => {
    const lines = ['error 809', 'works there', 'where do I find that?', 'where do I find that?'] as const
    expect((await told('en', ...lines)).stage).toEqual({ kind: 'why', step: 'restart-router' })
  })
})

test('"no idea" answers a question; nobody asks what kept them from it', async () => {
  const { of } = await told('de', 'fehler 809', 'dort auch nicht', 'keine ahnung')
  expect(of('colleagues')).toMatchObject({ outcome: 'could-not', words: 'keine ahnung' })
})

test('after three thumbs a person is offered', async () => {
  const { anna } = await told('en', 'asdf', '👍', '🤷')
  expect(anna.buttons).toContain('person')
})

test.each([
  ['de', 'vpn bricht andauernd ab', 'nach ca einer stunde', 'after-a-while'],
  ['en', 'vpn keeps dropping', 'right away', 'at-once'],
  ['fr', 'le vpn se coupe sans arrêt', 'apres quelques temps', 'after-a-while'],
  ['it', 'la vpn cade di continuo', 'connessa ma senza dati', 'no-traffic'],
  ['de', 'vpn bricht andauernd ab', 'nicht sofort', undefined],
  ['de', 'vpn bricht andauernd ab', 'mal sofort, mal nach Minuten', undefined],
])('%s: what people type instead of a label: "%s", "%s"', async (language, problem, words, expected) => {
  expect((await told(language, problem, words)).of('when-it-fails')?.outcome).toBe(expected)
})

test('"the name is right" settles the step that looks at it, told at it or before', async () => {
  const at = await told('de', 'fehler 809', 'dort auch nicht', 'bei ihnen geht es', 'der name stimmt')
  expect(at.of('check-server-name')).toMatchObject({ outcome: 'no-change', how: 'verified' })
  const before = await told('de', 'fehler 809, der servername stimmt', 'dort auch nicht', 'bei ihnen geht es')
  expect(before.of('check-server-name')).toMatchObject({ outcome: 'no-change', how: 'claimed' })
})

test.each(['danke', 'war etwas umständlich'])(
  'after "%s" the other problem is not forgotten',
  async words => {
    const two = 'VPN Fehler 789 und außerdem steht im Ereignisprotokoll ungültiger SPI'
    const { stage } = await told('de', two, '1', 'dort geht es', 'geht jetzt', 'ja', words)
    expect(stage).toMatchObject({ kind: 'second', topic: 'bad-spi' })
  },
)

describe('after the end', () => {
  const fixed = ['fehler 809', 'dort geht es', 'geht jetzt', 'ja', 'ja'] as const

  test.each(['Hallo, das VPN will nicht mehr so recht', 'mein VPN zickt'])(
    'what may be the same problem is asked about: %s',
    async words => {
      const { anna, stage } = await told('de', ...fixed, words)
      expect([stage.kind, anna.buttons]).toEqual(['same-again', ['yes', 'no', 'person']])
      const before = (await anna.case()).id
      await anna.says('ja')
      const { id, steps } = await anna.case()
      expect([id, steps.map(({ outcome }) => outcome)]).toEqual([before, ['works-there', 'came-back']])
    },
  )

  test('another problem is a case of its own, with what was said of it', async () => {
    const { anna } = await told('de', ...fixed)
    const before = (await anna.case()).id
    await anna.says('mein VPN zickt')
    await anna.says('nein')
    const { id, words, stage, steps } = await anna.case()
    expect([id === before, words, stage.kind, steps]).toEqual([false, ['mein VPN zickt'], 'clarify', []])
  })

  test('it is asked once', async () => {
    const { stage } = await told('de', ...fixed, 'mein VPN zickt', 'mein VPN zickt immer noch herum')
    expect(stage.kind).not.toBe('same-again')
  })

  test('another code needs no question', async () => {
    const { stage } = await told('de', ...fixed, 'fehler 13801')
    expect(stage.kind).toBe('step')
  })
})
