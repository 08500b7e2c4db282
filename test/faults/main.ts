/**
 * `npm run -s faults -- NAME [options]`: each drill is one file of `drills/` that exports `drill`.
 *
 *   npm run -s faults                        the list of drills
 *   npm run -s faults -- crash --kills 20    one of them, with figures of one's own
 *   npm run -s faults -- all                 every drill in full, as one table
 *   npm run -s faults -- all --quick         the same, short
 *   npm run -s faults -- crash stop          several
 */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Drill, Finding, Told } from './drill.ts'

const drills = await readDrills()

const end = () => process.exit(130) // The services end with this process: see startService.
process.once('SIGINT', end).once('SIGTERM', end)
// A database server of a drill would end this process with a code of its own.
process.exit(await main(process.argv.slice(2)))

async function readDrills(): Promise<ReadonlyMap<string, Drill>> {
  const names = readdirSync(`${import.meta.dirname}/drills`).map(file => basename(file, '.ts'))
  const entries = names.sort().map(async (name): Promise<[string, Drill]> => {
    const { drill }: { drill: Drill } = await import(`./drills/${name}.ts`)
    return [name, drill]
  })
  return new Map(await Promise.all(entries))
}

/** The exit code: 0 all is as promised, 1 something is not, 2 not understood. */
async function main(argv: readonly string[]): Promise<number> {
  const asked = argv.filter(word => drills.has(word))
  const names = argv.includes('all') ? [...drills.keys()] : asked
  if (names.length === 0) return list()
  const told = tryTo(() => toldBy(argv, names))
  if (!told) return 2
  let good = true
  console.log('| drill | looked at | seen | |\n|---|---|---|---|')
  for (const name of names) {
    const findings = await drills.get(name)?.run(told)
    for (const found of findings ?? []) console.log(line(name, found))
    good &&= findings?.every(found => found.good) ?? false
  }
  return good ? 0 : 1
}

function line(name: string, { what, saw, good }: Finding): string {
  return `| ${name} | ${what} | ${saw} | ${good ? 'ok' : '**NOT AS PROMISED**'} |`
}

function list(): number {
  console.error('Which drill? For example: npm run -s faults -- crash. With --quick each is short.\n')
  for (const [name, { about, figures, settings }] of drills) {
    const numbers = Object.entries(figures).map(([figure, { full }]) => ` --${figure} ${full}`)
    console.error(`${name}: ${about}\n   ${numbers.join('')}${settings.map(text => ` --${text} …`).join('')}`)
  }
  return 2
}

function toldBy(argv: readonly string[], names: readonly string[]): Told {
  const chosen = names.flatMap(name => drills.get(name) ?? [])
  const options = chosen.flatMap(({ figures, settings }) => [...Object.keys(figures), ...settings])
  const typed = Object.fromEntries(options.map(name => [name, { type: 'string' as const }]))
  const { values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...typed, quick: { type: 'boolean' } },
  })
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)])
  return { quick: values.quick === true, values: Object.fromEntries(texts) }
}

function tryTo<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown)
    return undefined
  }
}
