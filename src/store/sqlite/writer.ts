/**
 * Group commit. While one batch is on its way to the disk, all other writes wait here; then they go together, as the
 * next batch. So one sync serves as many turns as came in during the last one.
 *
 *   turns   a  b c d    e f
 *   disk    [a      ][b c d    ][e f  ]
 */
import { Worker } from 'node:worker_threads'
import { AppError, messageOf } from '../../errors.ts'
import type { StoreStats } from '../store.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Failed, Job, JobResult, ResultOf } from './jobs.ts'
import type { ToWriter } from './writer-thread.ts'

/** One transaction stays short enough that nobody waits long for the next. */
const batchLimit = 256
/** Some seconds of work. Beyond it the disk has stopped, and more waiting only costs memory. */
const waitingLimit = 10_000

const smallProbe = 16_384
/** Room for some thousand turns, in bytes; what sent messages leave free is less. */
const largeProbe = 4 * 1_048_576

interface Waiting {
  readonly job: Job
  readonly resolve: (result: Exclude<JobResult, Failed>) => void
  readonly reject: (reason: Error) => void
}

export class Writer {
  readonly #thread: Worker
  readonly #ended: Promise<void>
  #waiting: Waiting[] = []
  #underWay: Waiting[] = []
  #woken = false
  #closed = false
  /** Why nothing is taken any more. */
  #refusal: string | undefined
  /** A write has failed since the last probe. */
  #doubtful = false
  #batches = 0
  #turns = 0

  /** `broken` is told when the thread has ended unasked: nothing is written any more by this process. */
  constructor(options: ConnectionOptions, broken: (reason: string) => void = () => {}) {
    this.#thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: options })
    this.#ended = new Promise(resolve => this.#thread.once('exit', () => resolve()))
    this.#thread.on('message', (results: readonly JobResult[]) => this.#settle(results))
    this.#thread.on('error', thrown => this.#breakDown(`The database's writer failed: ${messageOf(thrown)}`))
    this.#thread.on('exit', () => {
      this.#breakDown("The database's writer has ended.")
      if (!this.#closed) broken(this.#refusal ?? '')
    })
  }

  /** Resolves when the job is on disk. Rejects with AppError('busy') when the database cannot write. */
  write<J extends Job>(job: J): Promise<ResultOf<J>> {
    if (this.#refusal !== undefined) return Promise.reject(new AppError('busy', this.#refusal))
    if (this.#waiting.length >= waitingLimit) return Promise.reject(tooMany())
    const written = new Promise<Exclude<JobResult, Failed>>((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject })
      this.#wake()
    })
    return written as Promise<ResultOf<J>>
  }

  /**
   * Rejects with AppError('busy') unless something can be written. A disk that is full still has room for little things
   * in what the files hold already; so once a write has failed, only a large one shows that it is over. Its room is
   * given back at once: else it would be what the turns lack, and the next probe would find its own room free.
   */
  async probe(): Promise<void> {
    const doubted = this.#doubtful
    await this.write({ kind: 'probe', bytes: doubted ? largeProbe : smallProbe })
    if (doubted) this.#doubtful = false
    await this.write({ kind: 'probe', bytes: 0 })
    // A write has failed meanwhile.
    if (this.#doubtful && !doubted) await this.probe()
  }

  stats(): StoreStats {
    return { batches: this.#batches, turns: this.#turns }
  }

  /** Writes what waits, then ends the thread. */
  close(): Promise<void> {
    this.#closed = true
    if (this.#refusal === undefined) {
      this.#refusal = 'The database is closed.'
      this.#wake()
    }
    return this.#ended
  }

  /** In a moment, so that everything of this round of the event loop goes together. */
  #wake(): void {
    if (this.#woken || this.#underWay.length > 0) return
    this.#woken = true
    setImmediate(() => this.#send())
  }

  #send(): void {
    this.#woken = false
    this.#underWay = this.#waiting.splice(0, batchLimit)
    if (this.#underWay.length > 0) this.#post(this.#underWay.map(({ job }) => job))
    else if (this.#refusal !== undefined) this.#post('close')
  }

  #post(message: ToWriter): void {
    this.#thread.postMessage(message)
  }

  #settle(results: readonly JobResult[]): void {
    const settled = this.#underWay
    this.#underWay = []
    if (results.some(synced)) this.#batches += 1
    if (results.some(couldNot)) this.#doubtful = true
    for (const [index, { resolve, reject }] of settled.entries()) {
      const result = results[index] ?? lost
      if (result.result === 'committed') this.#turns += 1
      if (result.result === 'failed') reject(failure(result))
      else resolve(result)
    }
    this.#wake()
  }

  #breakDown(reason: string): void {
    this.#refusal ??= reason
    const lostOnes = [...this.#underWay, ...this.#waiting]
    this.#underWay = []
    this.#waiting = []
    for (const { reject } of lostOnes) reject(new AppError('busy', reason))
  }
}

function synced({ result }: JobResult): boolean {
  return result === 'committed' || result === 'written'
}

function couldNot(result: JobResult): boolean {
  return result.result === 'failed' && result.busy
}

const lost: Failed = { result: 'failed', busy: true, message: 'the writer gave no answer' }

function failure({ busy, message }: Failed): Error {
  return busy ? new AppError('busy', `The database cannot write: ${message}`) : new Error(message)
}

function tooMany(): AppError {
  return new AppError('busy', `${waitingLimit} turns wait for the disk already.`)
}
