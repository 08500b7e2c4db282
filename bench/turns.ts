/**
 * The full turn of the real service beside a bare echo bot, in alternating rounds of the same run.
 *
 *     load generator --POST /api/messages--> bot --POST …/activities--> connector --"arrived"--> load generator
 *
 * Each box is a process of its own; this one starts them, keeps time and prints.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, type Service, type ServiceOptions, startService } from '../test/support/service.ts'
import { medians, short } from './turns/figures.ts'
import { playRound, type Round, type Stage } from './turns/round.ts'
import { type Scene, setScene } from './turns/scene.ts'
import { countSyncs, straceWorks, syncMs, underStrace } from './turns/syncs.ts'
import { table } from './turns/table.ts'

interface Options {
  readonly rounds: number
  readonly seconds: number
  readonly conversations: number
  /** On the disk that is to be measured. */
  readonly within: string
}

export async function run(argv: string[]): Promise<void> {
  const options = readOptions(argv)
  const scene = await setScene(options.within)
  try {
    await bench(options, scene)
  } finally {
    await scene.close()
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
  return {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    conversations: Number(values.conversations),
    within: values.folder,
  }
}

/** Each bot has a folder, and so a database, of its own. */
type Start = (name: string, more?: Partial<ServiceOptions>) => Promise<Service>
type Rounds = Record<'echo' | 'deskhand', Round[]>

async function bench(options: Options, scene: Scene): Promise<void> {
  const { load, talk, folder } = scene
  const { seconds, conversations } = options
  const stage: Stage = { load, talk: { ...talk, conversations }, seconds }
  const start = starter(scene)
  const rounds = await compare(options, stage, start)
  const syncsPerTurn = await syncsOfOneTurn(join(folder, 'syncs.txt'), stage, start)
  report(options, rounds, syncsPerTurn, syncMs(folder))
}

function starter({ folder, trust, ends }: Scene): Start {
  return async (name, more) => {
    const own = join(folder, name)
    mkdirSync(own)
    const bot = await startService({
      folder: own,
      port: await freePort(),
      env: { TRUST_FILE: trust.file },
      ...more,
    })
    ends.push(() => bot.kill())
    return bot
  }
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
async function syncsOfOneTurn(file: string, stage: Stage, start: Start): Promise<number | undefined> {
  if (!straceWorks()) return undefined
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

function report(
  options: Options,
  rounds: Rounds,
  syncsPerTurn: number | undefined,
  syncCostMs: number,
): void {
  const echo = medians(rounds.echo)
  const deskhand = medians(rounds.deskhand)
  console.log(`\n${table(echo, deskhand)}`)
  console.log(`one sync of this disk takes ${short(syncCostMs)} ms`)
  console.log(
    syncsPerTurn === undefined
      ? 'fsyncs a turn: not counted: strace is absent (Debian package strace) or may not trace here'
      : `fsyncs a turn, counted by the kernel: ${short(syncsPerTurn)}, one for ${short(1 / syncsPerTurn)} turns`,
  )
  console.log(JSON.stringify({ ...options, echo, deskhand, syncsPerTurn, syncCostMs }))
}
