/** Writes a script from what an employee says: what is answered now becomes what is expected. To be read, then kept. */
import type { Case } from '../dialogs/types.ts'
import type { Spoken } from '../speech/spoken.ts'
import type { Content } from '../turn/decide.ts'
import { play, wordsOf } from './rehearse.ts'
import type { Heard, Room } from './room.ts'
import { type Act, type CaseField, caseFields, type Script } from './script.ts'
import { ending, fieldOf, standing } from './standing.ts'

/** Characters: fewer are not known again, so many are without doubt, more are not needed. */
const fragment = { least: 12, enough: 25, most: 70 }

export interface Recorded {
  /** The script, ready for the file. */
  readonly text: string
  /** A button that was not there: the script ends before it. */
  readonly problems: readonly string[]
}

/** Plays the employee's lines; what the script expected before is left out. */
export async function record(script: Script, room: Room, content: Content): Promise<Recorded> {
  const employee = room.enter(script.locale, content)
  const lines = [...script.comments, `conversation: ${script.name}`]
  const problems: string[] = []
  if (script.locale !== script.language) lines.push(`locale: ${script.locale}`)
  let heard: Heard | undefined
  for (const act of script.acts) {
    if (act.kind === 'bot' || act.kind === 'case') continue
    const offered = employee.buttons
    heard = await play(act, employee)
    if (!heard) {
      problems.push(
        `${script.file}:${act.line} there is no button ${wordsOf(act)}, only ${offered.join(', ')}.`,
      )
      break
    }
    lines.push(...actLines(act, heard), ...botLines(heard))
  }
  if (heard?.case) lines.push(...caseLines(heard.case, content))
  return { text: `${lines.join('\n')}\n`, problems }
}

type Deed = Exclude<Act, { kind: 'bot' | 'case' }>

/** A button that was named by its id or number is written with its label. */
function actLines(act: Deed, { pressed }: Heard): string[] {
  if (act.kind === 'later') return [`later: ${act.words}`]
  if (pressed !== undefined) return [`employee: [${pressed}]`]
  const [first = '', ...rest] = wordsOf(act).split('\n')
  return [`employee: ${first}`, ...rest.map(line => (line ? `  ${line}` : ''))]
}

function botLines({ replies, before, case: after }: Heard): string[] {
  if (replies.length === 0) return ['bot: silent']
  const changed = before?.topic?.id !== after?.topic?.id
  const said = replies.flatMap(reply => [...shownText(reply, changed), ...ownButtons(reply)])
  return [`bot: ${standing(before, after)}`, ...said.map(clause => `     ${clause}`)]
}

/** A characteristic piece of the step, and of the introduction where an article begins. */
function shownText({ blocks }: Spoken, begins: boolean): string[] {
  const at = blocks.findIndex(({ kind }) => kind === 'step')
  const texts = [...(begins ? [blocks[at - 1]] : []), ...(at >= 0 ? [blocks[at + 1]] : [])]
  return texts.flatMap(block => (block?.kind === 'text' ? quote(block.markdown) : []))
}

/** Before the first mark, where that is enough: parts that come from the glossary change with it. */
function quote(markdown: string): string[] {
  const plain = (markdown.split(/[*`]/)[0] ?? '').trim()
  return plain.length >= fragment.enough ? cut(plain) : cut(markdown)
}

function cut(markdown: string): string[] {
  const flat =
    markdown
      .replace(/[*`_]/g, '')
      .replace(/\s+/g, ' ')
      .split(/["„“”«»]/)[0] ?? ''
  const sentence = /^.*?[.:?!](?=\s|$)/.exec(flat)?.[0] ?? flat
  const short =
    sentence.length > fragment.most ? sentence.slice(0, sentence.lastIndexOf(' ', fragment.most)) : sentence
  return short.trim().length >= fragment.least ? [`"${short.trim()}"`] : []
}

/** The buttons that are this question's own; the four outcomes are the same everywhere. */
function ownButtons({ choices }: Spoken): string[] {
  const own = choices.filter(({ id }) => /^(answer|topic):/.test(id)).map(({ label }) => `[${label}]`)
  return own.length > 0 ? [own.join(' ')] : []
}

/** The others are written where the case holds something. */
const always: readonly CaseField[] = ['article', 'language', 'tried', 'left', 'causes']

function caseLines(c: Case, content: Content): string[] {
  const article = content.knowledge.article(c.topic?.id ?? '')
  const field = (name: CaseField) => `${name} ${fieldOf(name, c, article)}`
  const open = c.outcome === 'fixed' ? [] : (['left', 'causes'] as const)
  const kept = caseFields.filter(name => !always.includes(name))
  const held = kept.filter(name => /^(?!nothing$)[^;"„“”«»[\]\n]+$/.test(fieldOf(name, c, article)))
  return [
    `case: ${[ending(c), field('article'), field('language')].join('; ')}`,
    ...(['tried', ...open, ...held] as const).map(name => `case: ${field(name)}`),
  ]
}
