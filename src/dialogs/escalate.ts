/** Handing the case to a person, and what the employee does while waiting. */
import type { Understanding } from '../knowledge/understanding.ts'
import { ask, type Moment, sentence, silent, tell } from './moment.ts'
import { moved } from './ownership.ts'
import { keptForLater, remembered } from './record.ts'
import type { Advanced, Case, HandOverReason } from './types.ts'

/** Queues the case. The employee hears why, the place in the queue, and that nothing has to be said twice. */
export function handOver(m: Moment, before: Case, reason: HandOverReason): Advanced {
  const waiting = moved(before, 'hand-over')
  if (waiting.owner !== 'waiting') return silent(before)
  const handedOver = { reason, since: m.at, told: false }
  const c: Case = {
    ...waiting,
    stage: { kind: 'done' },
    outcome: 'handed-over',
    handOver: handedOver,
    misses: 0,
  }
  const say = [
    sentence(`hand-over.${reason}`),
    sentence('hand-over.queued', { case: c.id, place: { place: 'in-queue' } }),
    sentence(c.topic ? 'hand-over.nothing-twice' : 'hand-over.tell-more'),
  ]
  return ask(m, c, { say, choices: ['works-now'] }, [{ kind: 'tell-agents', reason }])
}

/** Everything the employee says while waiting is kept for the agent and acknowledged once. */
export function saidWhileWaiting(m: Moment, before: Case, text: string, u: Understanding): Advanced {
  if (u.answer === 'fixed' || u.choice === 'works-now') return askWithdraw(m, before)
  if (u.interrupt === 'status' || u.interrupt === 'help' || u.interrupt === 'person')
    return stillWaiting(before)
  if (u.interrupt === 'thanks') return keepOpen(tell(before, [sentence('small.thanks')]), before)
  const others = u.decided.filter(topic => topic !== before.topic?.id && m.knowledge.article(topic))
  const c = keptForLater(remembered(before, text, u.signatures), others)
  if (!c.handOver || c.handOver.told) return silent(c)
  return keepOpen(tell({ ...c, handOver: { ...c.handOver, told: true } }, [sentence('waiting.kept')]), c)
}

function stillWaiting(c: Case): Advanced {
  return keepOpen(tell(c, [sentence('waiting.status', { case: c.id, place: { place: 'in-queue' } })]), c)
}

/** "It works now": asked back once, because leaving the queue loses the place in it. */
export function askWithdraw(m: Moment, c: Case): Advanced {
  return ask(m, c, { say: [sentence('withdraw.ask')], choices: ['yes', 'no'] })
}

export function keepWaiting(m: Moment, c: Case): Advanced {
  const say = [sentence('waiting.status', { case: c.id, place: { place: 'in-queue' } })]
  return ask(m, c, { say, choices: ['works-now'] })
}

/** The buttons of the hand-over stay good while the employee waits. */
function keepOpen(said: Advanced, c: Case): Advanced {
  return c.open ? { ...said, case: { ...said.case, open: c.open } } : said
}
