/** Teams asks for pauses. */
import { drill, type Finding, finding } from '../drill.ts'
import { type Asked, askForPauses } from '../far/retry-after.ts'
import { withLimits } from '../far/with-limits.ts'
import { verdictLines } from '../verdict.ts'

export { drillPauses as drill }

/** With Teams' limits kept, the replies of more of them come later than anybody waits. */
const mostWithLimits = 50

const drillPauses = drill({
  about: '429 with Retry-After, in seconds and as a date; one service, and two on one PostgreSQL',
  figures: { conversations: { full: 200, quick: 12 } },
  async run({ conversations }) {
    const one = await askForPauses(conversations, {})
    const two = await askForPauses(Math.min(conversations, mostWithLimits), {
      database: 'postgres',
      instances: 2,
      service: withLimits,
    })
    return [...told('one service', one), ...told('two on PostgreSQL', two)]
  },
})

function told(who: string, { verdict, inSeconds, byDate, early }: Asked): Finding[] {
  const asked = inSeconds > 0 && byDate > 0
  const worst = early.length > 0 ? `; by up to ${Math.max(...early)} ms` : ''
  return [
    finding(`${who}: asked to pause in seconds; by date`, `${inSeconds}; ${byDate}`, asked),
    finding(
      'calls in a conversation before the time that was named',
      `${early.length}${worst}`,
      early.length === 0,
    ),
    ...verdictLines(verdict).slice(0, -1),
  ]
}
