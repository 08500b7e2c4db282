/**
 * The channel delivers each activity one to four times: at once, late, after newer ones, to any service; presses also
 * under a new id with the same button. What that comes to is compared with an undisturbed walk of the same path.
 */
import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from '../checker.ts'
import { walkReferences } from '../crowd.ts'
import type { Message } from '../far-side.ts'
import { type Action, paths } from '../paths.ts'
import { openStage, type Stage } from '../stage.ts'
import { post } from './post.ts'

export interface Repeated {
  readonly deliveries: number
  readonly activities: number
  readonly underNewIds: number
  readonly verdict: Verdict
  /** Employee's lines in the transcript, of all conversations; as many as activities, if each had one effect. */
  readonly lines: number
  readonly expectedLines: number
  readonly otherAnswers: number
}

/** Of copies, in ms. */
const latest = 1_500
const walked = ['typed', 'pressed', 'solved'] as const

export async function repeatAll(conversations: number): Promise<Repeated> {
  const stage = await openStage()
  const counts = { deliveries: 0, activities: 0, underNewIds: 0, otherAnswers: 0 }
  try {
    await stage.supervisor.start()
    await walkReferences(stage.world)
    const walks = Array.from({ length: conversations }, (_, n) =>
      walkRepeated(stage, `repeated-${n}`, walked[n % walked.length] ?? 'typed', counts),
    )
    await Promise.all(walks)
    await stage.supervisor.stop()
    const lines = linesIn(stage.databaseUrl.replace('sqlite:', ''))
    return { ...counts, verdict: stage.verdict(), lines, expectedLines: counts.activities }
  } finally {
    await stage.close()
  }
}

type Counts = { deliveries: number; activities: number; underNewIds: number; otherAnswers: number }

async function walkRepeated(stage: Stage, conversation: string, path: string, counts: Counts): Promise<void> {
  const { world } = stage
  world.history.write({ event: 'began', conversation, path, reference: false })
  const late: Promise<unknown>[] = []
  for (const [step, action] of (paths[path] ?? []).entries()) {
    const card = step > 0 ? await world.far.message(conversation, step) : undefined
    const sent = { conversation, activity: `${conversation}-${step}`, step }
    world.history.write({ event: 'sent', ...sent, instance: 0 })
    const first = await post(world, action, { ...sent, ...(card && { card }) })
    if (first.status === 200) world.history.write({ event: 'acknowledged', ...sent })
    counts.activities += 1
    counts.deliveries += 1
    for (let copy = Math.floor(Math.random() * 4); copy > 0; copy--)
      late.push(deliverAgain(stage, action, sent, card, first.body, counts))
  }
  await Promise.all(late)
  await world.far.message(conversation, paths[path]?.length ?? 0)
}

async function deliverAgain(
  { world }: Stage,
  action: Action,
  { conversation, activity }: { readonly conversation: string; readonly activity: string },
  card: Message | undefined,
  answered: string,
  counts: Counts,
): Promise<void> {
  await pause(Math.random() ** 2 * latest)
  const newId = 'presses' in action && Math.random() < 0.5
  counts.deliveries += 1
  counts.underNewIds += newId ? 1 : 0
  const asked = { conversation, activity: newId ? randomUUID() : activity, ...(card && { card }) }
  const again = await post(world, action, asked)
  if (again.status !== 200 || again.body !== answered) counts.otherAnswers += 1
}

/** What employees said in the conversations that were walked here. */
function linesIn(path: string): number {
  const db = new DatabaseSync(path, { readOnly: true })
  const row = db
    .prepare(`
      SELECT count(*) AS lines FROM transcript t
        JOIN cases c ON c.id = t.case_id JOIN conversations v ON v.id = c.conversation
       WHERE t."from" = 'employee' AND v.key LIKE '%|repeated-%'`)
    .get()
  db.close()
  return Number(row?.lines)
}
