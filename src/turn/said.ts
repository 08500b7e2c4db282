/** A message and what stands in its files, as one text without secrets. */
import type { Unread } from '../dialogs/types.ts'
import { redact } from '../privacy/redact.ts'
import type { FileRead, Inbound } from './inbound.ts'

export interface Said {
  /** Without secrets; empty when nothing was typed and nothing could be read. */
  readonly text: string
  readonly secret: boolean
  /** Something of it stood in a file. */
  readonly pasted: boolean
  /** Why one of the files is not in it. */
  readonly unread?: Unread
  /** As the transcript keeps it: the files' names first. */
  readonly line: string
}

type Message = Extract<Inbound['what'], { kind: 'message' }>

/** `late`: the words were answered before the files were read, so only what stands in these is said now. */
export function saidIn({ text: typed, files = [] }: Message, late: boolean): Said {
  const reads = files.map(({ read }): FileRead => read ?? { kind: 'unread', why: 'not-fetched' })
  const texts = reads.flatMap(read => (read.kind === 'text' ? [read.text] : []))
  const unread = reads.find(read => read.kind === 'unread')?.why
  const { text, found } = late ? beside(typed, texts) : redact(together(typed, texts))
  const names = files.map(({ name }) => `[${redact(name).text}]`)
  return {
    text,
    secret: found.length > 0,
    pasted: texts.length > 0,
    ...(unread && { unread }),
    line: [...names, text].filter(line => line !== '').join('\n'),
  }
}

/** Looked through as one: "my password:" may stand in the words, and the password in the file. */
function together(typed: string, texts: readonly string[]): string {
  return [typed, ...texts].filter(text => text !== '').join('\n')
}

/** What the files add to the words. */
function beside(typed: string, texts: readonly string[]): ReturnType<typeof redact> {
  const [own, whole] = [redact(typed).text, redact(together(typed, texts))]
  if (!whole.text.startsWith(own)) return redact(together('', texts))
  return { ...whole, text: whole.text.slice(own.length).trimStart() }
}
