/**
 * What a helpdesk agent reads before there is a console: the queue, or one case with its transcript.
 * `npm run -s cases`, `npm run -s cases -- 7K3M-9QDX --agent-locale it`
 */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { readContent } from '../content.ts'
import { AppError } from '../errors.ts'
import type { Speech } from '../speech/speech.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { failPlainly } from './fail.ts'

const shown = 50

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'agent-locale': { type: 'string', default: 'en' } },
})

async function main(): Promise<void> {
  const { database, identity, knowledge } = readConfig(process.env)
  const { speech } = readContent({ knowledgeFolder: knowledge.dir, packs: knowledge.packs })
  const mode = identity.kind === 'local' ? 'local' : 'production'
  const store = await openStore(database, { mode, sends: false })
  const [id] = positionals
  await (id ? showCase(store, speech, id) : showQueue(store, speech)).finally(() => store.close())
}

async function showQueue(store: Store, speech: Speech): Promise<void> {
  const waiting = await store.waiting(shown)
  const summaries = waiting.map(({ case: c }) => speech.summary(c, values['agent-locale']))
  print(summaries.length > 0 ? summaries.join('\n\n') : 'Nobody is waiting.')
}

async function showCase(store: Store, speech: Speech, id: string): Promise<void> {
  const found = await store.caseById(id.toUpperCase())
  if (!found) throw new AppError('not-found', `There is no case ${id}.`)
  print(speech.summary(found.case, values['agent-locale']))
  for (const { from, text, at } of await store.transcript(found.case.id)) {
    print(`\n${new Date(at).toISOString()} ${from}\n${text}`)
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main().catch(failPlainly)
