import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom: a room may use the rooms after it, never one before. */
const order = [
  ['main', 'hang-up', 'compile-cache', 'metrics', 'log'],
  ['bot', 'attachments', 'console', 'cli', 'config', 'content', 'preview'],
  ['rehearsal'],
  ['turn'],
  ['handoff', 'tickets', 'store', 'privacy'],
  ['speech'],
  ['dialogs', 'import'],
  ['knowledge'],
  ['errors'],
]

/** Packages with one home. */
const homes: Record<string, RegExp> = {
  'src/bot/channel.ts': /^(botbuilder|botframework-)/,
  'src/knowledge/text.ts': /^natural\b/,
  'src/speech/locales.ts': /^i18next$/,
  'src/metrics.ts': /^prom-client$/,
  'src/log.ts': /^pino$/,
  'src/store/postgres/connection.ts': /^pg$/,
  'src/import/table.ts': /^csv-parse/,
}

const src = resolve('src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map(file => join('src', file))

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, path]) => (path ? [path] : []))
}

function roomOf(file: string): string {
  return relative(src, resolve(file)).split(/[/.]/)[0] ?? ''
}

function floorOf(file: string): number {
  return order.findIndex(rooms => rooms.includes(roomOf(file)))
}

test('every file lives in a room that the architecture knows', () => {
  expect(files.filter(file => floorOf(file) < 0)).toEqual([])
})

test('imports go one way: main, bot, turn, store, speech, dialogs, knowledge, errors', () => {
  const wrong = files.flatMap(file =>
    importsOf(file)
      .filter(path => path.startsWith('.'))
      .map(path => relative('.', resolve(dirname(file), path)))
      .filter(target => roomOf(target) !== roomOf(file) && floorOf(target) < floorOf(file))
      .map(target => `${file} -> ${target}`),
  )
  expect(wrong).toEqual([])
})

test.each(Object.entries(homes))('%s is the only home of its package', (home, packages) => {
  const users = files.filter(file => importsOf(file).some(path => packages.test(path)))
  expect(users).toEqual([home])
})

test('the dialogs are pure: no package, no await, no clock, no chance', () => {
  const dialogs = files.filter(file => roomOf(file) === 'dialogs')
  const impure = dialogs.filter(file => {
    const packages = importsOf(file).some(path => !path.startsWith('.'))
    return (
      packages ||
      /\bawait\b|\basync\b|Date\.now|new Date|Math\.random|process\./.test(readFileSync(file, 'utf8'))
    )
  })
  expect(impure).toEqual([])
})

test('no file of a room imports itself in a circle', () => {
  const graph = new Map(
    files.map(file => [
      file,
      importsOf(file)
        .filter(p => p.startsWith('.'))
        .map(p => relative('.', resolve(dirname(file), p))),
    ]),
  )
  expect(files.flatMap(file => circleFrom(file, graph))).toEqual([])
})

/** Type imports vanish when the program runs, but a circle of them is as hard to read. */
function circleFrom(start: string, graph: ReadonlyMap<string, string[]>): string[] {
  const seen = new Set<string>()
  const walk = (file: string): boolean =>
    (graph.get(file) ?? []).some(next => next === start || (!seen.has(next) && seen.add(next) && walk(next)))
  return walk(start) ? [start] : []
}
