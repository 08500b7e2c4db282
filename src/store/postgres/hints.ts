/**
 * Tells another instance, in a moment, that something was left for it. Only a hint: when it is lost, the next look into
 * the database finds the same. Many go together, on a connection of its own, because NOTIFY takes a lock on the whole
 * database for the rest of its transaction.
 */

import type { Client } from './connection.ts'
import { lonelyClient, type Server } from './connection.ts'
import { leaseSql } from './leases.ts'

export interface Hints {
  send(life: number, conversation: string): void
  /** One listener; the last one counts. */
  listen(tell: (conversations: readonly string[]) => void): void
  /** Says which connection lives as long as this process: when it breaks, the others know. */
  register(): void
  close(): Promise<void>
}

interface Hint {
  readonly to: number
  readonly conversations: readonly string[]
}

/** Anybody may notify, a newer version too: what is no hint is none. */
function hintIn(payload: string): Hint | undefined {
  try {
    const { to, conversations } = JSON.parse(payload)
    return typeof to === 'number' && Array.isArray(conversations) ? { to, conversations } : undefined
  } catch {
    return undefined
  }
}

const channel = 'deskhand_left'
/** Hints gather for so long. */
const gatherMs = 15
const reconnectMs = 1_000
/** A notification holds 8,000 bytes, a conversation's key some 200. */
const keysAtOnce = 30

export function openHints(server: Server, life: () => number): Hints {
  let client: Client | undefined
  let closed = false
  let asked: Promise<unknown> = Promise.resolve()
  let tell: (conversations: readonly string[]) => void = () => {}
  let gathering: NodeJS.Timeout | undefined
  const left = new Map<number, Set<string>>()

  async function connect(): Promise<void> {
    if (closed) return
    const fresh = lonelyClient(server)
    let over = false
    const leave = () => {
      if (over) return
      over = true
      again()
      void fresh.end().catch(() => undefined)
    }
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    fresh.once('end', leave)
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
      if (over) return
      client = fresh
      register()
    } catch {
      leave()
    }
    if (closed) await fresh.end()
  }

  /** One after the other, as a connection wants it. What fails is only a hint. */
  function ask(sql: string, values: unknown[]): void {
    asked = asked.then(() => client?.query(sql, values)).catch(() => undefined)
  }

  function register(): void {
    ask(leaseSql.register, [life()])
  }

  function again(): void {
    client = undefined
    setTimeout(connect, reconnectMs).unref()
  }

  function heard(payload: string): void {
    const hint = hintIn(payload)
    if (hint?.to === life()) tell(hint.conversations)
  }

  function flush(): void {
    gathering = undefined
    for (const [to, keys] of left) {
      const all = [...keys]
      for (let at = 0; at < all.length; at += keysAtOnce)
        notify({ to, conversations: all.slice(at, at + keysAtOnce) })
    }
    left.clear()
  }

  function notify(hint: Hint): void {
    ask('SELECT pg_notify($1, $2)', [channel, JSON.stringify(hint)])
  }

  void connect()
  return {
    send(to, conversation) {
      left.set(to, (left.get(to) ?? new Set()).add(conversation))
      gathering ??= setTimeout(flush, gatherMs).unref()
    },
    listen: listener => {
      tell = listener
    },
    register,
    async close() {
      closed = true
      clearTimeout(gathering)
      await client?.end().catch(() => undefined)
    },
  }
}
