/** An author writes in the editor and looks at the browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'

/** Where pictures are kept when somebody wants to look: SCREENSHOTS=folder npx vitest run test/browser */
const pictures = process.env.SCREENSHOTS

interface Desk {
  readonly url: string
  readonly page: Page
  /** What the page wanted from elsewhere, or complained of. */
  readonly complaints: readonly string[]
  /** Saves as editors do: beside the file, then renamed. */
  saves(file: string, change: (text: string) => string): void
}

async function desk(look: { width?: number; colorScheme?: 'dark' | 'light' } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-preview-'))
  const article = join(folder, 'own/bad-spi')
  cpSync(resolve('knowledge/ipsec/bad-spi'), article, { recursive: true })
  const child = spawn(process.execPath, ['src/cli/kb.ts', 'preview', 'bad-spi', '--port', '0'], {
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: join(folder, 'own') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    child.kill()
    rmSync(folder, { recursive: true })
  })
  const url = await addressOf(child)
  const { width = 1280, colorScheme = 'light' } = look
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const complaints: string[] = []
  page.on('console', message => void complaints.push(message.text()))
  page.on('pageerror', error => void complaints.push(error.message))
  page.on('request', request => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:'))
      complaints.push(request.url())
  })
  await page.goto(url)
  await page.locator('.card').first().waitFor()
  const saves = (file: string, change: (text: string) => string) => {
    writeFileSync(join(folder, 'saved'), change(readFileSync(join(article, file), 'utf8')))
    renameSync(join(folder, 'saved'), join(article, file))
  }
  return { url, page, complaints, saves }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The preview has no output.')
  for await (const line of createInterface(stdout)) {
    const url = /^Open (\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('The preview did not start.')
}

const cards = (page: Page) => page.locator('.chat .card')

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `preview-${name}.png`) })
}

test('the article stands there as it is sent, from the first card to what the agent reads', async () => {
  const { page, complaints } = await desk()
  await expect
    .poll(() => cards(page).first().innerText())
    .toContain('End your VPN connection with Disconnect')
  expect(await cards(page).last().innerText()).toContain('There is nothing more you can do yourself')
  expect(await page.locator('.beside').innerText()).toContain('Delete the stale associations')
  expect(await page.locator('.summary').innerText()).toContain('win32:13910')
  expect(complaints).toEqual([])
  await picture(page, 'light')
})

test('a button is pressed as an employee does, and the way goes on from there', async () => {
  const { page } = await desk()
  await cards(page).nth(1).getByRole('button', { name: 'It keeps coming' }).click()
  await expect.poll(() => page.locator('.said').nth(1).innerText()).toBe('It keeps coming')
  expect(await page.locator('.summary').innerText()).toContain('lifetimes are too short')
  await cards(page).first().getByRole('button', { name: 'It works now' }).press('Enter')
  await expect.poll(() => page.locator('.end').innerText()).toBe('Solved.')
})

test('what is saved appears by itself, where the reader is', async () => {
  const { page, saves } = await desk()
  await cards(page).nth(2).scrollIntoViewIfNeeded()
  const button = cards(page).nth(1).getByRole('button', { name: 'It keeps coming' })
  await button.focus()
  const place = () =>
    cards(page)
      .nth(2)
      .evaluate(card => Math.round(card.getBoundingClientRect().top))
  const before = await place()
  saves('en.md', text =>
    text.replace('A packet arrived', `${'One more sentence at the top. '.repeat(12)}A packet arrived`),
  )
  await page.getByText('One more sentence at the top.').first().waitFor({ state: 'attached' })
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1)
  expect(await button.evaluate(element => element.matches(':focus'))).toBe(true)
})

test('a broken file is named with its line, and the last good card stays until it is mended', async () => {
  const { page, saves } = await desk()
  const broken = page.locator('#faults')
  saves('en.md', text =>
    text.replace('# how-often', '# how-oftn').replace('A packet arrived', 'Nothing arrived'),
  )
  await broken.getByText('bad-spi/en.md:').first().waitFor()
  expect(await broken.innerText()).toMatch(/en\.md:\d+ "# how-oftn" is no step of article\.yaml/)
  expect(await cards(page).first().innerText()).toContain('A packet arrived')
  await picture(page, 'broken')
  saves('en.md', text => text.replace('# how-oftn', '# how-often'))
  await page.getByText('Nothing arrived').first().waitFor()
  await expect.poll(() => broken.innerText()).not.toContain('how-oftn')
})

test('two languages stand side by side, follow the same answers, and one that is missing says so', async () => {
  const { page } = await desk({ width: 1500, colorScheme: 'dark' })
  await page.locator('#languages').getByText('de', { exact: true }).click()
  await page.locator('#beside').selectOption('fr')
  const columns = page.locator('.column')
  await expect.poll(() => columns.count()).toBe(2)
  await columns.nth(1).getByRole('button', { name: 'Il revient sans cesse' }).click()
  await expect.poll(() => columns.nth(0).locator('.said').nth(1).innerText()).toBe('Sie kommt immer wieder')
  await picture(page, 'dark')
  await page.locator('#beside').selectOption('es')
  await expect.poll(() => columns.nth(1).innerText()).toContain('Estas instrucciones aún no están traducidas')
})

test('on a phone nothing is wider than the screen, and the articles are folded away', async () => {
  const { page } = await desk({ width: 360 })
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
  expect(await page.locator('#articles').isVisible()).toBe(false)
  await page.locator('#shelf summary').press('Enter')
  await page.locator('#filter').fill('certificate')
  await page.getByRole('link', { name: /refuses a certificate/ }).press('Enter')
  await expect.poll(() => page.locator('h1').innerText()).toBe('The VPN refuses a certificate')
  await picture(page, 'narrow')
})

test('the page is for this machine: another name that points here gets nothing', async () => {
  const { url } = await desk()
  const { request } = await import('node:http')
  const status = await new Promise(done =>
    request(url, { headers: { host: 'attacker.example' } }, ({ statusCode }) => done(statusCode)).end(),
  )
  expect(status).toBe(403)
  const headers = (await fetch(url)).headers
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
})
