/** Starts the process that reads pictures, and listens to it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Reader {
  readonly child: ChildProcess
  /** Settles when it can read, or has failed to start; never rejects. */
  readonly ready: Promise<unknown>
}

/** Milliseconds; half a second is usual. */
const longestStart = 30_000
const here = import.meta.dirname
const root = join(here, '../../..')

/** With nothing of the service's settings and secrets in its environment. */
export function startReader(mostMemory: number): Reader {
  const { SystemRoot } = process.env
  const child = fork(join(here, 'process.ts'), [String(mostMemory)], {
    env: SystemRoot === undefined ? {} : { SystemRoot },
    execArgv: [...restrictions(), '--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  const ready = messageOf(child, AbortSignal.timeout(longestStart)).catch(() => child.kill('SIGKILL'))
  return { child, ready }
}

/** The next message of the process. Rejects when the time is over, or when the process ends. */
export async function messageOf(child: ChildProcess, until: AbortSignal): Promise<unknown> {
  const heard = new AbortController()
  const signal = AbortSignal.any([until, heard.signal])
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('The process has ended.')),
  )
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended])
    return message
  } finally {
    heard.abort()
  }
}

/** For node: it may read our own room and the installed packages, write no file and start no program. */
export function restrictions(): readonly string[] {
  const readable = [
    join(here, '*'),
    join(root, 'package.json'),
    ...packages().map(folder => join(folder, '*')),
  ]
  return [
    '--permission',
    '--allow-worker',
    '--disable-warning=SecurityWarning',
    ...readable.map(path => `--allow-fs-read=${path}`),
  ]
}

/** Where they are looked for, and where they are: the folder may be a link. */
function packages(): readonly string[] {
  const tesseract = dirname(createRequire(import.meta.url).resolve('tesseract.js/package.json'))
  return [join(root, 'node_modules'), dirname(tesseract)]
}
