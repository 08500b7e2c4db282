/** The employee's side in the Agents Playground, as a person uses it: types, reads, presses. */
import type { Browser, Page } from 'playwright-core'

export interface ChatPage {
  readonly page: Page
  /** Types a message and waits for what Deskhand says to it. */
  says(text: string): Promise<string>
  /** Presses the button of the last card that has it, and waits for the answer. */
  presses(label: string): Promise<string>
  /** Everything that stands in the chat. */
  text(): Promise<string>
}

export async function openChatPage(browser: Browser, url: string): Promise<ChatPage> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 860 } })
  await page.goto(url)
  const box = page.getByRole('textbox').first()
  const messages = page.getByText('Test Bot')
  await messages.first().waitFor()
  /** A new message of Deskhand's is one more line with its name. */
  async function answered(act: () => Promise<void>): Promise<string> {
    const before = await messages.count()
    await act()
    await messages.nth(before).waitFor({ timeout: 15_000 })
    await page.waitForLoadState('networkidle')
    return lastText()
  }

  async function lastText(): Promise<string> {
    const all = await text()
    return all.slice(all.lastIndexOf('Test Bot'))
  }

  async function text(): Promise<string> {
    return page.locator('body').innerText()
  }

  return {
    page,
    text,
    says: words =>
      answered(async () => {
        await box.click()
        await page.keyboard.type(words)
        await page.keyboard.press('Enter')
      }),
    presses: label => answered(() => page.getByRole('button', { name: label, exact: true }).last().click()),
  }
}
