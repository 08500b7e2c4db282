/**
 * How long it takes to read and check the articles, and what they hold in memory: the shipped ones, and as many made-up
 * ones as asked for (copies with other names and codes of their own).
 *
 *     npm run -s bench -- library --articles 1000
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { shippedKnowledge } from '../src/knowledge/folders.ts'
import { readLibrary } from '../src/knowledge/library.ts'

export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { articles: { type: 'string', default: '1000' } } })
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-library-'))
  try {
    readLibrary({ folders: [shippedKnowledge] }) // Compiles what reads.
    report([shippedKnowledge])
    copies(folder, Number(values.articles))
    report([shippedKnowledge, folder])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function report(folders: readonly string[]): void {
  global.gc?.()
  const before = process.memoryUsage().heapUsed
  const started = performance.now()
  const { articles } = readLibrary({ folders })
  const ms = performance.now() - started
  global.gc?.()
  const mb = (process.memoryUsage().heapUsed - before) / 2 ** 20
  const memory = global.gc ? `${mb.toFixed(1)} MB kept` : 'memory: start node with --expose-gc'
  console.log(`${articles.size} articles in four languages: ${ms.toFixed(0)} ms, ${memory}`)
}

/** A copy has no codes: an article's codes are its own. */
function copies(folder: string, count: number): void {
  const pack = join(shippedKnowledge, 'ipsec')
  const models = readdirSync(pack, { withFileTypes: true }).filter(entry => entry.isDirectory())
  for (let i = 0; i < count; i++) {
    const model = models[i % models.length]
    if (model === undefined) return
    const copy = join(folder, 'ipsec', `${model.name}-${i}`)
    cpSync(join(pack, model.name), copy, { recursive: true })
    const file = join(copy, 'article.yaml')
    writeFileSync(file, withoutCodes(readFileSync(file, 'utf8')))
  }
}

function withoutCodes(yaml: string): string {
  return yaml.replace(/^(?:signatures|hints):(?: \[[^\]]*\]|.*(?:\n {2}.*)*)$/gm, '')
}
