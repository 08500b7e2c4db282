/** Everything at once, for as long as one likes. */
import { drill, finding } from '../drill.ts'
import { endure } from '../endurance.ts'
import { verdictLines } from '../verdict.ts'

export { drillEndurance as drill }

const drillEndurance = drill({
  about: 'several services on one PostgreSQL: killed, stopped, frozen, and the database restarted, at random',
  figures: {
    minutes: { full: 20, quick: 0.34 },
    /** At a time. */
    conversations: { full: 100, quick: 20 },
    instances: { full: 3, quick: 3 },
  },
  async run(figures) {
    const { verdict, integrity, done, codes, longestStopMs, vainStarts } = await endure(figures)
    const { kills, hitUnacknowledged, hitUnsent } = verdict
    const calm = figures.minutes < 1
    return [
      finding(
        'services killed; stopped; frozen; database restarted',
        `${done.kill}; ${done.stop}; ${done.freeze}; ${done.restart}`,
        true,
      ),
      finding('starts that found no database and were repeated', vainStarts, true),
      finding(
        'exit codes of those stopped; longest time to the end',
        `${[...new Set(codes)].join(', ') || 'none'}; ${Math.round(longestStopMs)} ms`,
        codes.every(code => code === 0),
      ),
      finding(
        `of ${kills} kills, hit an unacknowledged activity`,
        hitUnacknowledged,
        calm || hitUnacknowledged > 0,
      ),
      finding(`of ${kills} kills, hit an unsent reply`, hitUnsent, calm || hitUnsent > 0),
      ...verdictLines(verdict),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})
