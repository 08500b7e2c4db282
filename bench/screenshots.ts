/**
 * How well and how fast error messages are read from pictures.
 *
 *   npm run -s bench -- screenshots
 *
 * Dialogs in three languages, rendered by a real Chromium: light and dark, at 75 % (a picture that was made smaller on
 * its way), 100 and 150 %, and on a whole screen of 1920 x 1080. Read as the service reads them, in a process of its
 * own; each three times, the middle one counts.
 */
import type { Browser } from 'playwright-core'
import { createOcr, type Ocr } from '../src/attachments/ocr.ts'
import { readPicture } from '../src/attachments/picture.ts'
import { pngSize } from '../src/attachments/size.ts'
import { openBrowser } from '../test/support/browser.ts'
import { now } from '../test/support/clock.ts'
import { type Dialog, dialogs, type Look, screenshot, wholeScreen } from '../test/support/screenshots.ts'

interface Row {
  readonly picture: string
  readonly size: string
  readonly read: boolean
  readonly ms: number
  readonly maxRss: number
}

const themes = ['light', 'dark'] as const
const scalings = [75, 100, 150] as const

export async function run(): Promise<void> {
  const browser = await openBrowser()
  const ocr = createOcr()
  try {
    await start(browser, ocr)
    const rows: Row[] = []
    for (const dialog of dialogs) rows.push(...(await rowsOf(browser, dialog, ocr)))
    show(rows)
  } finally {
    ocr.close()
    await browser.close()
  }
}

async function start(browser: Browser, ocr: Ocr): Promise<void> {
  const [dialog] = dialogs
  if (!dialog) return
  const first = await measured(
    '',
    await screenshot(browser, dialog, { theme: 'light', scaling: 100 }),
    dialog,
    ocr,
    1,
  )
  console.log(`first picture, with the start of the process: ${first.ms} ms`)
}

async function rowsOf(browser: Browser, dialog: Dialog, ocr: Ocr): Promise<Row[]> {
  const rows: Row[] = []
  for (const theme of themes) {
    for (const scaling of scalings) {
      const look: Look = { theme, scaling }
      const name = `${dialog.language} ${theme} ${scaling} %`
      rows.push(await measured(name, await screenshot(browser, dialog, look), dialog, ocr))
    }
    const screen = await wholeScreen(browser, dialog, theme)
    rows.push(await measured(`${dialog.language} ${theme} whole screen`, screen, dialog, ocr))
  }
  return rows
}

async function measured(picture: string, bytes: Buffer, dialog: Dialog, ocr: Ocr, times = 3): Promise<Row> {
  const size = pngSize(bytes)
  if (!size) throw new Error('The browser made no PNG.')
  const all: { readonly ms: number; readonly read: boolean; readonly maxRss: number }[] = []
  for (let i = 0; i < times; i++) {
    const started = now()
    const reading = { language: dialog.language, serviceUrl: '', until: AbortSignal.timeout(60_000) }
    const { read, seen } = await readPicture(bytes, size, reading, ocr)
    const isRead = read.kind === 'text' && new RegExp(`(?<!\\w)${dialog.code}(?!\\w)`).test(read.text)
    all.push({ ms: Math.round(now() - started), read: isRead, maxRss: seen.maxRss ?? 0 })
  }
  all.sort((a, b) => a.ms - b.ms)
  return {
    picture,
    size: `${size.width} x ${size.height}`,
    read: all.every(({ read }) => read),
    ms: all[Math.floor(times / 2)]?.ms ?? 0,
    maxRss: Math.max(...all.map(({ maxRss }) => maxRss)),
  }
}

function show(rows: readonly Row[]): void {
  console.log(`\n${'picture'.padEnd(24)}${'pixels'.padEnd(14)}${'code read'.padEnd(12)}time`)
  for (const { picture, size, read, ms } of rows) {
    console.log(`${picture.padEnd(24)}${size.padEnd(14)}${(read ? 'yes' : 'NO').padEnd(12)}${ms} ms`)
  }
  const good = rows.filter(({ read }) => read).length
  const memory = Math.round(Math.max(...rows.map(({ maxRss }) => maxRss)) / 1_000_000)
  console.log(`\n${good} of ${rows.length} codes read; most memory of the process: ${memory} MB`)
}
