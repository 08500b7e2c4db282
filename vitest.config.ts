import { defineConfig } from 'vitest/config'

/** Tests that start whole processes, a browser or a database server, wait for a disk or make keys; the rest is quick. */
const whole = [
  'test/faults/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/content/reload.test.ts',
  'test/bot/{playground,guard-keys}.test.ts',
  'test/knowledge/kb.test.ts',
  'test/rehearsal/command.test.ts',
  'test/mutations/**/*.test.ts',
  'test/attachments/{ocr,service}.test.ts',
  'test/store/sqlite.test.ts',
  'test/store/sqlite/{alone,crash,file,migration}.test.ts',
  'test/store/postgres/**/*.test.ts',
]

/** Parts that change their process (proxies, servers, rooms of their own): each file gets its own. */
const parts = ['test/attachments/**/*.test.ts', 'test/bot/**/*.test.ts', 'test/rehearsal/**/*.test.ts']

export default defineConfig({
  test: {
    // All processors: vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // Content is loaded once for many files; nothing in src keeps state of its own between tests.
          isolate: false,
          pool: 'threads',
          hookTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: [...whole, ...parts],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'parts',
          include: parts,
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
          // Of the tests of one file that may run side by side: each starts processes of its own.
          maxConcurrency: 3,
        },
      },
    ],
  },
})
