/** Killed where the damage would be greatest. */
import { drill, type Finding, finding } from '../drill.ts'
import { type Deaths, dieAtPoints, points } from '../points.ts'
import { verdictLines } from '../verdict.ts'

export { drillPoints as drill }

const drillPoints = drill({
  about:
    'dies just before and after a commit, a send and its mark; under load, then with one conversation alone',
  figures: {
    /** At a time, under load. */
    conversations: { full: 200, quick: 30 },
    /** At each of the points, under load. */
    deaths: { full: 20, quick: 1 },
    /** At each of the points, with one calm conversation: then the point alone decides what may come twice. */
    alone: { full: 20, quick: 1 },
  },
  async run({ conversations, deaths, alone }) {
    const loaded = await dieAtPoints({ times: deaths, conversations })
    const single = await dieAtPoints({ times: alone, conversations: 1, calm: true })
    return [
      ...points.map(point =>
        finding(`under load, ${point}: deaths; messages twice`, both(loaded, point), true),
      ),
      ...verdictLines(loaded.verdict),
      ...points.map(point => aloneAt(single, point)),
      ...verdictLines(single.verdict),
    ]
  },
})

/** Sent and not marked: the only state of a message in which a death may double it, and then once. */
function aloneAt(deaths: Deaths, point: (typeof points)[number]): Finding {
  const { died, resent } = deaths.at[point]
  const most = point === 'die-after-send' ? died : 0
  return finding(`alone, ${point}: deaths; messages twice`, both(deaths, point), resent <= most)
}

function both({ at }: Deaths, point: (typeof points)[number]): string {
  return `${at[point].died}; ${at[point].resent}`
}
