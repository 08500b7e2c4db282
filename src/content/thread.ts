/** The thread that reads, checks and trains: seconds of work that must not stop the conversations. */
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, messageOf } from '../errors.ts'
import { compileFacts } from '../knowledge/facts.ts'
import { compileWords } from '../knowledge/words.ts'
import { type ContentOptions, readSource, type Source } from './source.ts'
import { trainedBytes } from './trained.ts'

export interface Task {
  readonly options: ContentOptions & { readonly cacheFolder: string }
  /** The hash that serves already. */
  readonly known?: string | undefined
}

export type Outcome =
  /** `matcher`: as `loadMatcher` takes it. */
  | { readonly kind: 'read'; readonly source: Source; readonly matcher: Uint8Array<ArrayBuffer> }
  /** The content is the known one. */
  | { readonly kind: 'same' }
  | { readonly kind: 'broken'; readonly message: string; readonly problems: readonly string[] }

const outcome = outcomeOf(workerData as Task)
parentPort?.postMessage(outcome, outcome.kind === 'read' ? [outcome.matcher.buffer] : [])

function outcomeOf({ options, known }: Task): Outcome {
  try {
    const source = readSource(options)
    if (source.version.hash === known) return { kind: 'same' }
    compileWords(source.words)
    compileFacts(source.facts)
    return { kind: 'read', source, matcher: trainedBytes(source.library, options.cacheFolder) }
  } catch (thrown) {
    const message = messageOf(thrown)
    const listed = thrown instanceof AppError ? thrown.problems : []
    return { kind: 'broken', message, problems: listed.length > 0 ? listed : [message] }
  }
}
