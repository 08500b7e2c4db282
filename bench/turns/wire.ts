/**
 * As little HTTP/1.1 as the bench needs. Load generator and connector share the processors with what is measured;
 * written like this they take a third of what they take with node:http and undici.
 */
import { connect, type Socket } from 'node:net'

/** Tells of each message on the connection, in order. */
export function readMessages(socket: Socket, tell: (head: string, body: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part])
    for (let message = firstMessage(rest); message; message = firstMessage(rest)) {
      tell(message.head, message.body)
      rest = rest.subarray(message.end)
    }
  })
}

interface Message {
  readonly head: string
  readonly body: Buffer
  /** Where the next one begins. */
  readonly end: number
}

/** Undefined: not all of it is there yet. */
function firstMessage(bytes: Buffer): Message | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const start = headEnd + 4
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return chunked(bytes, head, start)
  const end = start + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  return end <= bytes.length ? { head, body: bytes.subarray(start, end), end } : undefined
}

function chunked(bytes: Buffer, head: string, start: number): Message | undefined {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd === -1) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size + 2
    if (end > bytes.length) return undefined
    if (size === 0) return { head, body: Buffer.concat(parts), end }
    parts.push(bytes.subarray(lineEnd + 2, end - 2))
    at = end
  }
}

export interface Reply {
  readonly status: number
  readonly body: string
}

export interface Client {
  /** Opens so many connections and asks something on each: a busy server lets new ones wait for seconds. */
  open(count: number): Promise<void>
  post(path: string, headers: string, body: string): Promise<Reply>
  close(): void
}

interface Line {
  readonly socket: Socket
  done?: (reply: Reply) => void
  failed?: (reason: Error) => void
}

/** Keeps its connections, and opens another one when all are in use. */
export function openClient(url: string): Client {
  const { hostname, port } = new URL(url)
  const idle: Line[] = []
  const all = new Set<Line>()

  function open(): Line {
    const line: Line = { socket: connect(Number(port), hostname).setNoDelay(true) }
    all.add(line)
    readMessages(line.socket, (head, body) => {
      idle.push(line)
      line.done?.({ status: Number(head.slice(9, 12)), body: body.toString() })
    })
    line.socket.on('error', error => line.failed?.(error))
    line.socket.on('close', () => {
      all.delete(line)
      if (idle.includes(line)) idle.splice(idle.indexOf(line), 1)
      line.failed?.(new Error('the connection ended'))
    })
    return line
  }

  function ask(line: Line, text: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      line.done = resolve
      line.failed = reject
      line.socket.write(text)
    })
  }

  return {
    async open(count) {
      const lines = Array.from({ length: count }, open)
      await Promise.all(
        lines.map(line => ask(line, `GET /healthz HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`)),
      )
    },
    post(path, headers, body) {
      const host = `Host: ${hostname}:${port}\r\n`
      const length = `Content-Length: ${Buffer.byteLength(body)}\r\n`
      return ask(idle.pop() ?? open(), `POST ${path} HTTP/1.1\r\n${host}${headers}${length}\r\n${body}`)
    },
    close() {
      for (const { socket } of all) socket.destroy()
    },
  }
}
