/** `npm run -s dead-letters`, as an operator calls it, on the database of a stage. */
import { execFile } from 'node:child_process'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { APP_ID, TENANT_ID } from '../../support/issuer.ts'

export interface Letter {
  readonly id: string
  readonly reason: string
  readonly conversation: string
}

const call = promisify(execFile)

export async function listLetters(databaseUrl: string): Promise<readonly Letter[]> {
  const lines = (await run(databaseUrl)).split('\n').filter(line => line.includes('\t'))
  return lines.map(line => {
    const [id = '', , reason = '', key = ''] = line.split('\t')
    return { id, reason, conversation: key.split('|')[1] ?? '' }
  })
}

export async function resendLetters(databaseUrl: string, letters: readonly Letter[]): Promise<void> {
  await run(databaseUrl, 'resend', ...letters.map(({ id }) => id))
}

async function run(databaseUrl: string, ...words: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_TENANT_ID: TENANT_ID,
    MICROSOFT_APP_PASSWORD: 'Qx8~nobody-has-this-one.4tZ2wLm9Kp',
  }
  const { stdout } = await call(process.execPath, ['src/cli/dead-letters.ts', ...words], { env })
  return stdout
}

/** Without the operator, when there are so many; or as many as there are after the patience. */
export async function lettersIn(databaseUrl: string, count: number, patienceMs: number): Promise<number> {
  const db = new DatabaseSync(databaseUrl.replace('sqlite:', ''), { readOnly: true, timeout: 5_000 })
  const letters = () => Number(db.prepare('SELECT count(*) AS letters FROM dead_letters').get()?.letters)
  const until = performance.now() + patienceMs
  while (letters() !== count && performance.now() < until) await pause(20)
  const found = letters()
  db.close()
  return found
}
