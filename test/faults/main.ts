/** `npm run -s faults -- crash [--conversations 200] [--kills 20] [--sabotage outbox-replay]
 * [--database postgres [--instances 3] [--freeze 30]]`, `… stop`, `… points`. */
import { parseArgs } from 'node:util'
import type { Verdict } from './checker.ts'
import { crash } from './crash.ts'
import { dieAtPoints, points } from './points.ts'
import { stopUnderLoad } from './stop.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** At a time. */
    conversations: { type: 'string', default: '200' },
    /** For `points`: at each of them. */
    kills: { type: 'string', default: '20' },
    sabotage: { type: 'string' },
    /** sqlite or postgres: a real server from npm. */
    database: { type: 'string', default: 'sqlite' },
    /** Services on one PostgreSQL. */
    instances: { type: 'string', default: '1' },
    /** Seconds: the services stand still for so long, instead of being killed. */
    freeze: { type: 'string' },
  },
})
const conversations = Number(values.conversations)
const kills = Number(values.kills)

/** Each prints what it saw and says whether all was well. */
const drills: Readonly<Record<string, () => Promise<boolean>>> = {
  crash: drillCrash,
  stop: drillStop,
  points: drillPoints,
}

const end = () => process.exit(130) // The service ends with this process: see startService.
process.once('SIGINT', end).once('SIGTERM', end)
const drill = drills[positionals[0] ?? '']
// A database server of a drill would end this process with a code of its own.
if (drill) process.exit((await drill()) ? 0 : 1)
else {
  console.error(`Which drill? ${Object.keys(drills).join(', ')}. For example: npm run -s faults -- crash`)
  process.exitCode = 2
}

async function drillCrash(): Promise<boolean> {
  const sabotage = values.sabotage && { sabotage: values.sabotage, replyPatienceMs: 10_000 }
  const database = values.database === 'postgres' ? 'postgres' : 'sqlite'
  const instances = Number(values.instances)
  const freeze = values.freeze && { freezeMs: Number(values.freeze) * 1000 }
  const options = { conversations, kills, database, instances, ...freeze, ...sabotage } as const
  const { verdict, slowestRestartMs, integrity } = await crash(options)
  const hits = verdict.hitUnacknowledged > 0 && verdict.hitUnsent > 0
  say(`distinct boot ids: ${verdict.boots}; kills: ${verdict.kills}`)
  say(`kills that hit an unacknowledged activity: ${verdict.hitUnacknowledged}`)
  say(`kills that hit an unsent reply: ${verdict.hitUnsent}${hits ? '' : ' (this run proves nothing)'}`)
  sayVerdict(verdict)
  say(`ready again within ${Math.round(slowestRestartMs)} ms; integrity check: ${integrity}`)
  return (hits || freeze !== undefined) && verdict.violations.length === 0 && integrity === 'ok'
}

async function drillStop(): Promise<boolean> {
  const { code, ms, verdict } = await stopUnderLoad(conversations)
  sayVerdict(verdict)
  say(`SIGTERM: exit code ${code} after ${Math.round(ms)} ms`)
  return code === 0 && ms < 10_000 && verdict.violations.length + verdict.resent === 0
}

async function drillPoints(): Promise<boolean> {
  const verdict = await dieAtPoints(kills, conversations)
  say(`${kills} deaths at each of: ${points.join(', ')}`)
  sayVerdict(verdict)
  return verdict.violations.length === 0
}

function sayVerdict({ conversations, acknowledged, repeated, resent, violations }: Verdict): void {
  const of = (...kinds: string[]) => violations.filter(({ kind }) => kinds.includes(kind)).length
  say(`conversations: ${conversations}; acknowledged activities: ${acknowledged}; repeats: ${repeated}`)
  say(`acknowledged and lost: ${of('lost')}; doubled in the transcript: ${of('doubled', 'strange')}`)
  say(`out of order: ${of('disordered')}; unfinished: ${of('unfinished')}`)
  say(`sent twice around a restart, which is allowed: ${resent}`)
  for (const { kind, conversation, what } of violations.slice(0, 20))
    say(`  ${kind}: ${conversation}: ${what}`)
}

function say(line: string): void {
  console.log(line)
}
