import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { auroc, calibrationError, macroF1 } from '../../bench/nlu/figures.ts'
import type { Row } from '../../bench/nlu/pupil.ts'
import { withTypos } from '../../bench/nlu/typos.ts'
import { seeded } from '../../src/knowledge/matcher/random.ts'

const own: readonly Row[] = [
  ['the printer is out of paper', 'printer', 'en'],
  ['printer does not print', 'printer', 'en'],
  ['paper jam in the printer', 'printer', 'en'],
  ['my password has expired', 'password', 'en'],
  ['I forgot my password', 'password', 'en'],
  ['reset the password please', 'password', 'en'],
]

function files(contents: Readonly<Record<string, unknown>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-nlu-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(contents))
    writeFileSync(join(folder, name), JSON.stringify(content))
  return name => join(folder, name)
}

function bench(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['bench/main.ts', 'nlu', ...args])
  const stdout = run.stdout.toString()
  const lastLine = stdout.trim().split('\n').at(-1) ?? ''
  return { stdout, lastLine, stderr: run.stderr.toString(), status: run.status }
}

test('the last line of bench nlu holds the figures, as fractions, milliseconds, microseconds and bytes', () => {
  const at = files({ 'train.json': own, 'test.json': own, 'oos.json': [['what is for lunch', 'oos', 'en']] })
  const { lastLine } = bench('--train', at('train.json'), '--test', at('test.json'), '--oos', at('oos.json'))
  const figures = JSON.parse(lastLine)
  expect(Object.keys(figures).sort()).toEqual(
    ['accuracy', 'ece', 'macroF1', 'modelBytes', 'oosAuroc', 'p50us', 'p99us', 'trainMs'].sort(),
  )
  expect(figures).toMatchObject({ accuracy: 1, macroF1: 1, oosAuroc: 1 })
})

test('a file that holds no rows is refused by name', () => {
  const at = files({ 'train.json': own, 'test.json': [['text without a label']] })
  const { stderr, status } = bench('--train', at('train.json'), '--test', at('test.json'))
  expect(status).not.toBe(0)
  expect(stderr).toContain('test.json')
})

test('a folder of sets is asked of us and of the peers in one table, with our mistakes below', () => {
  const wrong = [...own.slice(1), ['printer password', 'password', 'en']]
  const at = files({ 'Office.json': { train: own, test: wrong } })
  const { stdout } = bench('--sets', at('.'), '--peers', 'all')
  const rows = stdout.split('\n').filter(line => /^ {2}\S.* +\d+\.\d +\d+\.\d/.test(line))
  expect(rows.map(line => line.trim().split(/ {2,}/)[0])).toEqual([
    ...['Deskhand', 'natural Bayes', 'nlp.js', 'MiniSearch', 'fastText'],
  ])
  expect(stdout).toMatch(/password -> printer|no mistakes/)
})

test('a peer that nobody knows is refused by name', () => {
  const { stderr, status } = bench('--sets', files({})('.'), '--peers', 'oracle')
  expect(status).not.toBe(0)
  expect(stderr).toContain('oracle')
})

test('codes are read in every notation, and numbers of other things are not', () => {
  const { stdout } = bench('--codes')
  expect(Number(/recall ([\d.]+) %/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(99)
  expect(Number(/false ([\d.]+) %/.exec(stdout)?.[1])).toBeLessThan(1)
})

test('many made-up topics are ranked in a process of their own', () => {
  const { stdout } = bench('--topics', '310')
  const [topics, right] = stdout.trim().split('\n').at(-1)?.trim().split(/ +/) ?? []
  expect(topics).toBe('310')
  expect(Number(right)).toBeGreaterThan(75)
})

test('the same seed makes the same typing mistakes, in the order of the texts', () => {
  const random = seeded(42)
  expect(
    ['the vpn server does not answer', 'VPN geht nicht von zuhause, Fehler 809', '809', 'Übergröße'].map(
      text => withTypos(text, random),
    ),
  ).toEqual(['the vpn server doe not ahnwer', 'VN gehr tnicht von zuhmuse, Fehper 809', '809', 'Übrrgröße'])
})

test('a ranking of own above foreign texts is 1, the reverse 0, a tie a half', () => {
  expect([auroc([2, 3], [0, 1]), auroc([0, 1], [2, 3]), auroc([1], [1])]).toEqual([1, 0, 0.5])
})

test('F1 is the mean over the labels, so that a rare one counts as much as a frequent one', () => {
  expect(macroF1(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a'])).toBeCloseTo((6 / 7 + 0) / 2)
})

test('who is right nine times of ten at 90 % is calibrated, at 50 % is off by 40 points', () => {
  const right = Array.from({ length: 10 }, (_, i) => i > 0)
  const at = (confidence: number) =>
    calibrationError(
      right.map(() => confidence),
      right,
    )
  expect([at(0.9), at(0.5)]).toEqual([expect.closeTo(0), expect.closeTo(0.4)])
})
