/** Puts both histories together: one walk for each conversation, as both ends saw it. */
import type { ArrivedEvent, ClientEntry, FarEntry, Timed } from './history.ts'

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
  /** Where the last attempt went to. */
  instance: number
  acknowledgedAt?: number
}

export interface Arrived {
  readonly at: number
  readonly says: string
  readonly nonce?: string
  /** As it is written, where the words name one. */
  readonly caseId?: string
}

const caseIds = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/

/** The first that the words name. */
export function caseIdIn(says: string): string | undefined {
  return caseIds.exec(says)?.[0]
}

export function walksOf(client: readonly ClientEntry[], far: readonly FarEntry[]): Walk[] {
  const walks = new Map<string, Walk>()
  for (const entry of client) follow(walks, entry)
  for (const entry of far)
    if (entry.event === 'arrived') walkOf(walks, entry.conversation).arrived.push(arrivedOf(entry))
  return [...walks.values()]
}

function follow(walks: Map<string, Walk>, entry: ClientEntry): void {
  switch (entry.event) {
    case 'began':
      walks.set(entry.conversation, { ...entry, sent: [], arrived: [] })
      break
    case 'sent': {
      const { activity, instance } = entry
      const { sent } = walkOf(walks, entry.conversation)
      sent[entry.step] = { ...(sent[entry.step] ?? { activity }), instance }
      break
    }
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

function arrivedOf({ at, says, nonce }: ArrivedEvent & Timed): Arrived {
  const caseId = caseIdIn(says)
  return {
    at,
    says: comparable(says),
    ...(nonce !== undefined && { nonce }),
    ...(caseId !== undefined && { caseId }),
  }
}

/** A case's id is drawn by lot, and its place in the queue is a matter of who else waits. */
function comparable(says: string): string {
  return says.replace(new RegExp(caseIds, 'g'), '####-####').replace(/Platz \d+/g, 'Platz #')
}
