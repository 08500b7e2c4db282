/** The thread that writes: it has the one connection that does, and waits for the disk instead of the event loop. */
import { parentPort, workerData } from 'node:worker_threads'
import { applyBatch } from './apply.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import type { Job } from './jobs.ts'
import { prepareAll, writeSql } from './statements.ts'

/** A batch is answered with one JobResult for each job. After 'close' the thread ends. */
export type ToWriter = readonly Job[] | 'close'

const db = connect(workerData as ConnectionOptions)
const write = prepareAll(db, writeSql)

parentPort?.on('message', (message: ToWriter) => {
  if (message !== 'close') return parentPort?.postMessage(applyBatch(db, write, message))
  db.close()
  parentPort?.close()
})
