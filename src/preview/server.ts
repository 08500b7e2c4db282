/** The preview in the browser: on this machine only, and with a word to the page whenever something has changed. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isLoopback } from '../config/loopback.ts'
import { foldersOf } from '../content/source.ts'
import { watchFolders } from '../content/watch.ts'
import type { ContentOptions } from '../content.ts'
import { AppError, messageOf } from '../errors.ts'
import { type Answer, answerTo, rendererCode, sentence } from './answers.ts'
import { lintShelf, readShelf, type Shelf } from './shelf.ts'

export interface Preview {
  /** `http://127.0.0.1:40000/` */
  readonly url: string
  close(): Promise<void>
}

/** Everything comes from here, and nothing that is written in an article can run. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}
/** The linter takes seconds; the cards are shown before it begins. */
const lintAfterMs = 100

/** Port 0: any free one. Throws AppError('content') when there is nothing to show. */
export async function startPreview(options: ContentOptions, port: number): Promise<Preview> {
  rendererCode()
  const pages = new Set<ServerResponse>()
  let shelf = readShelf(options)
  let linting: NodeJS.Timeout | undefined

  function put(read: () => Shelf): void {
    shelf = attempted(shelf, read)
    for (const page of pages) page.write('event: changed\ndata: \n\n')
  }
  function lintSoon(): void {
    clearTimeout(linting)
    linting = setTimeout(() => put(() => lintShelf(options, shelf)), lintAfterMs)
  }
  function changed(): void {
    put(() => readShelf(options, shelf))
    lintSoon()
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const refusal = refusalOf(request)
    if (refusal) send(response, refusal)
    else if (pathname === '/api/changes') follow(request, response, pages)
    else
      send(
        response,
        answered(() => answerTo(pathname, searchParams, shelf)),
      )
  })
  const url = await listening(server, port)
  const unwatch = watchFolders(foldersOf(options), changed, () => {})
  lintSoon()
  return {
    url,
    close: () => {
      clearTimeout(linting)
      unwatch()
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

/** A folder that is being exchanged may be half there; the next change tells again. */
function attempted(shelf: Shelf, read: () => Shelf): Shelf {
  try {
    return read()
  } catch (thrown) {
    const listed = thrown instanceof AppError ? thrown.problems : []
    const problems = listed.length > 0 ? listed : [messageOf(thrown)]
    return { ...shelf, faults: problems.map(sentence => ({ place: '', sentence, grave: true })) }
  }
}

/** A page elsewhere whose name was pointed at this machine gets nothing. */
function refusalOf({ method, headers: { host = '' } }: IncomingMessage): Answer | undefined {
  if (!isLoopback(host.replace(/:\d+$/, ''))) return sentence(403, 'This page is for this machine only.')
  return method === 'GET' ? undefined : sentence(405, 'There is nothing to change here.')
}

/** An article that is broken from the start may be too broken to be shown. */
function answered(answer: () => Answer): Answer {
  try {
    return answer()
  } catch (thrown) {
    return sentence(500, messageOf(thrown))
  }
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Type': type }).end(body)
}

function follow(request: IncomingMessage, response: ServerResponse, pages: Set<ServerResponse>): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' })
  response.write('retry: 500\n\n')
  pages.add(response)
  request.once('close', () => pages.delete(response))
}

async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const failed = ({ message }: Error) =>
      reject(
        new AppError(
          'configuration',
          `Port ${port} cannot be used (${message}); choose another with --port.`,
        ),
      )
    server.once('error', failed).listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
