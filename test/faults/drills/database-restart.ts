/** PostgreSQL is restarted, and stands still, under a crowd that talks to several services. */
import { drill, type Finding, finding } from '../drill.ts'
import { type Noticed, recoveredMs } from '../noticed.ts'
import { takeDatabaseAway } from '../outages.ts'
import { verdictLines } from '../verdict.ts'

export { drillRestart as drill }

const drillRestart = drill({
  about: 'PostgreSQL restarted at once, and frozen, under load',
  figures: {
    /** At a time. */
    conversations: { full: 200, quick: 30 },
    instances: { full: 3, quick: 2 },
    restarts: { full: 10, quick: 1 },
    freezes: { full: 1, quick: 0 },
    /** How long it is frozen. */
    seconds: { full: 20, quick: 5 },
  },
  async run({ seconds, ...figures }) {
    const { verdict, integrity, noticed, needless, overtaken } = await takeDatabaseAway({
      ...figures,
      freezeMs: seconds * 1000,
    })
    return [
      ...outageLines('restarted', noticed),
      ...outageLines('frozen', noticed),
      finding(
        'failed attempts while it was there',
        [needless.length, ...new Set(needless)].slice(0, 4).join('; '),
        needless.length === 0,
      ),
      finding('to be repeated because another service was faster three times', overtaken, true),
      ...verdictLines(verdict),
      finding('integrity check', integrity, integrity === 'ok'),
    ]
  },
})

/** A restart may be over before it is asked. */
function unready(some: readonly Noticed[]): string {
  const told = some.map(({ unreadyMs }) => unreadyMs).filter(Number.isFinite)
  return `${Math.round(Math.max(0, ...told))} ms; ${told.length} times of ${some.length}`
}

function outageLines(how: Noticed['how'], all: readonly Noticed[]): Finding[] {
  const some = all.filter(noticed => noticed.how === how)
  if (some.length === 0) return []
  const longest = (of: (noticed: Noticed) => number) => Math.round(Math.max(...some.map(of)))
  const sum = (of: (noticed: Noticed) => number) => some.reduce((total, noticed) => total + of(noticed), 0)
  const [serving, ready] = [longest(one => one.servingMs), longest(one => one.readyMs)]
  const reasons = [...new Set(some.flatMap(({ reasons }) => reasons))]
  return [
    finding(`${how}: times; longest away`, `${some.length}; ${longest(one => one.awayMs)} ms`, true),
    finding(
      `${how}: answered with 503; not answered`,
      `${sum(one => one.refused)}; ${sum(one => one.unanswered)}`,
      true,
    ),
    finding(`${how}: /readyz said no after, at the latest`, unready(some), true),
    finding(`${how}: acknowledged again, at the latest after`, `${serving} ms`, serving <= recoveredMs),
    finding(`${how}: ready again, at the latest after`, `${ready} ms`, ready <= recoveredMs),
    finding(
      `${how}: /readyz says`,
      reasons.join('; '),
      reasons.every(said => /^503 The database/.test(said)),
    ),
  ]
}
