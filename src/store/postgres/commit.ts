/** Commits turns, many at once, and says of each what became of it. */

import { AppError } from '../../errors.ts'
import { fromJson } from '../reading.ts'
import type { OutboxRow } from '../records.ts'
import { type TurnJob, turnJob } from '../sqlite/jobs.ts'
import type { Committed, Turn } from '../store.ts'
import {
  type CommittedRow,
  commitStatement,
  commitValues,
  type OutsideRow,
  outsideSql,
} from './commit-sql.ts'
import type { Pool } from './connection.ts'
import { isTaken, patiently } from './failures.ts'

export interface CommitParts {
  readonly pool: Pool
  /** The life of this instance, as it is now. */
  life(): number
  /** Told of conversations that another instance sends for. */
  leftTo(lease: number, conversation: string): void
}

/**
 * When the connection breaks, nobody knows whether the turns are in. They are simply committed again: the version has
 * moved and the activity is known, so that what is in is a repeat, with its answer.
 */
export async function commitTurns(
  parts: CommitParts,
  turns: readonly Turn[],
): Promise<readonly (Committed | Error)[]> {
  const jobs = turns.map(turnJob)
  try {
    const rows = await patiently(() => write(parts, jobs))
    return await verdicts(parts, turns, jobs, rows)
  } catch (thrown) {
    if (turns.length > 1 && !(thrown instanceof AppError)) return oneByOne(parts, turns)
    throw thrown
  }
}

/** A turn that makes no sense, or meets another case's id, spoils the statement for all: then each goes alone. */
async function oneByOne(parts: CommitParts, turns: readonly Turn[]): Promise<(Committed | Error)[]> {
  const results: (Committed | Error)[] = []
  for (const turn of turns) {
    const [result] = await commitTurns(parts, [turn]).catch((thrown: Error) => [thrown])
    results.push(result ?? new Error('The turn was not committed.'))
  }
  return results
}

async function write(
  { pool, life }: CommitParts,
  jobs: readonly TurnJob[],
): Promise<readonly CommittedRow[]> {
  try {
    const query = { ...commitStatement(jobs), values: commitValues(life(), jobs) }
    return (await pool.query<CommittedRow>(query)).rows
  } catch (thrown) {
    if (isTaken(thrown) && jobs.length === 1) return []
    throw thrown
  }
}

async function verdicts(
  parts: CommitParts,
  turns: readonly Turn[],
  jobs: readonly TurnJob[],
  rows: readonly CommittedRow[],
): Promise<Committed[]> {
  const found = new Map(rows.map(row => [row.index, row]))
  const outside = await outsideOf(
    parts,
    jobs.filter((_, index) => !found.has(index)),
  )
  return turns.map((turn, index) => {
    const row = found.get(index)
    return row ? committed(parts, turn, row) : (outside.shift() ?? { result: 'moved' })
  })
}

function committed(parts: CommitParts, turn: Turn, { lease, behind, rows }: CommittedRow): Committed {
  const { conversation, address } = turn
  if (rows.length > 0 && lease !== parts.life()) parts.leftTo(lease, conversation)
  const outbox = rows.flatMap((id, index): OutboxRow[] => {
    const outbound = turn.outbox[index]
    return outbound ? [{ id: Number(id), conversation, address, outbound, lease }] : []
  })
  return { result: 'committed', outbox, ...(behind && { behind }) }
}

async function outsideOf({ pool }: CommitParts, jobs: readonly TurnJob[]): Promise<Committed[]> {
  if (jobs.length === 0) return []
  const values = [jobs.map(job => job.conversation), jobs.map(job => job.activityId)]
  const { rows } = await patiently(() =>
    pool.query<OutsideRow>({ name: 'outside', text: outsideSql, values }),
  )
  return jobs.map((job, index) => verdict(job, rows[index]))
}

/** The version is right and it stayed outside nevertheless: its timer has fired, or was put off. */
function verdict(job: TurnJob, row: OutsideRow | undefined): Committed {
  if (row && row.answered !== null) return { result: 'repeated', answered: fromJson(row.answered) }
  const timerGone = job.firedTimer !== null && row?.version === job.version
  return timerGone ? { result: 'repeated', answered: {} } : { result: 'moved' }
}
