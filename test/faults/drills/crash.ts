/** Killed at random moments, or made to stand still, while a crowd talks. */
import { type Timed, timesLine } from '../busy.ts'
import { crash } from '../crash.ts'
import { drill, finding } from '../drill.ts'
import { verdictLines } from '../verdict.ts'

export { drillCrash as drill }

const readyMs = 3_000
/** One start takes half of a machine with two processors; where more is taken, others are at work and times say nothing. */
const othersAtWork = 0.9

const drillCrash = drill({
  about: 'kill -9 at random moments; --freeze SECONDS instead; --sabotage NAME plants a fault',
  figures: {
    /** At a time. */
    conversations: { full: 200, quick: 30 },
    /** In all, at least. */
    total: { full: 5_000, quick: 0 },
    kills: { full: 50, quick: 2 },
    /** Further kills when nobody talks any more: how long a start takes that has the machine to itself. */
    calm: { full: 10, quick: 1 },
    /** Services on one database. */
    instances: { full: 1, quick: 1 },
  },
  settings: ['database', 'freeze', 'sabotage'],
  async run({ calm: calmKills, ...figures }, { database, freeze, sabotage }) {
    const { verdict, starts, calmStarts, integrity, led } = await crash({
      ...figures,
      calmKills: freeze === undefined ? calmKills : 0,
      database: database === 'postgres' ? 'postgres' : 'sqlite',
      ...(freeze && { freezeMs: Number(freeze) * 1000 }),
      ...(sabotage && { sabotage, planted: true }),
    })
    const { boots, kills, hitUnacknowledged, hitUnsent } = verdict
    const frozen = freeze !== undefined
    const calm = frozen || kills === 0
    return [
      finding('kills; distinct boot ids', `${kills}; ${boots}`, true),
      finding('kills that hit an unacknowledged activity', hitUnacknowledged, calm || hitUnacknowledged > 0),
      finding('kills that hit an unsent reply', hitUnsent, calm || hitUnsent > 0),
      ...(frozen ? [finding('conversations that each frozen one led', led.join(', '), true)] : []),
      ...verdictLines(verdict),
      finding('start after a kill, while the crowd waits', timesLine(starts), true),
      finding('start after a kill, alone', timesLine(calmStarts), calmStarts.every(isSoon)),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})

function isSoon({ ms, busy }: Timed): boolean {
  return ms < readyMs || busy > othersAtWork
}
