import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'

const chatty = `
  import { createLog } from './src/log.ts'
  const log = createLog('info')
  const words = 'x'.repeat(200)
  const talk = setInterval(() => { for (let n = 0; n < 100; n++) log.info({ n }, words) }, 10)
  setTimeout(() => { clearInterval(talk); console.error('alive'); process.exit(0) }, 700)
`

test.runIf(existsSync('/dev/full'))(
  'a log that cannot be written ends nothing, and holds up no end',
  async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['--input-type=module', '-e', chatty], {
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stderr?.on('data', part => {
      said += part
    })
    const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(20_000) })
    expect([code, said.trim()]).toEqual([0, 'alive'])
  },
)
