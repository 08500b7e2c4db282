/** A database that a size is measured on: filled once, opened by the product. */
import type { Store } from '../../src/store/store.ts'
import type { Sample } from './sample.ts'

export interface Grown {
  /** As the service opens it, without the memory of conversations that are being talked in: each turn reads. */
  readonly store: Store
  readonly sizes: Sizes
  /** Keys of conversations and ids of their cases, drawn evenly. */
  draw(count: number): Promise<readonly Drawn[]>
  explain(): Promise<readonly Explained[]>
  close(): Promise<void>
}

export interface Drawn {
  readonly conversation: string
  readonly caseId: string
}

/** Bytes on disk, indexes included. */
export interface Sizes {
  readonly total: number
  readonly byTable: ReadonlyMap<string, number>
}

/** One statement, and where its plan walks along a whole table. */
export interface Explained {
  readonly name: string
  readonly walks: readonly string[]
}

export type Grow = (options: GrowOptions) => Promise<Grown>

export interface GrowOptions {
  readonly cases: number
  readonly sample: Sample
  /** On the disk that is to be measured. */
  readonly folder: string
}
