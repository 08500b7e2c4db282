/** The thread that writes: it has the one connection that does, and waits for the disk instead of the event loop. */
import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../../errors.ts'
import { applyBatch } from './apply.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import type { Failed, Job, JobResult } from './jobs.ts'
import { prepareAll, writeSql } from './statements.ts'
import { watchFiles } from './unmoved.ts'

/** A batch is answered with one JobResult for each job. After 'close' the thread ends. */
export type ToWriter = readonly Job[] | 'close'

const options = workerData as ConnectionOptions
const db = connect(options)
const write = prepareAll(db, writeSql)
const areUnmoved = watchFiles(options.path)

const lost: Failed = {
  result: 'failed',
  busy: true,
  message: 'its file was removed or replaced. Put it back, or start the service again',
}

parentPort?.on('message', (message: ToWriter) => {
  if (message !== 'close') return parentPort?.postMessage(apply(message))
  db.close()
  parentPort?.close()
})

/**
 * Looked at before: an activity that was written to a lost file would be recognised there when it comes again. A thread
 * that ended because a look failed would never write again.
 */
function apply(jobs: readonly Job[]): readonly JobResult[] {
  try {
    return areUnmoved() ? applyBatch(db, write, jobs) : jobs.map(() => lost)
  } catch (thrown) {
    return jobs.map((): Failed => ({ result: 'failed', busy: true, message: messageOf(thrown) }))
  }
}
