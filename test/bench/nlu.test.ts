import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { auroc, calibrationError, macroF1, type Row } from '../../bench/nlu/measure.ts'
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
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bench/main.ts', 'nlu', ...args])
  return { lastLine: stdout.toString().trim().split('\n').at(-1) ?? '', stderr: stderr.toString(), status }
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
