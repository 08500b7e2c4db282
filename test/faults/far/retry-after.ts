/** The far side asks for pauses, in seconds and as a date, before messages and before collapsed cards; a clock of its own checks them. */
import type { Behaviour } from '../../support/connector.ts'
import type { Verdict } from '../checker.ts'
import { openCrowd, walkReferences } from '../crowd.ts'
import type { Misbehaves } from '../far-side.ts'
import { openStage, type StageOptions } from '../stage.ts'

export interface Asked extends Pauses {
  readonly verdict: Verdict
}

interface Pauses {
  /** Answers 429 that named so many seconds. */
  readonly inSeconds: number
  /** Answers 429 that named a date. */
  readonly byDate: number
  /** Milliseconds by which calls in the same conversation came before the time that was named; empty: none did. */
  readonly early: readonly number[]
}

/** Of all calls; the rest is taken. */
const refused = 0.3

export async function askForPauses(conversations: number, options: StageOptions): Promise<Asked> {
  const far = pausing()
  const stage = await openStage({ ...options, misbehaves: far.misbehaves })
  try {
    for (const supervisor of stage.supervisors) await supervisor.start()
    await walkReferences(stage.world)
    far.begin()
    await openCrowd(stage.world, conversations).finish()
    return { ...far.pauses, verdict: stage.verdict() }
  } finally {
    await stage.close()
  }
}

function pausing() {
  const until = new Map<string, number>()
  const pauses = { inSeconds: 0, byDate: 0, early: [] as number[] }
  let begun = false
  const misbehaves: Misbehaves = ({ conversation }) => {
    const early = (until.get(conversation) ?? 0) - Date.now()
    if (early > 0) pauses.early.push(early)
    if (!begun || Math.random() > refused) return undefined
    const inSeconds = Math.random() < 0.5
    pauses[inSeconds ? 'inSeconds' : 'byDate'] += 1
    const [time, header] = inSeconds ? seconds() : date()
    until.set(conversation, time)
    return tooMany(header)
  }
  const begin = () => {
    begun = true
  }
  return { misbehaves, pauses, begin }
}

type Named = readonly [until: number, header: string]

function seconds(): Named {
  const count = 1 + Math.floor(Math.random() * 2)
  return [Date.now() + count * 1_000, String(count)]
}

/** A date knows whole seconds only. */
function date(): Named {
  const time = Math.ceil(Date.now() / 1_000 + Math.random()) * 1_000
  return [time, new Date(time).toUTCString()]
}

function tooMany(retryAfter: string): Behaviour {
  return { status: 429, headers: { 'Retry-After': retryAfter } }
}
