/** An instance stands still for so long that the others replace it, and goes on. */
import { crash } from '../crash.ts'
import { drill, finding } from '../drill.ts'
import { verdictLines } from '../verdict.ts'

export { drillFrozen as drill }

const drillFrozen = drill({
  about: 'one of several services frozen while it leads conversations, and thawed after others took over',
  figures: {
    /** At a time. */
    conversations: { full: 100, quick: 30 },
    instances: { full: 3, quick: 2 },
    times: { full: 1, quick: 1 },
    /** Each time; a lease ends after 20. */
    seconds: { full: 60, quick: 25 },
  },
  async run({ conversations, instances, times, seconds }) {
    const options = { conversations, instances, kills: times, freezeMs: seconds * 1_000, farMs: 400 }
    const { verdict, led, integrity } = await crash({ ...options, database: 'postgres' })
    return [
      finding('conversations that the frozen one led', led.join(', '), Math.min(...led) > 0),
      ...verdictLines(verdict),
      finding('most messages doubled in one conversation', verdict.mostResent, verdict.mostResent <= times),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})
