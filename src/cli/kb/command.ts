/** What every author's tool is made of. */
import { shippedKnowledge } from '../../knowledge/folders.ts'
import { type Library, readLibrary } from '../../knowledge/library.ts'

export interface Command {
  /** How it is called, after `kb --`. */
  readonly usage: string
  /** One sentence. */
  readonly summary: string
  /** Throws AppError for what the caller can mend; sets process.exitCode for findings. */
  run(args: readonly string[]): Promise<void> | void
}

export const ownFolder = process.env.KNOWLEDGE_DIR
export const folders = ownFolder ? [shippedKnowledge, ownFolder] : [shippedKnowledge]

/** Undefined, also for an empty variable: all packs. */
export function packs(): readonly string[] | undefined {
  const chosen = process.env.KNOWLEDGE_PACKS
  return chosen ? chosen.split(',').map(name => name.trim()) : undefined
}

/** Throws AppError('content') with every problem of every file. */
export function library(): Library {
  const chosen = packs()
  return readLibrary({ folders, ...(chosen && { packs: chosen }) })
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
