import { defineConfig } from 'vitest/config'

/** Tests whose service, browser or database server must not be slowed down by others: one file after the other. */
const alone = [
  'test/faults/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/content/reload.test.ts',
  'test/attachments/{ocr,service}.test.ts',
  'test/store/postgres/**/*.test.ts',
  'test/store/sqlite/file.test.ts',
]

/** Tests that start programs, wait for a disk, train or make keys; the rest is quick. */
const programs = [
  'test/cli/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/bot/{playground,guard-keys}.test.ts',
  'test/attachments/conversation.test.ts',
  'test/content/{language,trained,vanished}.test.ts',
  'test/knowledge/{kb,matcher,matcher-many}.test.ts',
  'test/rehearsal/{command,pack}.test.ts',
  'test/mutations/**/*.test.ts',
  'test/store/sqlite.test.ts',
  'test/store/sqlite/{alone,crash,migration,writer}.test.ts',
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
          exclude: [...alone, ...programs, ...parts],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'parts',
          include: parts,
          exclude: [...alone, ...programs],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'programs',
          include: programs,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
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
