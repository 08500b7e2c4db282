/** More is to be said than Teams takes. */
import { drill, type Finding, finding } from '../drill.ts'
import { type Burst, burst } from '../far/burst.ts'
import { busyHour } from '../far/busy-hour.ts'
import { type Hour, type HourOptions, liveThrough } from '../far/hour.ts'
import { countedIn } from '../far/windows.ts'

export { drillPace as drill }

const drillPace = drill({
  about: "Teams' rolling limits, over an hour of a clock of our own; one process, and two on one PostgreSQL",
  figures: {
    minutes: { full: 60, quick: 1 },
    /** At real speed: one message in each of so many conversations, and so many in one. */
    conversations: { full: 300, quick: 100 },
    messages: { full: 30, quick: 15 },
  },
  async run({ minutes, conversations, messages }) {
    const hour = busyHour(minutes)
    const run = (options: Omit<HourOptions, 'minutes'>) => liveThrough(hour, { ...options, minutes })
    const without = countedIn((await run({ database: 'sqlite', paced: false })).arrived)
    return [
      finding('one process that keeps no limits: violations', without.violations, without.violations > 0),
      ...seen('one process', await run({ database: 'sqlite' })),
      ...seen('two on PostgreSQL', await run({ database: 'postgres' })),
      ...real('one service, real time', await burst({ conversations, messages })),
      ...real(
        'two services on PostgreSQL, real time',
        await burst({ conversations, messages, database: 'postgres', instances: 2 }),
      ),
    ]
  },
})

/** Nobody who asked for little has to wait. */
const briefly = 1_000

function seen(who: string, { asked, arrived }: Hour): Finding[] {
  const { violations, most } = countedIn(arrived)
  const waits = (kind: string) =>
    arrived.filter(one => one.kind === kind && one.conversation !== 'talkative-0').map(one => one.waitedMs)
  const chats = asked.filter(one => one.kind === 'chat' && one.conversation !== 'talkative-0').length
  const [chat, reminder, notice] = ['chat', 'reminder', 'notice'].map(waits)
  return [
    finding(
      `${who}: said; arrived within the time`,
      `${asked.length}; ${arrived.length}`,
      arrived.length > 0,
    ),
    finding(`violations; the most: ${most.join(', ')}`, violations, violations === 0),
    finding('answers that arrived, of', `${chat?.length} of ${chats}`, chat?.length === chats),
    finding(
      'longest wait for an answer, for a reminder, for a notice',
      [chat, reminder, notice].map(longest).join(', '),
      Math.max(...(chat ?? [])) <= briefly,
    ),
  ]
}

/** What two processes and the network do to the time between two messages. */
const jitterMs = 100

function real(who: string, { arrivals, unanswered, seconds }: Burst): Finding[] {
  const [strict, { violations }] = [countedIn(arrivals), countedIn(arrivals, jitterMs)]
  return [
    finding(
      `${who}: messages; seconds; conversations without their replies`,
      `${arrivals.length}; ${seconds.toFixed(0)}; ${unanswered}`,
      unanswered === 0,
    ),
    finding(
      `violations, with windows ${jitterMs} ms shorter; without; the most: ${strict.most.join(', ')}`,
      `${violations}; ${strict.violations}`,
      violations === 0,
    ),
  ]
}

function longest(waits: readonly number[] = []): string {
  return `${(Math.max(0, ...waits) / 1_000).toFixed(1)} s`
}
