/**
 * The full turn of the real service beside a bare echo bot, in alternating rounds of the same run.
 *
 *     load generator --POST /api/messages--> bot --POST …/activities--> connector --"arrived"--> load generator
 *
 * Each box is a process of its own; this one starts them, keeps time and prints. With `--postgres` a second Deskhand,
 * on a PostgreSQL of its own, takes its turn in each round.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, type Service, type ServiceOptions, startService } from '../test/support/service.ts'
import { medians, short } from './turns/figures.ts'
import { type Bot, playRound, type Round, type Stage } from './turns/round.ts'
import { type Scene, setScene } from './turns/scene.ts'
import { startServer } from './turns/server.ts'
import { countSyncs, straceWorks, syncMs, underStrace } from './turns/syncs.ts'
import { table } from './turns/table.ts'

interface Options {
  readonly rounds: number
  readonly seconds: number
  readonly conversations: number
  readonly postgres: boolean
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
      postgres: { type: 'boolean', default: false },
      folder: { type: 'string', default: tmpdir() },
    },
  })
  return {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    conversations: Number(values.conversations),
    postgres: values.postgres,
    within: values.folder,
  }
}

/** Each bot has a folder, and so a database, of its own. */
type Start = (name: string, more?: More) => Promise<Service>
type More = Partial<ServiceOptions> & { /** Instead of a file in its folder. */ readonly database?: string }
/** Of each bot, in the order of the table. */
type Rounds = ReadonlyMap<string, Round[]>

async function bench(options: Options, scene: Scene): Promise<void> {
  const { load, talk, folder } = scene
  const { seconds, conversations } = options
  const stage: Stage = { load, talk: { ...talk, conversations }, seconds }
  const start = starter(scene)
  const rounds = await compare(options, stage, start, scene)
  const syncsPerTurn = await syncsOfOneTurn(join(folder, 'syncs.txt'), stage, start)
  report(options, rounds, syncsPerTurn, syncMs(folder))
}

function starter({ folder, trust, ends }: Scene): Start {
  return async (name, { database, ...more } = {}) => {
    const own = join(folder, name)
    mkdirSync(own)
    const bot = await startService({
      folder: own,
      port: await freePort(),
      env: { TRUST_FILE: trust.file, ...(database !== undefined && { DATABASE_URL: database }) },
      ...more,
    })
    ends.push(() => bot.kill())
    return bot
  }
}

async function compare(options: Options, stage: Stage, start: Start, { ends }: Scene): Promise<Rounds> {
  const bots = new Map<string, Bot>([
    ['echo', await start('echo', { program: 'bench/turns/echo.ts' })],
    ['deskhand', await start('deskhand')],
  ])
  if (options.postgres) bots.set('postgresql', await startOnPostgres(start, ends))
  const rounds: Rounds = new Map([...bots.keys()].map(name => [name, []]))
  for (let i = 1; i <= options.rounds; i++) {
    for (const [name, bot] of bots) rounds.get(name)?.push(await playRound(stage, name, bot))
    const latest = [...rounds.values()].map(list => short(list.at(-1)?.turnsPerSecond ?? 0))
    console.log(`round ${i}: ${latest.join(', ')} turns/s`)
  }
  await Promise.all([...bots.values()].map(bot => bot.stop()))
  return rounds
}

async function startOnPostgres(start: Start, ends: Scene['ends']): Promise<Bot> {
  const server = await startServer()
  ends.push(server.close)
  const bot = await start('postgresql', { database: server.url })
  return { ...bot, serverSeconds: server.processorSeconds }
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
  const bots = [...rounds].map(([name, list]) => [name, medians(list)] as const)
  console.log(`\n${table(bots)}`)
  console.log(`one sync of this disk takes ${short(syncCostMs)} ms`)
  console.log(
    syncsPerTurn === undefined
      ? 'fsyncs a turn: not counted: strace is absent (Debian package strace) or may not trace here'
      : `fsyncs a turn, counted by the kernel: ${short(syncsPerTurn)}, one for ${short(1 / syncsPerTurn)} turns`,
  )
  console.log(JSON.stringify({ ...options, ...Object.fromEntries(bots), syncsPerTurn, syncCostMs }))
}
