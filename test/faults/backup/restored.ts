/** A backup under load, and what a service knows that is started on the copy. Decided from both outer ends alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../../support/clock.ts'
import { openStage, type Stage } from '../stage.ts'
import { postgresCommands, type Ran, sqliteCommands } from './command.ts'
import { openLoad, postTo, type Sent } from './load.ts'

export interface BackUpOptions {
  readonly database: 'sqlite' | 'postgres'
  readonly perSecond: number
  /** Before the backup begins. */
  readonly seconds: number
}

export interface BackedUp {
  readonly backup: Ran
  readonly restore: Ran
  readonly perSecond: number
  /** Acknowledgments: before the backup, and while it ran. */
  readonly calm: Delay
  readonly during: Delay
  readonly known: Known
  readonly integrity: string
}

/** Milliseconds, at the median and at the 99th of 100. */
export interface Delay {
  readonly p50: number
  readonly p99: number
}

export interface Known {
  /** Acknowledged before the backup began, and shown to the restored service again. */
  readonly before: number
  /** Of these: not acknowledged again; answered with a new message, as if it had never been there. */
  readonly refused: number
  readonly answered: number
  /** The cross-check: conversations that began after the backup; answered with a new message, as they have to be. */
  readonly later: number
  readonly laterAnswered: number
}

export async function backUp({ database, perSecond, seconds }: BackUpOptions): Promise<BackedUp> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-backup-'))
  const copy = join(folder, 'copy')
  const stage = await openStage({ database })
  const { backup, restore } = (database === 'sqlite' ? sqliteCommands : postgresCommands)(stage.databaseUrl)
  try {
    await stage.supervisor.start()
    const load = openLoad(stage.world, perSecond)
    await pause(seconds * 1_000)
    const began = now()
    const backedUp = await backup(copy)
    const ended = now()
    await pause(1_000)
    await load.finish()
    await stage.supervisor.stop()
    const restored = await restore(copy)
    await stage.supervisor.start()
    const known = await ask(stage, load.sent, began, ended)
    await stage.supervisor.stop()
    return {
      backup: backedUp,
      restore: restored,
      perSecond: load.sent.length / ((ended - began) / 1_000 + seconds + 1),
      // The first second is the service's own.
      calm: delayOf(
        load.sent.filter(({ sentAt }) => sentAt < began && sentAt > began - (seconds - 1) * 1_000),
      ),
      during: delayOf(load.sent.filter(({ sentAt }) => sentAt >= began && sentAt < ended)),
      known,
      integrity: await stage.integrity(),
    }
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true })
  }
}

function delayOf(sent: readonly Sent[]): Delay {
  const delays = sent.map(
    ({ sentAt, acknowledgedAt }) => (acknowledgedAt ?? Number.POSITIVE_INFINITY) - sentAt,
  )
  const sorted = delays.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** Each activity once more, in the order of its conversation: what is known has no second effect. */
async function ask(stage: Stage, sent: readonly Sent[], began: number, ended: number): Promise<Known> {
  const before = sent.filter(({ acknowledgedAt = began }) => acknowledgedAt < began)
  const later = sent.filter(({ step, sentAt }) => step === 0 && sentAt > ended)
  await settled(stage) // What the copy held as unsent.
  const asked = now()
  const refused = await show(stage, before)
  await settled(stage)
  const askedLater = now()
  await show(stage, later)
  await settled(stage)
  const answers = stage.histories().far.filter(({ at }) => at > asked)
  return {
    before: before.length,
    refused,
    answered: answers.filter(({ at }) => at < askedLater).length,
    later: later.length,
    laterAnswered: answers.filter(({ at }) => at >= askedLater).length,
  }
}

/** Answers how many were not acknowledged. */
async function show({ world }: Stage, sent: readonly Sent[]): Promise<number> {
  const talks = Map.groupBy(sent, ({ conversation }) => conversation)
  let refused = 0
  const talk = async (lane: Iterable<readonly Sent[]>) => {
    for (const activities of lane)
      for (const { body } of activities) if ((await postTo(world, body)) !== 200) refused += 1
  }
  const lane = talks.values() // Shared: whoever is free takes the next.
  await Promise.all(Array.from({ length: 16 }, () => talk(lane)))
  return refused
}

/** Nothing more for two looks of the outbox. */
async function settled(stage: Stage): Promise<void> {
  const read = () => stage.histories().far.length
  for (let before = -1; before !== read(); await pause(2_200)) before = read()
}
