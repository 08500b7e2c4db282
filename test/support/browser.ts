/** A real Chromium from npm; it reaches this machine only. */
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: [
      ...chromiumPackage.args,
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  })
}
