import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { restrictions } from '../../src/attachments/ocr/start.ts'
import { createOcr, type Model, type OcrOptions, type Picture } from '../../src/attachments/ocr.ts'
import { openBrowser } from '../support/browser.ts'
import { dialogs, screenshot } from '../support/screenshots.ts'

const models: Readonly<Record<string, Model>> = { de: 'deu', fr: 'fra', it: 'ita' }
const pictures = new Map<string, Picture>()
const browser = await openBrowser()

beforeAll(async () => {
  for (const dialog of dialogs) {
    const bytes = await screenshot(browser, dialog, { theme: 'dark', scaling: 100 })
    pictures.set(dialog.language, { bytes, model: models[dialog.language] ?? 'eng', scattered: false })
  }
})
afterAll(() => browser.close())

test('error messages in German, French and Italian are read by one process, which changes its language', async () => {
  const ocr = open()
  const pids = new Set<number | undefined>()
  for (const { language, code } of dialogs) {
    expect(await ocr.read(pictureOf(language), soon())).toMatchObject({
      kind: 'read',
      text: expect.stringContaining(code),
    })
    pids.add(ocr.pid)
  }
  expect(pids.size).toBe(1)
})

test('a process that hangs is given up in time, and replaced for the next picture', async () => {
  const ocr = open()
  await ocr.read(pictureOf('de'), soon())
  const hanging = ocr.pid ?? 0
  process.kill(hanging, 'SIGSTOP')
  expect(await ocr.read(pictureOf('de'), AbortSignal.timeout(200))).toEqual({ kind: 'too-slow' })
  await expect.poll(() => isAlive(hanging)).toBe(false)
  expect(await ocr.read(pictureOf('de'), soon())).toMatchObject({ kind: 'read' })
  expect(ocr.pid).not.toBe(hanging)
})

test('a process that dies costs one picture', async () => {
  const ocr = open()
  await ocr.read(pictureOf('de'), soon())
  const read = ocr.read(pictureOf('de'), soon())
  process.kill(ocr.pid ?? 0, 'SIGKILL')
  expect(await read).toEqual({ kind: 'fault' })
  expect(await ocr.read(pictureOf('de'), soon())).toMatchObject({ kind: 'read' })
})

test('a process that is still starting when the time is over is kept for the next picture', async () => {
  const ocr = open()
  const read = ocr.read(pictureOf('de'), AbortSignal.timeout(1))
  const starting = ocr.pid
  expect(await read).toEqual({ kind: 'too-slow' })
  expect(await ocr.read(pictureOf('de'), soon())).toMatchObject({ kind: 'read' })
  expect(ocr.pid).toBe(starting)
})

test('a process that takes too much memory ends itself', async () => {
  expect(await open({ mostMemory: 100_000_000 }).read(pictureOf('de'), soon())).toEqual({ kind: 'fault' })
})

test('what only claims to be a picture costs one answer', async () => {
  const ocr = open()
  const damaged = { ...pictureOf('de'), bytes: pictureOf('de').bytes.subarray(0, 200) }
  expect(await ocr.read(damaged, soon())).toEqual({ kind: 'fault' })
  expect(await ocr.read(pictureOf('de'), soon())).toMatchObject({ kind: 'read' })
})

test('only so many pictures wait; who comes later is told at once', async () => {
  const ocr = open({ mostWaiting: 1 })
  const [first, second] = [ocr.read(pictureOf('de'), soon()), ocr.read(pictureOf('fr'), soon())]
  expect(await ocr.read(pictureOf('it'), soon())).toEqual({ kind: 'busy' })
  expect(await first).toMatchObject({ kind: 'read' })
  expect(await second).toMatchObject({ kind: 'read' })
})

test('a picture that waits is told when its own time is over, and nobody else pays for it', async () => {
  const ocr = open()
  await ocr.read(pictureOf('de'), soon())
  const { pid = 0 } = ocr
  process.kill(pid, 'SIGSTOP')
  const first = ocr.read(pictureOf('de'), soon())
  expect(await ocr.read(pictureOf('de'), AbortSignal.timeout(100))).toEqual({ kind: 'too-slow' })
  process.kill(pid, 'SIGCONT')
  expect(await first).toMatchObject({ kind: 'read' })
  expect(await ocr.read(pictureOf('de'), soon())).toMatchObject({ kind: 'read' })
  expect(ocr.pid).toBe(pid)
})

test('when nothing comes any more, the process ends', async () => {
  const ocr = open({ idleMs: 1 })
  await ocr.read(pictureOf('de'), soon())
  await expect.poll(() => ocr.pid).toBeUndefined()
})

test('reading never reaches for the net, not even for a language that is missing', async () => {
  const { child, said } = watched()
  await once(child, 'message')
  for (const model of ['deu', 'eng', 'xyz']) {
    child.send({ ...pictureOf('de'), model })
    const [answer] = await once(child, 'message')
    expect(answer).toMatchObject({ kind: model === 'xyz' ? 'fault' : 'read' })
  }
  child.kill()
  await once(child, 'exit')
  expect(said.join('')).not.toContain('REACHED FOR THE NET')
  expect(said.join('')).toContain('WATCHED')
})

test('the process may neither write files nor start programs', () => {
  const target = join(tmpdir(), `deskhand-written-${process.pid}`)
  const writes = `require('node:fs').writeFileSync(${JSON.stringify(target)}, '')`
  const starts = `require('node:child_process').spawnSync('true')`
  for (const code of [writes, starts]) {
    const { stderr } = spawnSync(process.execPath, [...restrictions(), '-e', code], { encoding: 'utf8' })
    expect(stderr).toContain('ERR_ACCESS_DENIED')
  }
  expect(existsSync(target)).toBe(false)
})

/** The program itself, where every thread reports each socket that is opened and each name that is looked up. */
function watched(): { readonly child: ChildProcess; readonly said: readonly string[] } {
  const watch = `
    import { writeSync } from 'node:fs'; import net from 'node:net'; import dns from 'node:dns'
    writeSync(2, 'WATCHED\\n')
    const tell = () => { writeSync(2, 'REACHED FOR THE NET\\n'); throw new Error('no net') }
    net.Socket.prototype.connect = tell; dns.lookup = tell; globalThis.fetch = tell`
  const child = fork('src/attachments/ocr/process.ts', ['1000000000'], {
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(watch)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  onTestFinished(() => void child.kill())
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  return { child, said }
}

function open(options: OcrOptions = {}) {
  const ocr = createOcr(options)
  onTestFinished(() => ocr.close())
  return ocr
}

function pictureOf(language: string): Picture {
  const picture = pictures.get(language)
  if (!picture) throw new Error(`There is no picture in ${language}.`)
  return picture
}

function soon(): AbortSignal {
  return AbortSignal.timeout(30_000)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
