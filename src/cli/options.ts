/** What a command is told on its line. `--help` and a wrong call show how it is called, and end it; so does a reader that leaves. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { failPlainly } from './fail.ts'

type WithHelp<Config extends ParseArgsConfig> = Config & {
  readonly options: Config['options'] & { readonly help: { readonly type: 'boolean' } }
}

export function readOptions<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  process.stdout.on('error', endWithReader)
  const told = tryTo(config, usage)
  if (!('help' in told.values)) return told
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}

/** `| head` has seen enough. */
function endWithReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

function tryTo<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    const help = { type: 'boolean' } as const
    return parseArgs({ ...config, options: { ...config.options, help } } as WithHelp<Config>)
  } catch (thrown) {
    failPlainly(thrown)
    process.stderr.write(`${usage}\n`)
    process.exit(1)
  }
}
