/** Where the far side has asked for silence, and until when; what is only a courtesy keeps to it. */
import type { Sending } from './send.ts'

export interface Silence {
  /** Takes note of what became of a call. */
  heard(conversationId: string, sending: Sending): void
  isAsked(conversationId: string): boolean
}

/** Conversations that are remembered; beyond it those are forgotten whose time is over. */
const mostRemembered = 1_000

/** `now` in milliseconds, of a clock that nobody sets. */
export function rememberSilence(now: () => number = () => performance.now()): Silence {
  const until = new Map<string, number>()
  return {
    heard(conversationId, { delivered }) {
      if (delivered.result !== 'retry' || delivered.afterMs === undefined) return
      until.set(conversationId, now() + delivered.afterMs)
      if (until.size > mostRemembered) for (const [id, at] of until) if (at < now()) until.delete(id)
    },
    isAsked: conversationId => now() < (until.get(conversationId) ?? 0),
  }
}
