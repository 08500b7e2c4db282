import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'deskhand-test-'))
  return { path, remove: () => rmSync(path, { recursive: true }) }
}
