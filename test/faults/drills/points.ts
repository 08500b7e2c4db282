/** Killed where the damage would be greatest. */
import { drill, finding } from '../drill.ts'
import { dieAtPoints, points } from '../points.ts'
import { verdictLines } from '../verdict.ts'

export { drillPoints as drill }

const drillPoints = drill({
  about: 'dies just before and after a commit, a send and its mark',
  figures: {
    conversations: { full: 200, quick: 40 },
    /** At each of the points. */
    deaths: { full: 20, quick: 1 },
  },
  async run({ conversations, deaths }) {
    const verdict = await dieAtPoints(deaths, conversations)
    return [finding('deaths', `${deaths} at each of: ${points.join(', ')}`, true), ...verdictLines(verdict)]
  },
})
