import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { text as allOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readContent } from '../../content.ts'
import { AppError } from '../../errors.ts'
import { reporter } from '../../knowledge/article/problems.ts'
import { type Place, scriptPlace, scriptPlaces } from '../../rehearsal/files.ts'
import { parseLines } from '../../rehearsal/parse.ts'
import { type Recorded, record } from '../../rehearsal/record.ts'
import { type Employee, openRoom } from '../../rehearsal/room.ts'
import type { Script } from '../../rehearsal/script.ts'
import { plainText } from '../../speech/plain.ts'
import type { Content } from '../../turn/decide.ts'
import { type Command, folders, ownFolder, packs, print } from './command.ts'

export const command: Command = {
  usage: 'record <article> <language>',
  summary:
    "Writes conversations from the employee's lines, typed or piped: what is answered now becomes what is expected. `record --again [article [language]]` writes those that are there anew.",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { again: { type: 'boolean', default: false } },
    })
    const [topic, language] = positionals
    const content = readContent({ knowledgeFolder: ownFolder, packs: packs() })
    if (values.again) return recordAgain(scriptPlaces(folders, topic, language), content)
    if (!topic || !language) throw new AppError('bad-request', `Call it as: kb -- ${command.usage}`)
    const place = scriptPlace(folders, topic, language)
    const text = process.stdin.isTTY ? await typed(language, content) : await allOf(process.stdin)
    const recorded = await recordAll(scriptsOf(place, text), content)
    const problems = recorded.flatMap(({ problems }) => problems)
    if (problems.length > 0) throw otherwise(problems)
    keep(place.file, recorded, 'more')
  },
}

/** A file with a conversation that does not go that way any more stays as it is; its author has to decide. */
async function recordAgain(places: readonly Place[], content: Content): Promise<void> {
  if (places.length === 0) throw new AppError('not-found', 'There is no conversation to record again.')
  const problems: string[] = []
  for (const place of places) {
    const scripts = scriptsOf(place, readFileSync(place.file, 'utf8'))
    const recorded = await recordAll(scripts, content)
    const found = recorded.flatMap(({ problems }) => problems)
    if (found.length === 0) keep(place.file, recorded, 'anew')
    problems.push(...found)
  }
  if (problems.length > 0) throw otherwise(problems)
}

function scriptsOf(place: Place, text: string): readonly Script[] {
  const problems: string[] = []
  const scripts = parseLines({ ...place, text }, reporter(place.file, problems))
  if (problems.length > 0) throw new AppError('content', 'The lines cannot be read.', { problems })
  if (scripts.length === 0) throw new AppError('bad-request', 'There is no conversation to record.')
  return scripts
}

async function recordAll(scripts: readonly Script[], content: Content): Promise<readonly Recorded[]> {
  const room = await openRoom()
  try {
    const recorded: Recorded[] = []
    for (const script of scripts) recorded.push(await record(script, room, content))
    return recorded
  } finally {
    await room.close()
  }
}

function otherwise(problems: readonly string[]): AppError {
  return new AppError(
    'content',
    'Conversations do not go as their lines say; nothing of these files was written.',
    {
      problems,
    },
  )
}

function keep(file: string, recorded: readonly Recorded[], how: 'more' | 'anew'): void {
  const before = existsSync(file) && how === 'more' ? `${readFileSync(file, 'utf8').trimEnd()}\n\n` : ''
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, before + recorded.map(({ text }) => text).join('\n'))
  print(
    `${file} has ${recorded.length} conversations ${how === 'more' ? 'more' : 'written anew'}; read them.`,
  )
}

/** As in the chat; an empty line or the end of the input ends it. */
async function typed(language: string, content: Content): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const room = await openRoom()
  try {
    const employee = room.enter(language, content)
    const lines: string[] = []
    prompt(terminal, 'What happens in the conversation? ')
    for await (const line of terminal) {
      if (line.trim() === '') break
      if (lines.length === 0) lines.push(`conversation: ${line}`)
      else if (await answered(line, employee)) lines.push(`employee: ${line}`)
      prompt(terminal, '\nemployee: ')
    }
    return lines.join('\n')
  } finally {
    terminal.close()
    await room.close()
  }
}

function prompt(terminal: Interface, words: string): void {
  terminal.setPrompt(words)
  terminal.prompt()
}

/** Shows what the bot says. False: there is no such button, and nothing was said. */
async function answered(line: string, employee: Employee): Promise<boolean> {
  const label = /^\[(.+)\]$/.exec(line.trim())?.[1]
  const heard = label === undefined ? await employee.says(line) : await employee.presses(label)
  for (const reply of heard?.replies ?? []) print(`\n${plainText(reply)}`)
  print(employee.buttons.map(label => `[${label}]`).join(' '))
  return heard !== undefined
}
