/** Teams delivers everything several times. */
import { drill, finding } from '../drill.ts'
import { repeatAll } from '../far/repeats.ts'
import { verdictLines } from '../verdict.ts'

export { drillRepeats as drill }

const drillRepeats = drill({
  about: 'each activity one to four times, late and shuffled, presses also under a new id',
  figures: { conversations: { full: 200, quick: 15 } },
  async run({ conversations }) {
    const seen = await repeatAll(conversations)
    const { deliveries, activities, underNewIds, otherAnswers, lines, expectedLines, verdict } = seen
    return [
      finding(
        'activities; deliveries; of them under a new id',
        `${activities}; ${deliveries}; ${underNewIds}`,
        underNewIds > 0,
      ),
      finding(
        'employees’ lines in the transcripts, as many as activities',
        `${lines} of ${expectedLines}`,
        lines === expectedLines,
      ),
      finding('copies that were answered otherwise than the first', otherAnswers, otherAnswers === 0),
      ...verdictLines(verdict).slice(0, -1),
    ]
  },
})
