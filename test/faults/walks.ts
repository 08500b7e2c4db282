/** Puts both histories together: one walk for each conversation, as both ends saw it. */
import type { ClientEntry, FarEntry } from './history.ts'

export interface Walk {
  readonly conversation: string
  readonly path: string
  readonly reference: boolean
  /** By step, from 0. */
  readonly sent: Sent[]
  /** The client saw the whole path through to the end. */
  readonly arrived: Arrived[]
}

export interface Sent {
  readonly activity: string
  acknowledgedAt?: number
}

export interface Arrived {
  readonly at: number
  readonly says: string
  readonly nonce?: string
}

export function walksOf(client: readonly ClientEntry[], far: readonly FarEntry[]): Walk[] {
  const walks = new Map<string, Walk>()
  for (const entry of client) follow(walks, entry)
  for (const { conversation, at, says, nonce } of far) {
    const arrived = { at, says: comparable(says), ...(nonce !== undefined && { nonce }) }
    walkOf(walks, conversation).arrived.push(arrived)
  }
  return [...walks.values()]
}

function follow(walks: Map<string, Walk>, entry: ClientEntry): void {
  switch (entry.event) {
    case 'began':
      walks.set(entry.conversation, { ...entry, sent: [], arrived: [] })
      break
    case 'sent':
      walkOf(walks, entry.conversation).sent[entry.step] ??= { activity: entry.activity }
      break
    case 'acknowledged': {
      const sent = walkOf(walks, entry.conversation).sent.find(({ activity }) => activity === entry.activity)
      if (sent) sent.acknowledgedAt ??= entry.at
      break
    }
  }
}

function walkOf(walks: Map<string, Walk>, conversation: string): Walk {
  const walk = walks.get(conversation)
  if (!walk) throw new Error(`The histories do not belong together: ${conversation} never began.`)
  return walk
}

/** A case's id is drawn by lot. */
function comparable(says: string): string {
  return says.replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '####-####')
}
