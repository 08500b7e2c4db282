/** Questions and their answers, line by line: a person at a terminal, or lines that come through a pipe. */
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'

export interface Asker {
  /** The answer, trimmed; empty for just Enter and after the end of the input. */
  ask(question: string): Promise<string>
  say(text: string): void
  /** True: there will be no more answers. */
  readonly ended: boolean
  close(): void
}

/** Lines are kept until they are asked for; `question()` of readline would lose those that come early. */
export function asker(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, output, prompt: '' })
  const waiting: string[] = []
  let ended = false
  let wake = () => {}
  lines.on('line', line => {
    waiting.push(line)
    wake()
  })
  lines.on('close', () => {
    ended = true
    wake()
  })
  return {
    async ask(question) {
      output.write(`${question} `)
      while (waiting.length === 0 && !ended) await new Promise<void>(resolve => (wake = resolve))
      return waiting.shift()?.trim() ?? ''
    },
    say: text => output.write(`${text}\n`),
    get ended() {
      return ended && waiting.length === 0
    },
    close: () => lines.close(),
  }
}
