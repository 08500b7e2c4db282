import { parseArgs } from 'node:util'
import { type Listed, listing } from '../../knowledge/listing.ts'
import { type Command, library, print } from './command.ts'

export const command: Command = {
  usage: 'list [--json]',
  summary: 'What the library holds.',
  run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } })
    const articles = listing(library())
    print(values.json ? JSON.stringify(articles, null, 2) : articles.map(lineOf).join('\n'))
  },
}

function lineOf({ id, pack, languages, steps }: Listed): string {
  const shown = steps.filter(({ by }) => by === 'employee').length
  const names = Object.keys(languages).join(' ')
  return `${pack}/${id}  ${names}  ${shown} steps for employees, ${steps.length - shown} for others`
}
