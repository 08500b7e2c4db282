/**
 * Reads pictures in a process of its own: one after the other, started on first need, ended when nothing came for a
 * while. A picture that takes too long, or too much memory, costs the process; the next picture gets a new one.
 */
import type { Picture, ReadPicture } from './ocr/messages.ts'
import { messageOf, type Reader, startReader } from './ocr/start.ts'

export type { Model, Picture } from './ocr/messages.ts'

export type OcrAnswer =
  | ReadPicture
  /** Too many pictures wait already. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-slow' }

export interface OcrOptions {
  /** Pictures that may wait behind the one that is read; 8 unless told. */
  readonly mostWaiting?: number
  /** 5 minutes unless told. */
  readonly idleMs?: number
  /** Bytes of the whole process; 700 million unless told. */
  readonly mostMemory?: number
}

export interface Ocr {
  /** Answers at the latest when `until` says so. Never rejects. */
  read(picture: Picture, until: AbortSignal): Promise<OcrAnswer>
  /** Of the process; undefined while there is none. */
  readonly pid: number | undefined
  close(): void
}

interface Job {
  readonly picture: Picture
  readonly until: AbortSignal
  resolve(answer: OcrAnswer): void
}

export function createOcr(options: OcrOptions = {}): Ocr {
  const { mostWaiting = 8, idleMs = 300_000, mostMemory = 700_000_000 } = options
  const waiting: Job[] = []
  let reader: Reader | undefined
  let working = false
  let idle: NodeJS.Timeout | undefined

  function stop(): void {
    reader?.child.kill('SIGKILL')
    reader = undefined
  }

  function running(): Reader {
    if (reader?.child.connected) return reader
    stop()
    reader = startReader(mostMemory)
    return reader
  }

  async function work(): Promise<void> {
    if (working) return
    working = true
    clearTimeout(idle)
    for (let job = waiting.shift(); job; job = waiting.shift())
      job.resolve(await readOne(job).catch((): OcrAnswer => ({ kind: 'fault' })))
    working = false
    idle = setTimeout(stop, idleMs).unref()
  }

  async function readOne({ picture, until }: Job): Promise<OcrAnswer> {
    if (until.aborted) return { kind: 'too-slow' }
    const reader = running()
    await Promise.race([reader.ready, aborted(until)])
    if (until.aborted) return { kind: 'too-slow' }
    const answer = await exchange(reader, picture, until).catch((): OcrAnswer => ({ kind: 'fault' }))
    if (answer.kind !== 'read') stop()
    return answer
  }

  return {
    read: (picture, until) =>
      new Promise(resolve => {
        if (waiting.length >= mostWaiting) return resolve({ kind: 'busy' })
        until.addEventListener('abort', () => resolve({ kind: 'too-slow' }), { once: true })
        waiting.push({ picture, until, resolve })
        void work()
      }),
    get pid() {
      return reader?.child.pid
    },
    close() {
      clearTimeout(idle)
      for (const { resolve } of waiting.splice(0)) resolve({ kind: 'busy' })
      stop()
    },
  }
}

/** Resolves when it is. A process that is still starting then is not to blame, and kept for the next picture. */
async function aborted(until: AbortSignal): Promise<void> {
  if (!until.aborted) await new Promise(resolve => until.addEventListener('abort', resolve, { once: true }))
}

/** Rejects when the time is over, or when the process ends or has ended. */
async function exchange({ child }: Reader, picture: Picture, until: AbortSignal): Promise<OcrAnswer> {
  const hasEnded = child.exitCode !== null || child.signalCode !== null
  if (hasEnded || !child.connected) throw new Error('The process has ended.')
  const answered = messageOf(child, until)
  child.send(picture, () => undefined)
  return (await answered) as OcrAnswer
}
