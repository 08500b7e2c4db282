/**
 * What would Deskhand understand? JSON lines in, {"id","text","locale"?}; JSON lines out in the same order,
 * {"id","language","topic","confidence","alternatives","signatures"}. `-- --packs ipsec` for some packs only.
 * A line that cannot be read gets {"id":null,"error"}, and the exit code is 1 at the end.
 */
import { createInterface } from 'node:readline'
import { readContent } from '../content.ts'
import { messageOf } from '../errors.ts'
import { type Mind, understand } from '../knowledge/understand.ts'
import type { Understanding } from '../knowledge/understanding.ts'
import { redact } from '../privacy/redact.ts'
import { failPlainly } from './fail.ts'
import { readOptions } from './options.ts'

interface Question {
  readonly id: unknown
  readonly text: string
  readonly locale?: string
}

/** Of one who says nothing of it, in words that do not tell. */
const anyLanguage = 'en'

const { values } = readOptions(
  { options: { packs: { type: 'string' } } },
  'npm run -s match -- [--packs ipsec,…] < lines.jsonl',
)

async function main(): Promise<void> {
  const packs = values.packs?.split(',')
  const { mind } = readContent({ knowledgeFolder: process.env.KNOWLEDGE_DIR, packs })
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number++
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(mind, line, number))}\n`)
  }
}

function answer(mind: Mind, line: string, number: number): object {
  try {
    const question = questionOf(JSON.parse(line))
    const { id, text, locale } = question
    const u = understand(mind, redact(text).text, { language: locale ?? anyLanguage })
    return {
      id,
      language: u.language ?? locale ?? u.perhaps ?? anyLanguage,
      ...topicOf(u),
      signatures: u.signatures,
    }
  } catch (thrown) {
    process.exitCode = 1
    process.stderr.write(`line ${number}: ${messageOf(thrown)}\n`)
    return { id: null, error: `line ${number}: ${messageOf(thrown)}` }
  }
}

function questionOf(value: unknown): Question {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new Error('expected {"id","text"} with a text')
  }
  const locale =
    'locale' in value && typeof value.locale === 'string' ? value.locale.split('-')[0] : undefined
  return { id: 'id' in value ? value.id : null, text: value.text, ...(locale && { locale }) }
}

/** A code decides; words name a topic when they would start it, or have it confirmed. Otherwise there is none. */
function topicOf({ decided, candidates, band }: Understanding) {
  const byCode = decided.map(topic => ({ topic, confidence: 1 }))
  const [best, ...others] = [...byCode, ...candidates.filter(({ topic }) => !decided.includes(topic))]
  const named = best && (byCode.length > 0 || band === 'sure' || band === 'likely')
  return {
    topic: named ? best.topic : null,
    confidence: round(best?.confidence ?? 0),
    alternatives: (named ? others : [...(best ? [best] : []), ...others])
      .slice(0, 4)
      .map(({ topic, confidence }) => ({ topic, confidence: round(confidence) })),
  }
}

function round(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000
}

await main().catch(failPlainly)
