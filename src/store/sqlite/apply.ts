/** Carries out a batch of jobs: one transaction, one sync. Runs in the writer. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { messageOf } from '../../errors.ts'
import type { Failed, ForgetJob, Job, JobResult, ProbeJob, ResendJob, SentJob, TurnJob } from './jobs.ts'
import type { Statements, writeSql } from './statements.ts'

type Write = Statements<typeof writeSql>

/** One result for each job, in order. When the transaction fails, every job in it has failed. */
export function applyBatch(db: DatabaseSync, write: Write, jobs: readonly Job[]): readonly JobResult[] {
  try {
    write.begin.run()
    const results = jobs.map(job => applyApart(db, write, job))
    write.commit.run()
    return results
  } catch (thrown) {
    if (db.isTransaction) write.rollback.run()
    return jobs.map(() => failed(thrown))
  }
}

/** A job that fails takes back what it did, and only that. */
function applyApart(db: DatabaseSync, write: Write, job: Job): JobResult {
  write.beginJob.run()
  try {
    const result = apply(write, job)
    if (result.result === 'moved' || result.result === 'repeated') write.undoJob.run()
    write.endJob.run()
    return result
  } catch (thrown) {
    // After some errors (disk full, input/output) SQLite may have given up the whole transaction.
    if (!db.isTransaction) throw thrown
    write.undoJob.run()
    write.endJob.run()
    return failed(thrown)
  }
}

function apply(write: Write, job: Job): JobResult {
  switch (job.kind) {
    case 'turn':
      return applyTurn(write, job)
    case 'sent':
      return applySent(write, job)
    case 'resend':
      return resend(write, job)
    case 'forget':
      return forget(write, job)
    case 'probe':
      return probe(write, job)
  }
}

function applyTurn(write: Write, turn: TurnJob): JobResult {
  const conversation = moveConversation(write, turn)
  if (conversation === undefined) return answeredBefore(write, turn) ?? { result: 'moved' }
  if (!takeIn(write, turn, conversation)) return answeredBefore(write, turn) ?? { result: 'moved' }
  if (!fireTimer(write, turn, conversation)) return { result: 'repeated', answered: '{}' }
  if (!saveCase(write, turn, conversation)) return { result: 'moved' }
  saveTranscript(write, turn, conversation)
  savePictures(write, turn, conversation)
  saveTimers(write, turn, conversation)
  return { result: 'committed', outboxIds: saveOutbox(write, turn, conversation) }
}

/** The conversation's number; none when its version is no longer the one that was loaded. */
function moveConversation(write: Write, turn: TurnJob): number | undefined {
  const { conversation, version, address, caseId } = turn
  const row =
    version === 0
      ? write.beginConversation.get(conversation, address, caseId)
      : write.moveConversation.get(address, caseId, conversation, version)
  return row && Number(row.id)
}

function answeredBefore(write: Write, turn: TurnJob): JobResult | undefined {
  const row = write.answered.get(turn.activityId, turn.conversation)
  return row && { result: 'repeated', answered: String(row.answered) }
}

/** False: this activity is in already. */
function takeIn(write: Write, turn: TurnJob, conversation: number): boolean {
  if (turn.activityId === null) return true
  return changes(write.takeIn, conversation, turn.activityId, turn.answered, turn.at)
}

/** False: the timer had its effect, or was set anew, to later. */
function fireTimer(write: Write, turn: TurnJob, conversation: number): boolean {
  if (turn.firedTimer === null) return true
  return changes(write.fireTimer, conversation, turn.firedTimer, turn.at)
}

/** False: the id is that of a case in another conversation, which stays as it is. */
function saveCase(write: Write, turn: TurnJob, conversation: number): boolean {
  const { caseId, owner, topic, language, openedAt, at, waitingSince, state } = turn
  const what = [owner, topic, language, openedAt, at, waitingSince, state]
  return changes(write.saveCase, caseId, conversation, ...what)
}

function saveTranscript(write: Write, turn: TurnJob, conversation: number): void {
  if (turn.edited) write.editLine.run(...turn.edited, conversation)
  for (const line of turn.lines) write.addLine.run(turn.caseId, ...line)
}

function savePictures(write: Write, turn: TurnJob, conversation: number): void {
  if (turn.edited?.[0] === '') write.dropPictures.run(turn.edited[1], conversation)
  if (!turn.pictures) return
  const { caseId, activityId, at } = turn
  for (const picture of turn.pictures) write.addPicture.run(caseId, activityId, at, ...picture)
}

function saveTimers(write: Write, turn: TurnJob, conversation: number): void {
  if (turn.clearTimers) write.clearTimers.run(conversation)
  for (const timer of turn.timers) write.setTimer.run(conversation, ...timer)
}

function saveOutbox(write: Write, turn: TurnJob, conversation: number): readonly number[] {
  const add = (outbound: string) => write.addOutbound.run(conversation, outbound, turn.at)
  return turn.outbox.map(outbound => Number(add(outbound).lastInsertRowid))
}

/** Doing it twice is harmless: all of it reads the row that the first time removes. */
function applySent(write: Write, job: SentJob): JobResult {
  for (const { id, dead, card, gone } of job.sent) {
    if (dead !== null) write.setAside.run(dead, id)
    if (card !== null) write.keepCard.run(...card, id)
    if (gone !== null) write.markGone.run(id, ...gone)
    write.dropOutbound.run(id)
  }
  return { result: 'written', rows: job.sent.length }
}

function resend(write: Write, { ids }: ResendJob): JobResult {
  const found = ids.filter(id => changes(write.sendAgain, id))
  for (const id of found) {
    write.tryAgain.run(id)
    write.dropLetter.run(id)
  }
  return { result: 'written', ids: found }
}

function forget(write: Write, { before }: ForgetJob): JobResult {
  const gone = [write.forgetInbox, write.forgetCards].map(statement => statement.run(before).changes)
  return { result: 'written', rows: gone.reduce((sum: number, rows) => sum + Number(rows), 0) }
}

function probe(write: Write, { bytes }: ProbeJob): JobResult {
  write.probe.run(bytes / 2)
  return { result: 'written', rows: 0 }
}

function changes(statement: StatementSync, ...values: SQLInputValue[]): boolean {
  return statement.run(...values).changes !== 0
}

/** SQLite's codes for "not now": busy, locked, memory, read-only, input/output, corrupt, full, cannot open, protocol. */
const notNow: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15])

function failed(thrown: unknown): Failed {
  const code = thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : 0
  return { result: 'failed', busy: notNow.has(code), message: messageOf(thrown) }
}
