/** The works that could block, each in two ways. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createOcr } from '../../src/attachments/ocr.ts'
import { textOf } from '../../src/attachments/text.ts'
import { openConversation } from '../../src/cli/conversation.ts'
import { type Edition, loadContent, readContent, warm } from '../../src/content.ts'
import { seeded } from '../../src/knowledge/matcher/random.ts'
import { logOf } from '../nlu/logs.ts'
import { commitHere, commitThere } from './commits.ts'
import { readHere } from './reading-here.ts'

export type Way = 'on the loop' | 'as it is'

export interface Prepared {
  /** Answers what came of it. */
  work(): Promise<string>
}

interface Place {
  readonly picture: string
  readonly folder: string
}

type Works = Readonly<Record<string, Readonly<Record<Way, (place: Place) => Promise<Prepared> | Prepared>>>>

const works = {
  'knowledge is read and trained': {
    'on the loop': ({ folder }) => readAgain(() => readContent({ cacheFolder: folder })),
    'as it is': ({ folder }) => readAgain(() => loadContent({ cacheFolder: folder })),
  },
  'knowledge is read, the training is kept': {
    'on the loop': () => readAgain(() => readContent({})),
    'as it is': () => readAgain(() => loadContent({})),
  },
  'a whole screen is read': {
    'on the loop': async ({ picture }) => {
      const bytes = await readFile(picture)
      return { work: async () => charactersOf(await readHere(bytes, 'deu')) }
    },
    'as it is': async ({ picture }) => {
      const bytes = await readFile(picture)
      return { work: () => readApart(bytes) }
    },
  },
  '64 turns at a time are committed for 3 s': {
    'on the loop': ({ folder }) => ({ work: () => commitHere(join(folder, 'turns.db')) }),
    'as it is': ({ folder }) => ({ work: () => commitThere(join(folder, 'turns.db')) }),
  },
  'a log of 10,000 lines comes in': {
    'on the loop': place => logTurn(place, text => text),
    'as it is': place => logTurn(place, text => textOf(Buffer.from(text), 'utf-8')),
  },
} as const satisfies Works

export type WorkName = keyof typeof works
export const workNames = Object.keys(works) as WorkName[]

export function prepare({ work, way, ...place }: Place & { work: WorkName; way: Way }) {
  return works[work][way](place)
}

/** As a service that is running reads it: not for the first time. */
async function readAgain(read: () => Edition | Promise<Edition>): Promise<Prepared> {
  await warm(readContent({}))
  return {
    async work() {
      const { source } = await read()
      return `${source.library.articles.size} articles`
    },
  }
}

function charactersOf(text: string): string {
  return `${text.length} characters, the code ${text.includes('809') ? 'read' : 'MISSED'}`
}

async function readApart(bytes: Buffer): Promise<string> {
  const ocr = createOcr()
  const read = await ocr.read({ bytes, model: 'deu', scattered: true }, AbortSignal.timeout(60_000))
  ocr.close()
  return read.kind === 'read' ? charactersOf(read.text) : read.kind
}

/** The whole turn; a file's text is cut to its beginning and its end before the turn gets it, see attachments/text.ts. */
async function logTurn({ folder }: Place, cut: (log: string) => string): Promise<Prepared> {
  const content = readContent()
  await warm(content)
  const conversation = await openConversation({ content, path: join(folder, 'log.db'), locale: 'de-DE' })
  await conversation.says('hallo')
  const log = logOf('charon', 10_000, seeded(1))
  return {
    async work() {
      const read = { kind: 'text', text: cut(log) } as const
      const files = [{ name: 'charon.log', url: '', from: 'link', read } as const]
      const said = await conversation.sends({ kind: 'message', text: '', files })
      return `${log.length} characters, of which ${read.text.length} are read; ${said.length} replies`
    },
  }
}
