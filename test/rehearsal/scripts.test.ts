import { expect, test } from 'vitest'
import { scriptsOf } from './play.ts'

function problemsOf(text: string): readonly string[] {
  return scriptsOf(text).problems
}

test('a file holds several conversations, with comments and names', () => {
  const { scripts, problems } = scriptsOf(`# about hotels
conversation: the hotel blocks it
employee: error 809
bot: step other-network

conversation: solved
employee: error 809
bot: "hotspot"
`)
  expect(problems).toEqual([])
  expect(scripts.map(({ name, line }) => [name, line])).toEqual([
    ['the hotel blocks it', 2],
    ['solved', 6],
  ])
})

test('a pasted log keeps its lines, also empty ones and those that look like keywords', () => {
  const { scripts, problems } = scriptsOf(`conversation: pasted
employee: look at this
  # 14:03 dialled

  bot: error 809
bot: "809"
`)
  expect(problems).toEqual([])
  expect(scripts[0]?.acts[0]).toEqual({
    line: 2,
    kind: 'says',
    text: 'look at this\n# 14:03 dialled\n\nbot: error 809',
  })
})

test('brackets are a button, time has units, clauses may stand on lines of their own', () => {
  const { scripts, problems } = scriptsOf(`conversation: all kinds
employee: [Works there]
later: 2 hours
bot: step colleagues; not "sorry"
     "Does the VPN; work"
     [Works for them] [Nobody to ask]
case: handed over (outage); tried a = b, c = d claimed
`)
  expect(problems).toEqual([])
  expect(scripts[0]?.acts).toEqual([
    { line: 2, kind: 'presses', label: 'Works there' },
    { line: 3, kind: 'later', ms: 7_200_000, words: '2 hours' },
    {
      line: 4,
      kind: 'bot',
      expected: [
        { kind: 'stands', words: 'step colleagues' },
        { kind: 'lacks', text: 'sorry' },
        { kind: 'contains', text: 'Does the VPN; work' },
        { kind: 'buttons', labels: ['Works for them', 'Nobody to ask'] },
      ],
    },
    {
      line: 7,
      kind: 'case',
      expected: [
        { kind: 'ends', words: 'handed over (outage)' },
        { kind: 'field', field: 'tried', words: 'a = b, c = d claimed' },
      ],
    },
  ])
})

test.each([
  ['robot: hello', 'talk/en.txt:2 "robot:" is no keyword; there are conversation, locale, employee'],
  ['hello there', 'talk/en.txt:2 "hello there" does not start with a keyword'],
  ['later: soon', 'talk/en.txt:2 "later: soon" is no time; write "2 hours"'],
  ['later: 0 hours', 'talk/en.txt:2 "later: 0 hours" is no time'],
  ['bot: setp clock', 'talk/en.txt:2 bot: "setp clock" is not understood; write "…", not "…"'],
  ['bot: step', 'talk/en.txt:2 bot: "step" is not understood'],
  ['case: mended', 'talk/en.txt:2 case: "mended" is not understood; write fixed'],
])('"%s" is a problem with its line and what to write instead', (line, problem) => {
  const found = problemsOf(`conversation: x\n${line}\nemployee: hello\nbot: silent\n`)
  expect(found.some(sentence => sentence.startsWith(problem))).toBe(true)
})

test('a conversation that expects nothing, or expects before anything is said, is a problem', () => {
  expect(problemsOf('conversation: x\nemployee: hello\n')).toEqual([
    'talk/en.txt:1 "x" expects nothing; add "bot:" or "case:" lines.',
  ])
  expect(problemsOf('conversation: x\nbot: silent\nemployee: hello\n')).toEqual([
    'talk/en.txt:2 something is expected before the employee has said anything.',
  ])
  expect(problemsOf('employee: hello\n')).toEqual([
    'talk/en.txt:1 write "conversation: …" with a name first.',
  ])
})
