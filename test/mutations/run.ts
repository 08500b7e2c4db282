/** Makes changes and counts who notices them. */

import { openCatcher, type Without } from './catch.ts'
import { type Chance, randomChange } from './changes.ts'

export interface Figures {
  readonly changes: number
  readonly byConversation: number
  /** Noticed by no conversation. */
  readonly byLintAlone: number
  /** What nobody noticed, in words. */
  readonly missed: readonly string[]
  /** By kind of change: how many, and how many were noticed. */
  readonly kinds: ReadonlyMap<string, { made: number; noticed: number }>
}

export interface Run {
  readonly changes: number
  readonly seed: number
  readonly without?: Without
  /** Ids of the articles to change; absent: any. */
  readonly articles?: readonly string[] | undefined
}

export async function mutate({ changes, seed, without = [], articles }: Run): Promise<Figures> {
  const catcher = await openCatcher(without)
  const chance = chanceFrom(seed)
  const subjects = catcher.subjects.filter(({ article: { id } }) => articles?.includes(id) ?? true)
  const kinds = new Map<string, { made: number; noticed: number }>()
  const missed: string[] = []
  let byLintAlone = 0
  let byConversation = 0
  try {
    for (let made = 0; made < changes; ) {
      const change = randomChange(subjects, chance)
      if (catcher.isNothing(change)) continue
      made++
      const by = await catcher.noticedBy(change)
      const count = kinds.get(change.kind) ?? { made: 0, noticed: 0 }
      kinds.set(change.kind, count)
      count.made++
      if (by === undefined) missed.push(change.what)
      else count.noticed++
      if (by?.startsWith('lint')) byLintAlone++
      if (by?.startsWith('conversation')) byConversation++
    }
  } finally {
    await catcher.close()
  }
  return { changes, byConversation, byLintAlone, missed, kinds }
}

/** Mulberry32: small, and the same on every machine. */
function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
