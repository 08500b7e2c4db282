import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'

test('a step the employee has already tried is not asked again, and counts as claimed', async () => {
  const anna = await chat('en')
  const reply = await anna.says('error 809, I already tried my hotspot, same thing')
  expect(reply).not.toContain("Connect this computer to your phone's hotspot")
  expect(reply).toContain('I noted: another network (did not help).')
  expect((await anna.case()).steps).toMatchObject([
    { step: 'other-network', outcome: 'same-there', how: 'claimed' },
  ])
})

test('what was tried without an outcome is asked for, not shown as new', async () => {
  const anna = await chat('de')
  expect(await anna.says('fehler 809, hotspot hab ich schon probiert')).toContain('Was kam dabei heraus?')
  await anna.says('da gings')
  expect((await anna.case()).steps).toMatchObject([
    { step: 'other-network', outcome: 'works-there', how: 'verified' },
  ])
})

test.each([
  ['en', 'error 809, not restarted yet, have not tried the hotspot either'],
  ['de', 'fehler 809, noch nicht neu gestartet'],
  ['fr', "erreur 809, je n'ai pas encore redémarré"],
  ['it', "errore 809, non ho provato l'hotspot"],
])('what was not tried yet is still proposed (%s)', async (language, words) => {
  const anna = await chat(language)
  await anna.says(words)
  const c = await anna.case()
  expect(c.steps).toEqual([])
  expect(c.stage).toEqual({ kind: 'step', step: 'other-network' })
})

test('an outage is handed over at once, without steps for a single computer', async () => {
  const anna = await chat('fr')
  await anna.says('erreur 809, tous mes collègues ont le même problème')
  expect(await anna.case()).toMatchObject({ owner: 'waiting', handOver: { reason: 'outage' } })
})

test('a question whose answer was told is skipped', async () => {
  const anna = await chat('en')
  await anna.says('error 13801, the server name is different')
  expect((await anna.case()).stage).toEqual({ kind: 'step', step: 'correct-name' })
})

test('the name is not corrected when nobody has compared it', async () => {
  const anna = await chat('en')
  await anna.says('error 13801')
  expect((await anna.case()).stage).toEqual({ kind: 'step', step: 'server-name' })
  await anna.says('skip')
  for (let turns = 0; turns < 8 && (await anna.case()).owner === 'bot'; turns++) {
    expect((await anna.case()).stage).not.toEqual({ kind: 'step', step: 'correct-name' })
    await anna.says('skip')
  }
  expect((await anna.case()).owner).toBe('waiting')
})

test('what was noted wrongly is taken back with a button, and its step comes back', async () => {
  const anna = await chat('en')
  await anna.says('error 809 at home, hotspot did not help')
  expect(anna.buttons).toContain('noted-wrong')
  await anna.presses('noted-wrong')
  await anna.presses('wrong:other-network')
  const c = await anna.case()
  expect(c).toMatchObject({ claims: [], steps: [], stage: { kind: 'step', step: 'other-network' } })
  expect(c.facts).toMatchObject([{ kind: 'network', value: 'home' }])
})

test('the one thing noted is taken back without asking which', async () => {
  const anna = await chat('de')
  await anna.says('fehler 809 im hotel')
  await anna.says('das hast du falsch notiert')
  expect((await anna.case()).facts).toEqual([])
  expect((await anna.case()).stage.kind).toBe('step')
})

test('what was noted is corrected in words', async () => {
  const anna = await chat('it')
  await anna.says('errore 809 da casa')
  await anna.says('no, sono in ufficio')
  expect((await anna.case()).facts).toMatchObject([{ kind: 'network', value: 'office' }])
  expect(anna.lastReply).toContain('in ufficio')
})

test('who has no rights for a step is not asked why it could not be done', async () => {
  const anna = await chat('de')
  await anna.says('fehler 13801, der servername ist anders')
  expect(await anna.says('hab keine Rechte dafür')).not.toContain('Notiert habe ich')
  const c = await anna.case()
  expect(c.steps.at(-1)).toMatchObject({ step: 'correct-name', outcome: 'could-not', words: 'why:no-rights' })
  expect(c.stage.kind).not.toBe('why')
})

test('a new code at a step is new evidence, and is not asked for again', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says('a different error appears now: 13801')
  const c = await anna.case()
  expect(c.topic?.id).toBe('certificate-problem')
  expect(c.stage.kind).toBe('step')
  expect(c.signatures[0]).toBe('win32:13801')
})

test.each(['error 809', 'error 13806'])(
  'after %s, "different error 13801" is not asked for again',
  async first => {
    const anna = await chat('en')
    await anna.says(first)
    await anna.says('different error 13801')
    expect(await anna.case()).toMatchObject({
      topic: { id: 'certificate-problem' },
      stage: { kind: 'step' },
      steps: [{ outcome: 'different' }],
    })
  },
)

test('what is told in the middle of a step is kept, and the step stays open', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  const { stage } = await anna.case()
  const reply = await anna.says('by the way I am on windows 11 in a hotel')
  expect(reply).toContain('Windows 11, in a hotel')
  expect((await anna.case()).stage).toEqual(stage)
  expect((await anna.case()).misses).toBe(0)
})

test('the agent reads the facts in their own language', async () => {
  const anna = await chat('de')
  await anna.says(
    'vpn geht nicht von zuhause seit gestern, fehler 809, mit kabel auch nicht, keine adminrechte',
  )
  await anna.presses('person')
  const italian = await anna.summary('it')
  expect(italian).toContain('Rete: da casa')
  expect(italian).toMatch(/Da quando: da ieri \(detto il .+\)/)
  expect(italian).toContain('Diritti: senza diritti di amministratore')
  expect(italian).toContain('Provato anche: cavo (senza successo)')
})

test('"no, I mean …" begins what was meant, and keeps the wrong topic as an example', async () => {
  const anna = await chat('en')
  await anna.says('certificate thing on my laptop')
  if ((await anna.case()).stage.kind !== 'step') await anna.presses('topic:certificate-problem')
  await anna.says('no, I mean the vpn does not connect from home')
  expect(await anna.case()).toMatchObject({
    topic: { id: 'ike-phase1-failed' },
    notThese: ['certificate-problem'],
    steps: [],
  })
})

test('something else than the step has helped: that is the end of the problem, asked back once', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says('restarted the router, now it works')
  expect((await anna.case()).stage.kind).toBe('verify')
  await anna.says('yes')
  expect((await anna.case()).outcome).toBe('fixed')
})

test('a question is no fact: nothing is noted of what is only asked', async () => {
  const anna = await chat('en')
  expect(await anna.says('error 809. should I restart the router?')).not.toContain('I noted')
  expect(await anna.case()).not.toHaveProperty('claims')
})

test('"start over" forgets what was tried, not where the employee is', async () => {
  const anna = await chat('en')
  await anna.says('error 809 at home, hotspot did not help')
  await anna.says('start over')
  expect(await anna.case()).toMatchObject({
    claims: [],
    steps: [],
    facts: [{ kind: 'network', value: 'home' }],
  })
})

test('"back" after a claimed step takes back what was done here', async () => {
  const anna = await chat('en')
  await anna.says('error 809, restarted already, no change')
  await anna.presses('answer:same-there')
  await anna.says('back')
  expect((await anna.case()).stage).toEqual({ kind: 'step', step: 'other-network' })
})

test('"alle kollegen haben das auch nicht" may mean either, so nothing is noted of who is affected', async () => {
  const anna = await chat('de')
  await anna.says('mein vpn geht nicht mehr, alle kollegen haben das auch nicht')
  const facts = (await anna.case()).facts ?? []
  expect(facts.filter(({ kind }) => kind === 'affected')).toEqual([])
})
