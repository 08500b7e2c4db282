import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'

test('an error code starts its article at once, says so, and can be undone', async () => {
  const anna = await chat('de')
  const reply = await anna.says('vpn geht nicht, Fehler 809')
  expect(reply).toContain('809')
  expect(anna.buttons).toContain('not-this')
  expect(anna.buttons).toContain('person')
  expect((await anna.case()).topic).toMatchObject({ id: 'ike-phase1-failed', how: 'signature' })
})

test('"not this" asks again and never proposes the same topic', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.presses('not-this')
  expect((await anna.case()).notThese).toEqual(['ike-phase1-failed'])
  await anna.says('error 809')
  expect((await anna.case()).topic?.id).not.toBe('ike-phase1-failed')
})

test('"fixed" is verified once, then thanked for', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.presses('fixed')
  expect((await anna.case()).outcome).toBeUndefined()
  await anna.presses('yes')
  expect(await anna.case()).toMatchObject({ outcome: 'fixed', stage: { kind: 'feedback' } })
  await anna.presses('helpful')
  expect(await anna.case()).toMatchObject({ helpful: true, stage: { kind: 'done' } })
})

test('typed words work wherever buttons do', async () => {
  const anna = await chat('de')
  await anna.says('fehler 13806 beim vpn')
  const before = (await anna.case()).steps.length
  await anna.says('hat nichts geändert')
  expect((await anna.case()).steps.length).toBe(before + 1)
  await anna.says('geht jetzt!')
  await anna.says('ja')
  expect((await anna.case()).outcome).toBe('fixed')
})

test('a problem that comes back goes on where it was', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.presses('fixed')
  await anna.presses('yes')
  const id = (await anna.case()).id
  await anna.says("it's back")
  const reopened = await anna.case()
  expect(reopened.id).toBe(id)
  expect(reopened.outcome).not.toBe('fixed')
  expect(reopened.steps.at(0)?.outcome).toBe('came-back')
})

test('a new problem after the end is a case of its own', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.presses('fixed')
  await anna.presses('yes')
  const first = (await anna.case()).id
  await anna.says('the ipsec service is not running')
  expect((await anna.case()).id).not.toBe(first)
})

test('a person is had at once, with the place in the queue', async () => {
  const anna = await chat('fr')
  await anna.says('ça fait 3 fois que ça coupe aujourd’hui, j’en ai marre, je veux quelqu’un')
  const c = await anna.case()
  expect(c.owner).toBe('waiting')
  expect(c.handOver?.reason).toBe('asked')
  expect(anna.lastReply).toContain(c.id)
  expect(anna.lastReply).toMatch(/\b1\b/)
})

test('what is said while waiting is kept, and acknowledged once', async () => {
  const anna = await chat('en')
  await anna.says('I want to talk to a person')
  expect(await anna.says('it started on Monday after the update')).not.toBe('')
  expect(await anna.says('and my colleague has it, too')).toBe('')
  expect((await anna.case()).words).toContain('and my colleague has it, too')
})

test('who does not need help any more leaves the queue, after one question', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.presses('person')
  await anna.says('it works now')
  expect((await anna.case()).owner).toBe('waiting')
  await anna.says('yes')
  expect(await anna.case()).toMatchObject({ owner: 'bot', outcome: 'fixed' })
})

test('nothing understood: two different questions, the offer of a person, then the hand-over', async () => {
  const anna = await chat('en')
  const said = [
    await anna.says('blue elephants'),
    await anna.says('seventeen trombones'),
    await anna.says('purple rain'),
  ]
  expect(new Set(said).size).toBe(3)
  expect(anna.buttons).toContain('person')
  await anna.says('umbrella stand')
  expect(await anna.case()).toMatchObject({ owner: 'waiting', handOver: { reason: 'not-understood' } })
})

test('a code without an article is named, and never "not understood"', async () => {
  const anna = await chat('en')
  expect(await anna.says('vpn error 692')).toContain('692')
  expect((await anna.case()).signatures).toContain('ras:692')
  expect((await anna.case()).misses).toBe(0)
})

test('"yes" to a list is asked back, and the list stays', async () => {
  const anna = await chat('de')
  await anna.says('fehler 809 und 13806 beim vpn')
  expect((await anna.case()).stage.kind).toBe('which-first')
  const list = anna.buttons
  await anna.says('ja genau')
  expect(anna.buttons).toEqual(list)
  expect(await anna.case()).toMatchObject({ stage: { kind: 'which-first' }, misses: 0 })
  await anna.says('2')
  expect((await anna.case()).topic?.id).toBe('certificate-problem')
})

test('two codes of two topics: which one first, and the other is kept', async () => {
  const anna = await chat('en')
  await anna.says('I get error 809 and yesterday also error 13806')
  expect((await anna.case()).stage.kind).toBe('which-first')
  await anna.presses('topic:ike-phase1-failed')
  expect((await anna.case()).later).toEqual(['certificate-problem'])
  await anna.presses('fixed')
  await anna.presses('yes')
  await anna.presses('helpful')
  await anna.presses('yes')
  expect((await anna.case()).topic?.id).toBe('certificate-problem')
})

test('"I am restarting now" parks the case over a restart of the service and a weekend', async () => {
  const anna = await chat('de')
  await anna.says('fehler 809')
  const step = (await anna.case()).stage
  await anna.says('ich starte jetzt neu')
  expect((await anna.case()).stage.kind).toBe('parked')
  await anna.restarts()
  await anna.later(60)
  await anna.says('bin wieder da')
  expect((await anna.case()).stage).toEqual(step)
})

test('the buttons of a step stay good while the computer restarts', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says("I'm restarting now")
  await anna.presses('fixed')
  expect((await anna.case()).stage.kind).toBe('verify')
})

test('silence is followed by one reminder, then by the end', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  expect(await anna.later(21)).not.toBe('')
  expect(await anna.later(24)).toBe('')
  await anna.later(24 * 7)
  expect(await anna.case()).toMatchObject({ owner: 'closed', outcome: 'abandoned' })
})

test.each([
  ['help', 'person'],
  ['status', 'step'],
])('"%s" keeps the open step open', async word => {
  const anna = await chat('en')
  await anna.says('error 809')
  const step = (await anna.case()).stage
  expect(await anna.says(word)).not.toBe('')
  expect((await anna.case()).stage).toEqual(step)
  expect(anna.buttons).toContain('fixed')
})

test('"back" takes the last answer back', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const first = (await anna.case()).stage
  await anna.says('skip')
  expect((await anna.case()).steps).toHaveLength(1)
  await anna.says('back')
  expect(await anna.case()).toMatchObject({ steps: [], stage: first })
})

test('"start over" forgets the steps, not the words', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says('start over')
  expect(await anna.case()).toMatchObject({ stage: { kind: 'new' }, steps: [], words: ['error 809'] })
})

test.each([
  ['auf Deutsch bitte', 'de'],
  ['en français', 'fr'],
  ['parla italiano', 'it'],
  ['en español por favor', 'es'],
  ['한국어로', 'ko'],
])('"%s" changes the language of everything', async (words, language) => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says(words)
  expect(await anna.case()).toMatchObject({ language, languageFrom: 'chosen' })
})

test('the language follows what is written, but a pasted log never changes it', async () => {
  const anna = await chat('en')
  await anna.says('ich komme von zuhause nicht mehr ins firmennetz')
  expect((await anna.case()).language).toBe('de')
  await anna.says(
    'CoId={0F2A}: The user CONTOSO\\anna dialed a connection named Work which has failed. The error code returned on failure is 809.',
  )
  expect((await anna.case()).language).toBe('de')
})

test('a button pressed twice has one effect', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  const nonce = anna.nonce ?? ''
  await anna.presses('no-change')
  const { steps } = await anna.case()
  await anna.sends({ kind: 'choice', choice: 'no-change', nonce, answerable: true })
  expect((await anna.case()).steps).toEqual(steps)
})

test('a typed answer collapses the open card', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  await anna.says('did not help')
  expect(anna.conversation.collapsed).toHaveLength(1)
})

test('thumbs up, an insult and an empty message are answered kindly and confirm nothing', async () => {
  const anna = await chat('en')
  await anna.says('error 13806')
  for (const words of ['👍', 'you stupid piece of junk', '   ']) {
    expect(await anna.says(words)).not.toBe('')
    expect((await anna.case()).steps).toEqual([])
  }
})

test('a secret is removed before anything is stored, and the employee is told', async () => {
  const anna = await chat('en')
  await anna.says('vpn error 809, psk=Winter2026!')
  const c = await anna.case()
  const lines = await anna.conversation.store.transcript(c.id)
  expect(JSON.stringify([c, lines])).not.toContain('Winter2026!')
  expect(anna.lastReply).toContain('removed')
})

test('an administrator’s topic: the employee is asked the facts, the steps go to the agent', async () => {
  const anna = await chat('it')
  await anna.says('il criterio ipsec locale non viene usato')
  if ((await anna.case()).stage.kind === 'confirm') await anna.presses('yes')
  expect((await anna.case()).topic?.id).toBe('local-policy-not-used')
  for (let turns = 0; turns < 12 && (await anna.case()).owner === 'bot'; turns++) {
    const answer = anna.buttons.find(id => id.startsWith('answer:'))
    await (answer ? anna.presses(answer) : anna.says('si chiama Sicurezza Base'))
  }
  expect(await anna.case()).toMatchObject({ owner: 'waiting', handOver: { reason: 'administrator' } })
  expect(await anna.summary('en')).toContain('“si chiama Sicurezza Base”')
})

test('the agent reads the case in their own language, the employee’s words stay as written', async () => {
  const anna = await chat('de')
  await anna.says('vpn geht nicht von zuhause, fehler 809')
  await anna.says('ich will mit einem menschen sprechen')
  const italian = await anna.summary('it')
  expect(italian).toContain('vpn geht nicht von zuhause, fehler 809')
  expect(italian).toContain('ras:809')
  expect(await anna.summary('fr')).not.toBe(italian)
})

test('the agents’ channel gets a card without a word of the employee', async () => {
  const anna = await chat('en')
  await anna.says('my name is Anna Schmidt and vpn says error 809')
  await anna.presses('person')
  const [notice] = anna.conversation.notices
  expect(JSON.stringify(notice)).toContain('809')
  expect(JSON.stringify(notice)).not.toMatch(/Anna|Schmidt/)
})

test('"works" is the answer to "does it work there?", and the end of the problem elsewhere', async () => {
  const anna = await chat('en')
  await anna.says('error 809')
  await anna.says('works')
  expect((await anna.case()).steps.at(0)?.outcome).toBe('works-there')
  const ben = await chat('en')
  await ben.says('error 13801')
  await ben.says('works')
  expect((await ben.case()).stage.kind).toBe('verify')
})

test('where own words are asked for, a sigh is an answer', async () => {
  const anna = await chat('it')
  await anna.says('errore 13806')
  await anna.presses('could-not')
  await anna.says('boh')
  expect((await anna.case()).steps.at(0)).toMatchObject({ outcome: 'could-not', words: 'boh' })
})

test('a number that the list of reasons does not have is no reason: the list is shown again', async () => {
  const anna = await chat('it')
  await anna.says('errore 809')
  await anna.presses('could-not')
  await anna.says('17')
  expect((await anna.case()).steps).toEqual([])
  expect(anna.buttons).toContain('why:no-rights')
})

test('a problem told together with the wish for a person goes to the agent', async () => {
  const anna = await chat('fr')
  const words = 'le vpn ne se connecte plus, erreur 809, j’en ai marre, je veux quelqu’un'
  await anna.says(words)
  expect(await anna.case()).toMatchObject({
    owner: 'waiting',
    words: [words],
    signatures: ['ras:809'],
    topic: { id: 'ike-phase1-failed' },
  })
})

test('a thank-you while waiting is answered, and is no part of the problem', async () => {
  const anna = await chat('de')
  await anna.says('ich möchte mit einem Menschen sprechen')
  await anna.says('Danke')
  expect(await anna.case()).toMatchObject({ words: [], handOver: { told: false } })
})
