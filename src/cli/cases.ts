/**
 * What a helpdesk agent reads before there is a console: the queue, or one case with its transcript and pictures.
 * `npm run -s cases`, `npm run -s cases -- 7K3M-9QDX --agent-locale it`, `… -- 7K3M-9QDX --picture 1 --to FILE`
 */
import { readConfig } from '../config.ts'
import { readContent } from '../content.ts'
import { AppError } from '../errors.ts'
import type { Speech } from '../speech/speech.ts'
import { openStore } from '../store/open.ts'
import type { Store, WaitingCase } from '../store/store.ts'
import { failPlainly } from './fail.ts'
import { readOptions } from './options.ts'
import { listed, writePicture } from './pictures.ts'

const shown = 50
const pictureUsage = 'A picture needs its case, its number and a file: ID --picture 1 --to FILE'

const usage = 'npm run -s cases -- [ID [--agent-locale de] [--picture 1 --to FILE]]'

const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      'agent-locale': { type: 'string', default: 'en' },
      picture: { type: 'string' },
      to: { type: 'string' },
    },
  },
  usage,
)

async function main(): Promise<void> {
  const { database, identity, knowledge } = readConfig(process.env)
  const mode = identity.kind === 'local' ? 'local' : 'production'
  const store = await openStore(database, { mode, sends: false })
  const speech = () => readContent({ knowledgeFolder: knowledge.dir, packs: knowledge.packs }).speech
  await answer(store, speech).finally(() => store.close())
}

async function answer(store: Store, speech: () => Speech): Promise<void> {
  const [id] = positionals
  const { picture, to } = values
  if (picture === undefined && to === undefined)
    return id ? showCase(store, speech(), id) : showQueue(store, speech())
  if (!id || picture === undefined || to === undefined) throw new AppError('bad-request', pictureUsage)
  const { case: c } = await caseOf(store, id)
  writePicture(await store.pictures(c.id), picture, to)
}

async function showQueue(store: Store, speech: Speech): Promise<void> {
  const waiting = await store.waiting(shown)
  const summaries = waiting.map(({ case: c }) => speech.summary(c, values['agent-locale']))
  print(summaries.length > 0 ? summaries.join('\n\n') : 'Nobody is waiting.')
}

async function showCase(store: Store, speech: Speech, id: string): Promise<void> {
  const { case: c } = await caseOf(store, id)
  print(speech.summary(c, values['agent-locale']))
  for (const { from, text, at } of await store.transcript(c.id)) {
    print(`\n${new Date(at).toISOString()} ${from}\n${text}`)
  }
  const pictures = await store.pictures(c.id)
  if (pictures.length > 0) print(`\n${listed(pictures)}`)
}

async function caseOf(store: Store, id: string): Promise<WaitingCase> {
  const found = await store.caseById(id.toUpperCase())
  if (!found) throw new AppError('not-found', `There is no case ${id}.`)
  return found
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main().catch(failPlainly)
