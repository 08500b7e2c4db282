import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Sizes a case or a turn has on disk, as the bench's line of JSON tells them. */
interface Line {
  readonly sizes: { readonly total: number; readonly byTable: Readonly<Record<string, number>> }
  readonly costs: { readonly turnsPerSecond: number }
}

test('bench growth fills every table that grows, takes turns in it, and explains each statement', () => {
  const args = ['bench/main.ts', 'growth', '--rows', '1000', '--database', 'sqlite', '--seconds', '0.2']
  const run = spawnSync(process.execPath, args)
  const lines = run.stdout.toString().trim().split('\n')
  expect(lines.at(-1)).toMatch(
    /^Statements explained: \d\d on sqlite with 1000 cases; 0 of them walk along a large table\.$/,
  )
  const { lines: measured } = JSON.parse(lines.at(-2) ?? '') as { lines: Line[] }
  const { sizes, costs } = measured[0] ?? { sizes: { total: 0, byTable: {} }, costs: { turnsPerSecond: 0 } }
  const grown = Object.entries(sizes.byTable).filter(([, bytes]) => bytes > 4096)
  expect(grown.map(([table]) => table)).toEqual(
    expect.arrayContaining([
      'cases',
      'conversations',
      'inbox',
      'outbox',
      'pictures',
      'sent_cards',
      'timers',
      'transcript',
    ]),
  )
  expect(costs.turnsPerSecond).toBeGreaterThan(0)
})
