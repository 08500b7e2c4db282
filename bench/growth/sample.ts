/** One conversation that the product has led, of which all stored ones are copies: so every row has its true size. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Conversation, openConversation } from '../../src/cli/conversation.ts'
import { readContent } from '../../src/content.ts'
import type { Spoken } from '../../src/speech/spoken.ts'
import type { Address, Line } from '../../src/store/records.ts'
import type { Store } from '../../src/store/store.ts'
import { moveOf } from '../turns/talk.ts'

export interface Sample {
  /** Of the case; each copy gets its own. */
  readonly caseId: string
  /** JSON, as the store keeps it. */
  readonly state: string
  readonly topic: string
  readonly lines: readonly Line[]
  /** A card with buttons. */
  readonly card: Spoken
}

/** `turns`: what the employee wrote or pressed. */
export async function playSample(turns: number): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-growth-'))
  try {
    const conversation = await openConversation({
      content: readContent({ defaultLanguage: 'de' }),
      path: join(folder, 'sample.db'),
      locale: 'de-DE',
    })
    const card = await talk(conversation, turns)
    const sample = await sampleOf(conversation.store, card)
    await conversation.close()
    return sample
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Answers the last card. */
async function talk(conversation: Conversation, turns: number): Promise<Spoken> {
  let card: Spoken | undefined
  for (let turn = 0; turn < turns; turn++) {
    const { text, press } = moveOf(turn)
    const said = await (press ? conversation.presses(press) : conversation.says(text))
    card = said.findLast(({ nonce }) => nonce !== undefined) ?? card
  }
  if (!card) throw new Error('The sample conversation has no card.')
  return card
}

async function sampleOf(store: Store, card: Spoken): Promise<Sample> {
  const { case: current } = await store.load('terminal')
  if (!current) throw new Error('The sample conversation has no case.')
  const lines = await store.transcript(current.id)
  return {
    caseId: current.id,
    state: JSON.stringify(current),
    topic: current.topic?.id ?? '',
    lines,
    card,
  }
}

/** As long as Teams' own; `thread` is put in by whoever copies it. */
export function addressOf(thread: string): Address {
  return {
    serviceUrl: 'https://smba.trafficmanager.net/emea/00000000-0000-4000-8000-000000000001/',
    channelId: 'msteams',
    conversationId: thread,
    botId: '28:00000000-0000-4000-8000-000000000002',
    employeeId: `29:${thread}`,
    tenantId: '00000000-0000-4000-8000-000000000001',
  }
}
