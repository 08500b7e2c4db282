/**
 * A conversation in the terminal, through the same turn as in Teams.
 * With --json: one message a line in (a JSON string, {"text"}, {"choice"} or {"restart":true}), one line a turn out,
 * and at the end of input the case with its summary in the language of --agent-locale.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { readContent } from '../content.ts'
import { plainText } from '../speech/plain.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Content } from '../turn/decide.ts'
import { type Conversation, openConversation } from './conversation.ts'
import { failPlainly } from './fail.ts'
import { type Ask, parseLine } from './lines.ts'
import { readOptions } from './options.ts'

const usage = 'npm run -s chat -- [--locale de] [--agent-locale it] [--packs ipsec,…] [--json]'

const { values } = readOptions(
  {
    options: {
      locale: { type: 'string', default: 'en' },
      'agent-locale': { type: 'string' },
      packs: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  },
  usage,
)

async function main(): Promise<void> {
  const content = readContent({
    knowledgeFolder: process.env.KNOWLEDGE_DIR,
    packs: values.packs?.split(','),
    defaultLanguage: 'en',
  })
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-chat-'))
  const conversation = await openConversation({
    content,
    path: join(folder, 'chat.db'),
    locale: values.locale,
  })
  try {
    await (values.json ? jsonLines(conversation, content) : terminal(conversation, content))
  } finally {
    await conversation.close()
    rmSync(folder, { recursive: true })
  }
}

/** Machine to machine: one line in, one line out, in the same order. */
async function jsonLines(conversation: Conversation, content: Content): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number++
    if (line.trim() === '') continue
    const ask = parseLine(line)
    if ('error' in ask) {
      process.exitCode = 1
      print({ error: `line ${number}: ${ask.error}` })
    } else print(await turnOf(conversation, ask))
  }
  print(await ending(conversation, content))
}

async function turnOf(conversation: Conversation, ask: Exclude<Ask, { error: string }>): Promise<object> {
  const replies = await perform(conversation, ask)
  const c = await conversation.case()
  return {
    replies: replies.map(spoken => ({
      text: plainText(spoken),
      choices: spoken.choices.map(({ label }) => label),
    })),
    owner: c?.owner ?? 'bot',
    language: c?.language ?? values.locale,
    topic: c?.topic?.id ?? null,
  }
}

async function perform(
  conversation: Conversation,
  ask: Exclude<Ask, { error: string }>,
): Promise<readonly Spoken[]> {
  switch (ask.kind) {
    case 'text':
      return conversation.says(ask.text)
    case 'choice':
      return conversation.presses(ask.choice)
    case 'restart':
      await conversation.restarts()
      return []
  }
}

async function ending(conversation: Conversation, content: Content): Promise<object> {
  const c = await conversation.case()
  const language = values['agent-locale'] ?? values.locale
  return { case: c ?? null, summary: c ? content.speech.summary(c, language) : '' }
}

/** For people: numbered choices, typed words, and the case at the end. */
async function terminal(conversation: Conversation, content: Content): Promise<void> {
  show(await conversation.joins())
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' })
  const prompt = promptOf(lines)
  prompt()
  for await (const line of lines) {
    show(await conversation.says(line))
    prompt()
  }
  const c = await conversation.case()
  if (c) process.stdout.write(`\n\n${content.speech.summary(c, values['agent-locale'] ?? c.language)}\n`)
}

/** What is piped in has mostly ended before its first line is answered. */
function promptOf(lines: Interface): () => void {
  let open = true
  lines.once('close', () => {
    open = false
  })
  return () => {
    if (open) lines.prompt()
  }
}

function show(replies: readonly Spoken[]): void {
  for (const spoken of replies) {
    process.stdout.write(`\n${plainText(spoken).replace(/\*\*|`/g, '')}\n`)
    for (const [index, { label }] of spoken.choices.entries())
      process.stdout.write(`  ${index + 1}  ${label}\n`)
  }
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

await main().catch(failPlainly)
