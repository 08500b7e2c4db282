import { expect, test } from 'vitest'
import { closeRoomAfterwards, failures, play } from './play.ts'

closeRoomAfterwards()

const opening = `conversation: at the hotel
employee: error 809
`

test('what is as expected is silent, in words, ids, buttons and case', async () => {
  const text = `${opening}bot: step other-network; "phone's HOTSPOT"; not "colleagues"; [Works there] [Talk to a person]
employee: [Works there]
bot: step restart-router
employee: that fixed it
bot: asks whether it works
employee: yes
bot: asks whether it helped
case: fixed; article ike-phase1-failed; language en; codes ras:809
case: tried other-network = works-there, restart-router = fixed
case: says "restart of the home router: fixed it"
`
  expect(await failures(text)).toBe('')
})

test('a wrong expectation is shown with its line, the conversation so far, and what came instead', async () => {
  const shown = await failures(`${opening}employee: [Works there]
bot: step colleagues
employee: no change
bot: step never-reached
`)
  expect(shown).toMatch(/^talk\/en\.txt:4 "at the hotel" \(en\)\n/)
  expect(shown).toContain('employee  error 809')
  expect(shown).toContain('employee  [Works there]')
  expect(shown).toContain('- expected  step colleagues')
  expect(shown).toContain('+ got       step restart-router')
  expect(shown).not.toContain('never-reached')
})

test.each([
  ['bot: "carrier pigeon"', '"carrier pigeon"'],
  ['bot: not "hotspot"', 'not "hotspot"'],
  ['bot: [Carrier pigeon]', '[Carrier pigeon]'],
  ['bot: [Same error there] [Works there]', '[Same error there] [Works there]'],
  ['bot: silent', 'silent'],
  ['bot: hands over (asked)', 'hands over (asked)'],
  ['case: fixed', 'fixed'],
  ['case: article bad-spi', 'article bad-spi'],
  ['case: language de', 'language de'],
  ['case: tried clock = clock-off', 'tried clock = clock-off'],
  ['case: left check-gateway', 'left check-gateway'],
  ['case: causes wrong-key', 'causes wrong-key'],
  ['case: codes ras:789', 'codes ras:789'],
  ['case: mentions bad-spi', 'mentions bad-spi'],
  ['case: notes at home', 'notes at home'],
  ['case: says "carrier pigeon"', 'says "carrier pigeon"'],
])('%s turns red where it is not so', async (line, expected) => {
  const [played] = await play(`${opening}${line}\n`)
  expect(played?.failure).toMatchObject({ line: 3, differences: [{ expected }] })
})

test('a button that is not offered is not pressed; the ones that are stand beside it', async () => {
  const [played] = await play(`${opening}employee: [Has helped]\nbot: silent\n`)
  expect(played?.failure?.line).toBe(3)
  expect(played?.failure?.differences[0]?.expected).toBe('the button [Has helped]')
  expect(played?.failure?.differences[0]?.got).toContain('[Works there] [Same error there]')
})

test('a conversation that ends early has no buttons any more', async () => {
  const [played] = await play(`${opening}employee: [Talk to a person]
employee: [Works there]
bot: step restart-router
`)
  expect(played?.failure).toMatchObject({ line: 4, differences: [{ got: '[It works again]' }] })
})

test('buttons are gone once their question is closed', async () => {
  const [played] = await play(`${opening}employee: [It is different now]
bot: asks what now
employee: [Works there]
bot: silent
`)
  expect(played?.failure).toMatchObject({ line: 5, differences: [{ got: 'no buttons' }] })
})

test('time passes for one conversation and not for the others', async () => {
  const reminded = `${opening}later: 21 hours\nbot: "not finished yet"; step other-network\n`
  const untouched = `${opening}later: 1 hour\nbot: silent\nemployee: [Works there]\nbot: step restart-router\n`
  const closed = `${opening}later: 21 hours\nlater: 7 days\nbot: silent\ncase: abandoned\n`
  expect(await failures(`${reminded}\n${untouched}\n${closed}`)).toMatch(/^\s*$/)
})

test('everybody is alone in the queue, also who joins it later', async () => {
  const handedOver = 'employee: [Talk to a person]\nbot: hands over (asked); "at place 1 "\n'
  const first = `${opening}${handedOver}`
  const later = `${opening}employee: [Works there]\n${handedOver}`
  expect(await failures(first)).toBe('')
  expect(await failures(later)).toBe('')
})

test('a client in another language is said with locale', async () => {
  const text = `conversation: Italian on a German computer
locale: de-CH
employee: da stamattina la vpn non si collega più da casa, errore 809
bot: step other-network
case: language it
`
  expect(await failures(text, 'it')).toBe('')
})
