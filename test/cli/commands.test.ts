/** The commands as other programs use them: lines in, lines out. */
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

async function run(command: string, args: readonly string[], input: readonly unknown[]) {
  const child = spawn(process.execPath, [`src/cli/${command}.ts`, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  child.stderr.on('data', chunk => {
    err += chunk
  })
  child.stdin.end(input.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const code = await new Promise(resolve => child.on('close', resolve))
  return {
    code,
    err,
    out,
    get lines() {
      return out
        .trim()
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    },
  }
}

test('match answers each line in order, and says which could not be read', async () => {
  const { code, err, lines } = await run(
    'match',
    [],
    [
      { id: 'a', text: 'vpn geht nicht, Fehler 809', locale: 'de' },
      'not json',
      { id: 'b', text: 'my printer is jammed' },
    ],
  )
  expect(lines[0]).toMatchObject({
    id: 'a',
    language: 'de',
    topic: 'ike-phase1-failed',
    signatures: ['ras:809'],
  })
  expect(lines[1]).toMatchObject({ id: null })
  expect(lines[2]).toMatchObject({ id: 'b', topic: null, signatures: [] })
  expect(err).toContain('line 2')
  expect(code).toBe(1)
})

test.each(['chat', 'match', 'cases'])('%s says how it is called, without a stack', async command => {
  const wrong = await run(command, ['--nonsense'], [])
  expect([wrong.code, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toMatch(new RegExp(`^Unknown option '--nonsense'.*\nnpm run -s ${command} .*\n$`))
  const help = await run(command, ['--help'], [])
  expect([help.code, help.err]).toEqual([0, ''])
  expect(help.out).toContain(`npm run -s ${command}`)
})

test('match refuses a pack that does not exist', async () => {
  const { code, err } = await run('match', ['--packs', 'nix'], [])
  expect(code).toBe(1)
  expect(err).toContain('nix')
})

test('words piped into the chat are all answered, and the case stands at the end', async () => {
  const said = ['vpn geht nicht, fehler 809', 'lass mich mit jemandem reden']
  const { code, err, out } = await run('chat', ['--locale', 'de', '--agent-locale', 'it'], said)
  expect(err).toBe('')
  expect(out).toContain('Das lese ich als Fehler 809.')
  expect(out).toMatch(/Codici: 809[\s\S]*«vpn geht nicht, fehler 809»/)
  expect(code).toBe(0)
})

test('chat --json holds a whole conversation, over a restart, and ends with the case', async () => {
  const { code, lines } = await run(
    'chat',
    ['--json', '--locale', 'de', '--agent-locale', 'it'],
    [
      JSON.stringify('vpn geht nicht, Fehler 809'),
      { restart: true },
      { choice: 'answer:same-there' },
      { text: 'ich möchte mit einem Menschen sprechen' },
    ],
  )
  expect(code).toBe(0)
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatchObject({ owner: 'bot', language: 'de', topic: 'ike-phase1-failed' })
  expect(lines[0].replies[0].text).toContain('809')
  expect(lines[0].replies[0].choices.length).toBeGreaterThan(3)
  expect(lines[1].replies).toEqual([])
  expect(lines[3].owner).toBe('waiting')
  expect(lines[4].case.steps).toHaveLength(1)
  expect(lines[4].summary).toContain('ras:809')
})

test('chat --json says which line it could not read and goes on', async () => {
  const { code, lines } = await run('chat', ['--json'], ['{', JSON.stringify('error 809')])
  expect(code).toBe(1)
  expect(lines[0].error).toContain('line 1')
  expect(lines[1].topic).toBe('ike-phase1-failed')
})
