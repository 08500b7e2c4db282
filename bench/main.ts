/** `npm run -s bench -- NAME [options]`: each bench is one file of this folder that exports `run`. */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

interface Bench {
  run(argv: string[]): Promise<void>
}

const [name = '', ...argv] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.ts') && file !== 'main.ts')
  .map(file => basename(file, '.ts'))

if (names.includes(name)) {
  const bench: Bench = await import(`./${name}.ts`)
  await bench.run(argv)
} else {
  console.error(`Which bench? ${names.join(', ')}. For example: npm run -s bench -- ${names[0]}`)
  process.exitCode = 2
}
