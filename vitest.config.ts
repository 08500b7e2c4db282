import { defineConfig } from 'vitest/config'

/** Tests that start whole processes or a browser; everything else runs in a few seconds. */
const whole = [
  'test/faults/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/bot/playground.test.ts',
  'test/knowledge/kb.test.ts',
  'test/store/sqlite/{crash,file,migration}.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Content is loaded once for many files; nothing in src keeps state of its own between tests.
          isolate: false,
          pool: 'threads',
          hookTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: whole,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: whole,
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
