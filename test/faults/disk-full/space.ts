/** The room that the database has, in the hand of a drill: see page-limit.ts. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceOptions } from '../../support/service.ts'

export interface Space {
  /** What the service needs to be started with. */
  readonly service: Pick<ServiceOptions, 'env' | 'nodeArguments'>
  /** Not a page more from now on. */
  take(): void
  giveBack(): void
  close(): void
}

/** SQLite's own limit. */
const endless = 4_294_967_294

export function openSpace(): Space {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-space-'))
  const file = join(folder, 'pages')
  const set = (pages: number) => {
    writeFileSync(`${file}.next`, String(pages))
    renameSync(`${file}.next`, file) // Nobody reads half of it.
  }
  set(endless)
  const preload = join(import.meta.dirname, 'page-limit.ts')
  return {
    service: { env: { PAGE_LIMIT_FILE: file }, nodeArguments: ['--import', preload] },
    take: () => set(1),
    giveBack: () => set(endless),
    close: () => rmSync(folder, { recursive: true }),
  }
}
