/** Where others can read, Deskhand says one line only: a link into the personal chat. */
import type { Spoken } from '../speech/spoken.ts'
import type { Address } from '../store/records.ts'

/** One line a conversation and minute, however often the bot is mentioned: Teams counts every send. */
const quietMs = 60_000
const remembered = 10_000

/** The link that opens the personal chat with the bot in Teams. */
export function personalLink(botId: string): string {
  const user = botId.startsWith('28:') ? botId.slice(3) : botId
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(user)}`
}

export function publicLine(line: string, address: Address, language: string): Spoken {
  const label = line.replaceAll(/[\\[\]]/g, '\\$&')
  const markdown = `[${label}](${personalLink(address.botId)})`
  return { language, summary: line, blocks: [{ kind: 'text', markdown }], choices: [] }
}

/** True when the line has not been said in this conversation within the last minute; counts as said then. */
export function oncePerMinute(now: () => number): (conversationId: string) => boolean {
  const said = new Map<string, number>()
  return conversationId => {
    const last = said.get(conversationId)
    if (last !== undefined && Math.abs(now() - last) < quietMs) return false
    said.delete(conversationId)
    said.set(conversationId, now())
    const [oldest] = said.keys()
    if (said.size > remembered && oldest !== undefined) said.delete(oldest)
    return true
  }
}
