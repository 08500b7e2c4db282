/**
 * The full turn of the real service beside a bare echo bot, in alternating rounds of the same run.
 *
 *     load generator --POST /api/messages--> bot --POST …/activities--> connector --"arrived"--> load generator
 *
 * Each box is a process of its own; this one starts them, keeps time and prints.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, type Service, type ServiceOptions, startService } from '../test/support/service.ts'
import { openTrust, type Trust } from '../test/support/trust.ts'
import { startChild } from './turns/child.ts'
import type { Doors } from './turns/connector.ts'
import { medians, short } from './turns/figures.ts'
import type { LoadQuestion } from './turns/load.ts'
import { playRound, type Round, type Stage } from './turns/round.ts'
import { countSyncs, straceWorks, syncMs, underStrace } from './turns/syncs.ts'
import { table } from './turns/table.ts'
import type { Measured } from './turns/window.ts'

interface Options {
  readonly rounds: number
  readonly seconds: number
  readonly conversations: number
  /** Holds the database; on the disk that is to be measured. */
  readonly folder: string
}

type End = () => Promise<unknown> | unknown

export async function run(argv: string[]): Promise<void> {
  const ends: End[] = []
  const stop = () => process.exit(130) // Children end with this process: see startService and startChild.
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await bench(readOptions(argv), ends)
  } finally {
    for (const end of ends.toReversed()) await end()
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

function readOptions(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '6' },
      conversations: { type: 'string', default: '64' },
      folder: { type: 'string', default: tmpdir() },
    },
  })
  const folder = mkdtempSync(join(values.folder, 'deskhand-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })) // Also after Control-C.
  return {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    conversations: Number(values.conversations),
    folder,
  }
}

/** Each bot has a folder, and so a database, of its own. */
type Start = (name: string, more?: Partial<ServiceOptions>) => Promise<Service>
type Rounds = Record<'echo' | 'deskhand', Round[]>

async function bench(options: Options, ends: End[]): Promise<void> {
  const { stage, trust } = await setStage(options, ends)
  const start: Start = async (name, more) => {
    const folder = join(options.folder, name)
    mkdirSync(folder)
    const bot = await startService({
      folder,
      port: await freePort(),
      env: { TRUST_FILE: trust.file },
      ...more,
    })
    ends.push(() => bot.kill())
    return bot
  }
  const rounds = await compare(options, stage, start)
  const syncsPerTurn = await syncsOfOneTurn(options, stage, start)
  report(options, rounds, syncsPerTurn)
}

async function setStage(options: Options, ends: End[]): Promise<{ stage: Stage; trust: Trust }> {
  const connector = startChild<'listen', Doors>('connector')
  const load = startChild<LoadQuestion, Measured>('load')
  ends.push(connector.close, load.close)
  const { port, feedPort } = await connector.ask('listen')
  await load.ask({ kind: 'feed', port: feedPort })
  const trust = await openTrust(port)
  ends.push(trust.close)
  const { appId, tenantId, serviceUrl, token } = trust
  const talk = { appId, tenantId, serviceUrl, token, conversations: options.conversations }
  return { stage: { load, talk, seconds: options.seconds }, trust }
}

async function compare(options: Options, stage: Stage, start: Start): Promise<Rounds> {
  const echo = await start('echo', { program: 'bench/turns/echo.ts' })
  const deskhand = await start('deskhand')
  const rounds: Rounds = { echo: [], deskhand: [] }
  for (let i = 1; i <= options.rounds; i++) {
    const [a, b] = [await playRound(stage, 'echo', echo), await playRound(stage, 'deskhand', deskhand)]
    rounds.echo.push(a)
    rounds.deskhand.push(b)
    console.log(`round ${i}: ${short(a.turnsPerSecond)} and ${short(b.turnsPerSecond)} turns/s`)
  }
  await Promise.all([echo.stop(), deskhand.stop()])
  return rounds
}

/** A phase of its own: being watched costs time, which must not count above. Undefined: nobody can watch here. */
async function syncsOfOneTurn(options: Options, stage: Stage, start: Start): Promise<number | undefined> {
  if (!straceWorks()) return undefined
  const file = join(options.folder, 'syncs.txt')
  const watched = await start('watched', { under: underStrace(file) })
  const window = { from: 0, to: 0, turns: 0 }
  await playRound(stage, 'watched', watched, {
    begins: () => {
      window.from = Date.now()
    },
    ends: measured => {
      window.to = Date.now()
      window.turns = measured.turns
    },
  })
  await watched.stop()
  return countSyncs(file, window.from, window.to) / window.turns
}

function report(options: Options, rounds: Rounds, syncsPerTurn: number | undefined): void {
  const echo = medians(rounds.echo)
  const deskhand = medians(rounds.deskhand)
  const syncCostMs = syncMs(options.folder)
  console.log(`\n${table(echo, deskhand)}`)
  console.log(`one sync of this disk takes ${short(syncCostMs)} ms`)
  console.log(
    syncsPerTurn === undefined
      ? 'fsyncs a turn: not counted: strace is absent (Debian package strace) or may not trace here'
      : `fsyncs a turn, counted by the kernel: ${short(syncsPerTurn)}, one for ${short(1 / syncsPerTurn)} turns`,
  )
  console.log(JSON.stringify({ ...options, folder: undefined, echo, deskhand, syncsPerTurn, syncCostMs }))
}
