/** The clock is set two hours forwards and back, again and again. */
import { jump } from '../clock/jumps.ts'
import { drill, finding } from '../drill.ts'

export { drillClock as drill }

const drillClock = drill({
  about: 'the clock jumps two hours while reminders wait, and tokens are shown',
  figures: {
    conversations: { full: 500, quick: 40 },
    jumps: { full: 20, quick: 4 },
  },
  settings: ['database'],
  async run({ conversations, jumps }, { database }) {
    const kind = database === 'postgres' ? 'postgres' : 'sqlite'
    const { tokens, tooEarly, reminded, needless, fired, due } = await jump({
      database: kind,
      conversations,
      jumps,
    })
    const often = [...reminded].map(([times, of]) => `${of} conversations ${times} times`).join(', ')
    return [
      finding(
        'tokens shown; answered wrongly',
        `${tokens.shown}; ${tokens.wrong.join(', ') || 0}`,
        tokens.wrong.length === 0,
      ),
      finding('jumps of two hours', jumps, true),
      finding('timers that fired too early', tooEarly, tooEarly === 0),
      finding('reminded', often, reminded.size === 1 && reminded.has(1)),
      finding('reminded although they had written', needless, needless === 0),
      finding('timers that came due in all; that had an effect', `${due}; ${fired}`, fired === due),
    ]
  },
})
