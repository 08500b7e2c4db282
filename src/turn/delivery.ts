/** What the turn asks of a channel. bot/channel.ts implements it for Teams, cli/chat.ts for the terminal. */
import type { Address, Answered, Outbound } from '../store/records.ts'
import type { Inbound } from './inbound.ts'

/** Receives one event; resolves when it is committed. Rejects with AppError('busy') when it is not. */
export type Receive = (inbound: Inbound) => Promise<Answered>

/**
 * What became of one send.
 * sent: any 2xx, whatever its body says. retry: 412, 429, 502, 503, 504, a cut or a time-out; `afterMs` as the far side
 * asked, `hung` when it let us wait to the end.
 * gone: 403 or 404, the reference is dead until the employee writes again. refused: 400, 401, 413, 500; never retried.
 */
export type Delivered =
  | { readonly result: 'sent'; readonly activityId?: string }
  | { readonly result: 'retry'; readonly afterMs?: number; readonly hung?: true; readonly reason: string }
  | { readonly result: 'gone'; readonly reason: string }
  | { readonly result: 'refused'; readonly reason: string }

/** Sends one thing. `cardId` is the channel's id of the card to collapse. Never throws. */
export type Deliver = (outbound: Outbound, address: Address, cardId?: string) => Promise<Delivered>
