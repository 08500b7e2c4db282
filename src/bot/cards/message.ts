/** Speech as the message of a channel: a card where there is something to press or to lay out, else text. */
import type { Spoken } from '../../speech/spoken.ts'
import { actionSets } from './actions.ts'
import { elementsOf } from './body.ts'
import { type AdaptiveCard, card, cardType, richText, run } from './elements.ts'
import { asMarkdown, asText } from './text.ts'

export interface Message {
  readonly type: 'message'
  readonly text?: string
  readonly textFormat?: 'markdown' | 'plain'
  /** What a notification says; a card without it is announced as "Sent a card". */
  readonly summary?: string
  readonly attachments?: readonly [{ readonly contentType: string; readonly content: AdaptiveCard }]
}

/** Elsewhere (mail, short messages) the same words come as text with numbered choices. */
const cardChannels: ReadonlySet<string> = new Set(['msteams', 'emulator', 'webchat', 'directline'])

export function showsCards(channelId: string): boolean {
  return cardChannels.has(channelId)
}

export function messageFor(spoken: Spoken, channelId: string): Message {
  if (!showsCards(channelId)) return { type: 'message', text: asText(spoken), textFormat: 'plain' }
  if (!needsCard(spoken)) return { type: 'message', text: asMarkdown(spoken), textFormat: 'markdown' }
  return cardMessage(spokenCard(spoken), spoken.summary)
}

/** Buttons work once, so a card without a nonce has none. */
export function spokenCard(spoken: Spoken): AdaptiveCard {
  const buttons = spoken.nonce === undefined ? [] : actionSets(spoken.choices, spoken.nonce)
  const words = { lang: spoken.language.slice(0, 2), summary: spoken.summary }
  return card([...spoken.blocks.flatMap(elementsOf), ...buttons], words)
}

/** What is left of a card when its question is settled: one line of plain text, nothing to press. */
export function collapsed(line: string): AdaptiveCard {
  return card([richText([run(line, { isSubtle: true })])])
}

export function cardMessage(content: AdaptiveCard, summary: string): Message {
  return { type: 'message', summary, attachments: [{ contentType: cardType, content }] }
}

function needsCard(spoken: Spoken): boolean {
  return spoken.choices.length > 0 || spoken.blocks.some(block => block.kind !== 'text')
}
