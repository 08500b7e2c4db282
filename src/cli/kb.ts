/**
 * The author's tools; `npm run kb` lists them. Each is one file in kb/.
 * KNOWLEDGE_DIR and KNOWLEDGE_PACKS count as they do for the service.
 */
import { AppError } from '../errors.ts'
import { failPlainly } from './fail.ts'
import type { Command } from './kb/command.ts'

/** Loaded when it is asked for: `kb list` needs no browser and no database. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  list: () => import('./kb/list.ts'),
  lint: () => import('./kb/lint.ts'),
  stamp: () => import('./kb/stamp.ts'),
  walk: () => import('./kb/walk.ts'),
  test: () => import('./kb/test.ts'),
  record: () => import('./kb/record.ts'),
  new: () => import('./kb/new.ts'),
  import: () => import('./kb/import.ts'),
  diff: () => import('./kb/diff.ts'),
  preview: () => import('./kb/preview.ts'),
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new AppError('bad-request', await usage())
  const { command } = await load()
  await command.run(args)
}

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(load => load()))
  const lines = all.map(({ command }) => `  npm run -s kb -- ${command.usage}\n      ${command.summary}`)
  return `The author's tools:\n${lines.join('\n')}`
}

await main(process.argv.slice(2)).catch(failPlainly)
