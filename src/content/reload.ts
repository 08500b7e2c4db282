/** The content that serves, and its exchange while the service runs: a broken set never takes the place of a good one. */
import { type ContentOptions, type Edition, firstContent, loadContent, type Version } from '../content.ts'
import { AppError, messageOf } from '../errors.ts'

export type Exchange =
  | { readonly kind: 'exchanged'; readonly version: Version; readonly ms: number }
  | { readonly kind: 'unchanged'; readonly version: Version }
  /** The former set, `version`, goes on serving. */
  | { readonly kind: 'refused'; readonly version: Version; readonly problems: readonly string[] }

export interface Served {
  /** What serves now; a turn takes it once. */
  content(): Edition
  /** Reads everything again; asked for in the meantime, once more. Resolves when the last one is done, never rejects. */
  reload(): Promise<void>
}

/** Rejects with AppError('content') when there is nothing to begin with. `told` hears how each reload ended. */
export async function serveContent(
  options: ContentOptions,
  told: (exchange: Exchange) => void,
): Promise<Served> {
  let serving = await firstContent(options)
  let asked = 0
  let underWay: Promise<void> | undefined

  async function reloadAll(): Promise<void> {
    for (let done = 0; done !== asked; ) {
      done = asked
      const { edition, exchange } = await exchanged(options, serving)
      serving = edition
      told(exchange)
    }
    underWay = undefined
  }

  return {
    content: () => serving,
    reload() {
      asked++
      underWay ??= reloadAll()
      return underWay
    },
  }
}

async function exchanged(
  options: ContentOptions,
  before: Edition,
): Promise<{ edition: Edition; exchange: Exchange }> {
  const started = performance.now()
  try {
    const edition = await loadContent(options, before)
    const { version } = edition
    if (edition === before) return { edition, exchange: { kind: 'unchanged', version } }
    const ms = Math.round(performance.now() - started)
    return { edition, exchange: { kind: 'exchanged', version, ms } }
  } catch (thrown) {
    const exchange: Exchange = { kind: 'refused', version: before.version, problems: problemsOf(thrown) }
    return { edition: before, exchange }
  }
}

function problemsOf(thrown: unknown): readonly string[] {
  return thrown instanceof AppError && thrown.problems.length > 0 ? thrown.problems : [messageOf(thrown)]
}
