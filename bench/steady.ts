/**
 * A steady load for minutes: do acknowledgments stay quick, and does memory stay where it is?
 *
 *     npm run -s bench -- steady --rate 200 --minutes 10
 */
import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort, type Service, startService } from '../test/support/service.ts'
import { playMinute } from './steady/minute.ts'
import { slopePerHour } from './steady/slope.ts'
import { type Scene, setScene } from './turns/scene.ts'

const conversations = 200
const warmUpMs = 15_000

export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { rate: { type: 'string', default: '200' }, minutes: { type: 'string', default: '10' } },
  })
  const scene = await setScene()
  try {
    await bench(scene, Number(values.rate), Number(values.minutes))
  } finally {
    await scene.close()
  }
}

async function bench(scene: Scene, rate: number, minutes: number): Promise<void> {
  const bot = await start(scene)
  const everyMs = (conversations / rate) * 1000
  await scene.load.ask({ kind: 'talk', name: 'steady', url: bot.url, ...scene.talk, conversations, everyMs })
  await pause(warmUpMs)
  const played = []
  for (let minute = 1; minute <= minutes; minute++) {
    const figures = await playMinute(scene.load, bot)
    played.push(figures)
    console.log(lineOf(minute, figures))
  }
  await scene.load.ask({ kind: 'hush' })
  await bot.stop()
  const half = played.slice(Math.floor(played.length / 2))
  const slope = slopePerHour(half.map(({ memoryMb }) => memoryMb))
  const worst = Math.max(...played.map(({ ackP99 }) => ackP99))
  console.log(
    `memory over the second half: ${slope.toFixed(1)} MB an hour; worst acknowledgment p99: ${worst.toFixed(1)} ms`,
  )
  console.log(JSON.stringify({ rate, minutes, conversations, slopeMbPerHour: slope, played }))
}

async function start({ folder, trust, ends }: Scene): Promise<Service> {
  mkdirSync(`${folder}/steady`)
  const env = { TRUST_FILE: trust.file }
  const bot = await startService({ folder: `${folder}/steady`, port: await freePort(), env })
  ends.push(() => bot.kill())
  return bot
}

function lineOf(minute: number, figures: Awaited<ReturnType<typeof playMinute>>): string {
  const { turnsPerSecond, ackP50, ackP99, replyP99, loopDelayP99Ms, memoryMb } = figures
  const ms = (value: number) => `${value.toFixed(1)} ms`
  return (
    `minute ${minute}: ${turnsPerSecond.toFixed(0)} turns/s, acknowledged p50 ${ms(ackP50)} p99 ${ms(ackP99)}, ` +
    `reply p99 ${ms(replyP99)}, loop delay p99 ${ms(loopDelayP99Ms)}, ${memoryMb.toFixed(0)} MB`
  )
}
