/** An hour in which everything wants to be sent at once: who asks too much, who is told, and who only waits for an answer. */
import type { Said } from './hour.ts'

/** So many minutes of it; what happens each minute stays the same. */
export function busyHour(minutes: number): Said[] {
  const share = minutes / 60
  return [
    ...talkative(2_000 * share),
    ...handOvers(2_400 * share, minutes),
    ...reminders(600 * Math.max(share, 0.2), minutes),
    ...chats(minutes),
  ].toSorted((a, b) => a.at - b.at)
}

/** One conversation with more answers than it may get in an hour. */
function talkative(count: number): Said[] {
  return numbers(count).map(n => ({ at: n * 100, conversation: 'talkative-0', kind: 'chat' }))
}

/** More notices than the agents' channel takes. */
function handOvers(count: number, minutes: number): Said[] {
  return numbers(count).map(n => ({
    at: Math.floor((n / count) * minutes * 60_000),
    conversation: `handed-over-${n}`,
    kind: 'notice',
  }))
}

/** On Monday morning. */
function reminders(count: number, minutes: number): Said[] {
  return numbers(count).map(n => ({ at: minutes * 10_000, conversation: `reminded-${n}`, kind: 'reminder' }))
}

/** People who wait for an answer: one each second, and thirty a second while everybody is reminded. */
function chats(minutes: number): Said[] {
  const calm = numbers(minutes * 60).map(n => n * 1_000)
  const rush = numbers(300).map(n => minutes * 10_000 + n * 33)
  return [...calm, ...rush].map((at, n) => ({ at, conversation: `chat-${n}`, kind: 'chat' }))
}

function numbers(count: number): number[] {
  return Array.from({ length: Math.round(count) }, (_, n) => n)
}
