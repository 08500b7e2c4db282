/**
 * As little HTTP/1.1 as the bench needs. Load generator and connector share the processors with what is measured;
 * written like this they take a third of what they take with node:http and undici.
 */
import { connect, type Socket } from 'node:net'

/** Tells of each message whose body has a Content-Length (or none). Chunked ones end the connection with an error. */
export function readMessages(socket: Socket, tell: (head: string, body: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part])
    for (let end = rest.indexOf('\r\n\r\n'); end !== -1; end = rest.indexOf('\r\n\r\n')) {
      const head = rest.latin1Slice(0, end)
      const bodyEnd = end + 4 + lengthOf(head)
      if (rest.length < bodyEnd) return
      tell(head, rest.subarray(end + 4, bodyEnd))
      rest = rest.subarray(bodyEnd)
    }
  })
}

function lengthOf(head: string): number {
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error(`Not understood here:\n${head}`)
  return Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
}

export interface Reply {
  readonly status: number
  readonly body: string
}

export interface Client {
  post(path: string, headers: string, body: string): Promise<Reply>
  close(): void
}

interface Line {
  readonly socket: Socket
  done?: (reply: Reply) => void
  failed?: (reason: Error) => void
}

/** Opens as many connections as there are requests at a time, and keeps them. */
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

  return {
    post(path, headers, body) {
      const line = idle.pop() ?? open()
      const length = Buffer.byteLength(body)
      const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers}Content-Length: ${length}\r\n\r\n`
      return new Promise((resolve, reject) => {
        line.done = resolve
        line.failed = reject
        line.socket.write(head + body)
      })
    },
    close() {
      for (const { socket } of all) socket.destroy()
    },
  }
}
