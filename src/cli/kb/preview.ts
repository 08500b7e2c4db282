import { parseArgs } from 'node:util'
import { AppError } from '../../errors.ts'
import { startPreview } from '../../preview/server.ts'
import { type Command, ownFolder, packs, print } from './command.ts'

export const command: Command = {
  usage: 'preview [article] [--port N]',
  summary:
    'Articles in the browser as employees see them, card by card and language by language, while you edit.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { port: { type: 'string', default: '4321' } },
    })
    const [article] = positionals
    const { url } = await startPreview({ knowledgeFolder: ownFolder, packs: packs() }, portOf(values.port))
    const place = article === undefined ? '' : `#article=${encodeURIComponent(article)}`
    print(`Open ${url}${place}\nIt follows every change of the files; Ctrl+C ends it.`)
  },
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new AppError('bad-request', `--port is "${text}"; expected 0 (any free one) to 65535.`)
}
