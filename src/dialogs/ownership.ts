/** Who owns the chat. This table is the only way from one owner to another. */
import type { Case, Owner } from './types.ts'

export type Move =
  | 'hand-over' // the bot gives up, or the employee wants a person
  | 'withdraw' // the employee needs nobody any more
  | 'claim' // an agent takes the case
  | 'release' // the agent puts it back into the queue
  | 'hand-back' // the agent gives the chat back to the bot
  | 'finish' // the agent is done, notes may follow
  | 'close'
  | 'reopen'

const transitions: Readonly<Record<Owner, Partial<Record<Move, Owner>>>> = {
  bot: { 'hand-over': 'waiting', close: 'closed' },
  waiting: { claim: 'agent', withdraw: 'bot', close: 'closed' },
  agent: { release: 'waiting', 'hand-back': 'bot', finish: 'wrap-up' },
  'wrap-up': { reopen: 'agent', close: 'closed' },
  closed: { reopen: 'bot', 'hand-over': 'waiting' },
}

/** The owner after a move, or undefined when the move is not open to the present owner. */
export function ownerAfter(owner: Owner, move: Move): Owner | undefined {
  return transitions[owner][move]
}

/** The case after a move; unchanged when someone else was faster. */
export function moved(c: Case, move: Move): Case {
  const owner = ownerAfter(c.owner, move)
  return owner === undefined ? c : { ...c, owner }
}
