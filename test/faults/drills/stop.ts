/** Asked to stop in the middle of a crowd's talk. */
import { drill, finding } from '../drill.ts'
import { stopUnderLoad } from '../stop.ts'
import { verdictLines } from '../verdict.ts'

export { drillStop as drill }

const drillStop = drill({
  about: 'SIGTERM with turns in flight',
  figures: { conversations: { full: 200, quick: 40 } },
  async run({ conversations }) {
    const { code, ms, verdict } = await stopUnderLoad(conversations)
    return [
      finding('exit code; time to the end', `${code}; ${Math.round(ms)} ms`, code === 0 && ms < 10_000),
      finding('messages that came twice', verdict.resent, verdict.resent === 0),
      ...verdictLines(verdict),
    ]
  },
})
