/** Killed at random moments, or made to stand still, while a crowd talks. */
import { crash } from '../crash.ts'
import { drill, finding } from '../drill.ts'
import { verdictLines } from '../verdict.ts'

export { drillCrash as drill }

const drillCrash = drill({
  about: 'kill -9 at random moments; --freeze SECONDS instead; --sabotage NAME plants a fault',
  figures: {
    /** At a time. */
    conversations: { full: 200, quick: 40 },
    kills: { full: 20, quick: 2 },
    /** Services on one database. */
    instances: { full: 1, quick: 1 },
  },
  settings: ['database', 'freeze', 'sabotage'],
  async run(figures, { database, freeze, sabotage }) {
    const { verdict, slowestRestartMs, integrity } = await crash({
      ...figures,
      database: database === 'postgres' ? 'postgres' : 'sqlite',
      ...(freeze && { freezeMs: Number(freeze) * 1000 }),
      ...(sabotage && { sabotage, replyPatienceMs: 10_000 }),
    })
    const { boots, kills, hitUnacknowledged, hitUnsent } = verdict
    const calm = freeze !== undefined || kills === 0
    return [
      finding('kills; distinct boot ids', `${kills}; ${boots}`, true),
      finding('kills that hit an unacknowledged activity', hitUnacknowledged, calm || hitUnacknowledged > 0),
      finding('kills that hit an unsent reply', hitUnsent, calm || hitUnsent > 0),
      ...verdictLines(verdict),
      finding('slowest start after a kill, under load', `${Math.round(slowestRestartMs)} ms`, true),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})
