/**
 * Messages that did not reach anybody: `npm run -s dead-letters`, and `npm run -s dead-letters -- resend 12 13`.
 * The running service sends them within seconds, to where the employee was heard of last.
 */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { openStore } from '../store/open.ts'
import type { DeadLetter, Outbound } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { failPlainly } from './fail.ts'

const shown = 200
const wordsShown = 100
const usage = 'npm run -s dead-letters [-- resend ID …]'

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const { database, identity } = readConfig(process.env)
  const mode = identity.kind === 'local' ? 'local' : 'production'
  const [command = 'list', ...ids] = positionals
  const act = command === 'list' ? list : resend
  if (act === resend && command !== 'resend')
    throw new AppError('bad-request', `There is no "${command}". ${usage}`)
  const store = await openStore(database, { mode, sends: false })
  await act(store, ids).finally(() => store.close())
}

async function list(store: Store): Promise<void> {
  const letters = await store.deadLetters(shown)
  print(letters.length > 0 ? letters.map(line).join('\n') : 'Every message has arrived, or waits.')
}

async function resend(store: Store, words: readonly string[]): Promise<void> {
  const ids = words.map(Number)
  if (ids.length === 0 || !ids.every(id => Number.isSafeInteger(id) && id > 0)) {
    throw new AppError('bad-request', `Which messages? Give their numbers, as the list shows them. ${usage}`)
  }
  const found = new Set(await store.resend(ids))
  if (found.size > 0) print(`Sent again: ${[...found].join(', ')}`)
  const missing = ids.filter(id => !found.has(id))
  if (missing.length > 0) throw new AppError('not-found', `There is no dead letter ${missing.join(', ')}.`)
}

/** One message a line. Its conversation is named by the address in it, which is what an operator finds in Teams' logs. */
function line({ id, conversation, outbound, reason, at }: DeadLetter): string {
  const words = wordsOf(outbound).replace(/\s+/g, ' ')
  const short = words.length > wordsShown ? `${words.slice(0, wordsShown)}…` : words
  return [id, new Date(at).toISOString(), reason, conversation, outbound.kind, short].join('\t')
}

function wordsOf(outbound: Outbound): string {
  return outbound.kind === 'collapse' ? outbound.line : outbound.spoken.summary
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main().catch(failPlainly)
