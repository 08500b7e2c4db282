import { expect, test } from 'vitest'
import { parseLines } from '../../src/rehearsal/parse.ts'
import { type Recorded, record } from '../../src/rehearsal/record.ts'
import { shippedContent } from '../support/content.ts'
import { closeRoomAfterwards, failures, room } from './play.ts'

closeRoomAfterwards()

async function recorded(text: string): Promise<Recorded> {
  const [script] = parseLines({ file: 'talk/en.txt', language: 'en', text }, () => {})
  if (!script) throw new Error('no script')
  return record(script, await room(), shippedContent())
}

const lines = `# a hotel in Bern
conversation: handed over
employee: error 809,
  the log says
  809 again
employee: [same-there]
employee: not for them either
later: 2 hours
employee: hello?
`

test('what was recorded is a script that passes', async () => {
  const { text, problems } = await recorded(lines)
  expect(problems).toEqual([])
  expect(await failures(text)).toBe('')
})

test('it keeps what the employee said and the comments, and writes labels, steps and the case', async () => {
  const { text } = await recorded(lines)
  for (const part of [
    '# a hotel in Bern\nconversation: handed over\n',
    'employee: error 809,\n  the log says\n  809 again\n',
    'employee: [Same error there]\n',
    'bot: step other-network\n',
    '     [Works there] [Same error there]\n',
    'bot: hands over (outage)\n',
    'later: 2 hours\nbot: silent\n',
    'case: handed over (outage); article ike-phase1-failed; language en\n',
    'case: tried other-network = same-there, colleagues = others-too\n',
  ])
    expect(text).toContain(part)
})

test('recorded once more it is the same, and old expectations are replaced', async () => {
  const { text } = await recorded(lines)
  const stale = text.replace('bot: step other-network', 'bot: step some-other-step')
  expect((await recorded(stale)).text).toBe(text)
})

test('a button that is not there ends it, with the buttons that are', async () => {
  const { problems } = await recorded('conversation: x\nemployee: error 809\nemployee: [Has helped]\n')
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('talk/en.txt:3 there is no button [Has helped], only Works there')
})
