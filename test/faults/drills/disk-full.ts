/** No room for a page more, again and again, while a crowd talks; the service runs on. */
import { fillDisk } from '../disk-full/fill.ts'
import { drill, finding } from '../drill.ts'
import { verdictLines } from '../verdict.ts'

export { drillDiskFull as drill }

const drillDiskFull = drill({
  about: 'the disk is full for some seconds, and then no longer, without a restart',
  figures: {
    /** At a time. */
    conversations: { full: 200, quick: 30 },
    times: { full: 5, quick: 1 },
    /** Each time. */
    seconds: { full: 15, quick: 1 },
  },
  async run({ conversations, times, seconds }) {
    const filled = await fillDisk({ conversations, times, fullMs: seconds * 1000 })
    const { verdict, integrity, refused, reasons, inVain, readyMs, servingMs } = filled
    return [
      finding('times; seconds each', `${times}; ${seconds}`, true),
      finding('activities answered with 503', refused, refused > 0),
      finding(
        '/readyz says',
        reasons.join('; '),
        reasons.length > 0 && reasons.every(said => /full/.test(said)),
      ),
      finding('said yes, and then refused more than it took', inVain, inVain === 0),
      finding(
        'ready again; acknowledged again, at the latest',
        `${ms(readyMs)}; ${ms(servingMs)}`,
        readyMs < 5_000,
      ),
      finding('starts of the service', verdict.boots, verdict.boots === 1),
      ...verdictLines(verdict),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})

function ms(value: number): string {
  return `${Math.round(value)} ms`
}
