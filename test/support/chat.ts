/** A conversation in a test: the real turn, store and content; the replies are read where Teams would show them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Conversation, openConversation } from '../../src/cli/conversation.ts'
import type { Case } from '../../src/dialogs/types.ts'
import { plainText } from '../../src/speech/plain.ts'
import type { Spoken } from '../../src/speech/spoken.ts'
import type { Content } from '../../src/turn/decide.ts'
import type { Inbound } from '../../src/turn/inbound.ts'
import type { Observed } from '../../src/turn/turn.ts'
import { shippedContent } from './content.ts'

export interface Chat {
  says(text: string): Promise<string>
  /** By id or label. */
  presses(choice: string): Promise<string>
  sends(what: Inbound['what']): Promise<string>
  restarts(): Promise<void>
  /** Lets time pass and everything that came due happen. */
  later(hours: number): Promise<string>
  /** What was said last, as text; empty when nothing was. */
  readonly lastReply: string
  /** Ids of the buttons of the last question. */
  readonly buttons: readonly string[]
  readonly nonce: string | undefined
  readonly conversation: Conversation
  readonly turns: readonly Observed[]
  case(): Promise<Case>
  summary(language: string): Promise<string>
}

export async function chat(locale: string, content: Content = shippedContent()): Promise<Chat> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-test-'))
  let now = Date.parse('2026-03-02T09:00:00Z')
  const turns: Observed[] = []
  const conversation = await openConversation({
    content,
    path: join(folder, 'chat.db'),
    locale,
    now: () => now,
    observe: turn => turns.push(turn),
  })
  onTestFinished(async () => {
    await conversation.close()
    rmSync(folder, { recursive: true })
  })
  let last: readonly Spoken[] = []
  let asked: Spoken | undefined
  const heard = async (replies: Promise<readonly Spoken[]>) => {
    now += 60_000
    last = await replies
    asked = last.findLast(({ nonce }) => nonce) ?? asked
    return text(last)
  }
  const theCase = async () => {
    const c = await conversation.case()
    expect(c, 'there is no case yet').toBeDefined()
    return c as Case
  }
  return {
    says: words => heard(conversation.says(words)),
    presses: choice => heard(conversation.presses(choice)),
    sends: what => heard(conversation.sends(what)),
    restarts: () => conversation.restarts(),
    later: hours => {
      now += hours * 3_600_000
      return heard(conversation.timersFire())
    },
    get lastReply() {
      return text(last)
    },
    get buttons() {
      return asked?.choices.map(({ id }) => id) ?? []
    },
    get nonce() {
      return asked?.nonce
    },
    conversation,
    turns,
    case: theCase,
    summary: async language => content.speech.summary(await theCase(), language),
  }
}

function text(replies: readonly Spoken[]): string {
  return replies.map(plainText).join('\n\n')
}
