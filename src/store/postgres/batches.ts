/**
 * While one statement is on its way, everything that comes waits here; then it goes together, as one statement. So one
 * round trip and one sync serve as many turns as came in during the last one.
 */
import { AppError } from '../../errors.ts'

export interface BatchOptions<Job, Result> {
  /** One result for each job, in order; a job that failed by itself is answered with its error. */
  run(jobs: readonly Job[]): Promise<readonly (Result | Error)[]>
  /** Jobs of one key do not go in one batch, and keep their order. */
  keyOf?(job: Job): string
  readonly limit: number
}

interface Waiting<Job, Result> {
  readonly job: Job
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/** Some seconds of work. Beyond it the database has stopped, and more waiting only costs memory. */
const waitingLimit = 10_000

export class Batches<Job, Result> {
  readonly #options: BatchOptions<Job, Result>
  #waiting: Waiting<Job, Result>[] = []
  #underWay: Promise<void> | undefined
  #closed = false

  constructor(options: BatchOptions<Job, Result>) {
    this.#options = options
  }

  /** Rejects with AppError('busy') when too much waits, or after `close`. */
  add(job: Job): Promise<Result> {
    if (this.#closed) return Promise.reject(new AppError('busy', 'The database is closed.'))
    if (this.#waiting.length >= waitingLimit) return Promise.reject(tooMany())
    const done = new Promise<Result>((resolve, reject) => this.#waiting.push({ job, resolve, reject }))
    this.#underWay ??= this.#work()
    return done
  }

  /** Takes nothing more; resolves when everything that waited is done. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#underWay
  }

  async #work(): Promise<void> {
    // In a moment, so that everything of this round of the event loop goes together.
    await new Promise(resolve => setImmediate(resolve))
    while (this.#waiting.length > 0) await this.#runOne(this.#takeBatch())
    this.#underWay = undefined
  }

  async #runOne(batch: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await this.#options.run(batch.map(({ job }) => job))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index]
        if (result === undefined)
          reject(new Error('The database gave no answer to one of several questions.'))
        else if (result instanceof Error) reject(result)
        else resolve(result)
      }
    } catch (thrown) {
      for (const { reject } of batch) reject(thrown)
    }
  }

  #takeBatch(): Waiting<Job, Result>[] {
    const { keyOf, limit } = this.#options
    const keys = new Set<string>()
    const batch: Waiting<Job, Result>[] = []
    const rest: Waiting<Job, Result>[] = []
    for (const waiting of this.#waiting) {
      const key = keyOf?.(waiting.job)
      const goes = batch.length < limit && (key === undefined || !keys.has(key))
      if (key !== undefined) keys.add(key)
      ;(goes ? batch : rest).push(waiting)
    }
    this.#waiting = rest
    return batch
  }
}

function tooMany(): AppError {
  return new AppError('busy', `${waitingLimit} jobs wait for the database already.`)
}
