/**
 * One peer on one set, in a thread of its own: some learn for minutes without ever looking up, and only a thread can
 * be ended then. The thread that asked does nothing meanwhile, so the figures are those of one core.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Measured, measure, train } from './measure.ts'
import { loadPeer, type PeerName } from './peers.ts'
import type { Row } from './pupil.ts'

export interface Contest {
  readonly peer: PeerName
  readonly train: readonly Row[]
  readonly test: readonly Row[]
  /** The same texts with typing mistakes. */
  readonly typed: readonly Row[]
  readonly foreign?: readonly Row[]
}

export interface Outcome {
  readonly clean: Measured
  readonly typos: Measured
  /** 3: every third text was asked; 1: all. */
  readonly stride: number
}

/** Milliseconds for all answers of one peer. A slower one is asked fewer texts, evenly spread over the labels. */
const patience = 60_000
const tasted = 40

/** Rejects when the peer fails, or has not answered everything after so many seconds. */
export async function contend(contest: Contest, seconds: number): Promise<Outcome> {
  const worker = new Worker(new URL(import.meta.url), { workerData: contest })
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => reject(new Error(`not ready after ${seconds} s`)), seconds * 1000)
  worker.once('message', resolve)
  worker.once('error', reject)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

async function compete({ peer, train: rows, test, typed, foreign = [] }: Contest): Promise<Outcome> {
  const trained = await train(await loadPeer(peer), rows)
  const start = performance.now()
  for (const [text, , language] of test.slice(0, tasted)) await trained.learned.ask(text, language)
  const each = (performance.now() - start) / tasted
  const stride = Math.ceil((each * (test.length + typed.length + foreign.length)) / patience)
  const some = (texts: readonly Row[]) => texts.filter((_, i) => i % stride === 0)
  return {
    clean: await measure(trained, some(test), foreign.length > 0 ? some(foreign) : undefined),
    typos: await measure(trained, some(typed)),
    stride,
  }
}

if (!isMainThread) parentPort?.postMessage(await compete(workerData))
