/** `npm test`: lint, types and every test; closes with one line that counts all of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Count {
  readonly passed: number
  readonly failed: number
}

const folder = mkdtempSync(join(tmpdir(), 'deskhand-test-'))
const counts = [checked('lint', 'biome', ['check']), checked('types', 'tsc', ['--noEmit']), tested()]
rmSync(folder, { recursive: true })
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/** Lint and types count as one test each. */
function checked(name: string, command: string, args: readonly string[]): Count {
  const ok = run(command, args)
  console.log(`${name}: ${ok ? 'ok' : 'FAILED'}`)
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function tested(): Count {
  const file = join(folder, 'result.json')
  const filters = process.argv.slice(2)
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ])
  const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  // A file that does not even load has no failed test of its own.
  const failed = result.numFailedTests === 0 && !ok ? 1 : result.numFailedTests
  return { passed: result.numPassedTests, failed }
}

/** Runs a tool of node_modules/.bin with this very Node. */
function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}
