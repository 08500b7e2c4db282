/** One part of a bench in a process of its own: the parent asks, the child answers, over Node's channel. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>
  close(): Promise<void>
}

type FromChild<Answer> = { readonly answer: Answer } | { readonly failed: string }

/** Starts `bench/turns/<name>.ts`. One question at a time; the child ends with its parent, however that ends. */
export function startChild<Question, Answer>(name: string): Child<Question, Answer> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = ended(child, name)
  return {
    async ask(question) {
      child.send({ question })
      const reply = await Promise.race([once(child, 'message'), gone])
      const [message] = reply as [FromChild<Answer>]
      if ('failed' in message) throw new Error(`${name}: ${message.failed}`)
      return message.answer
    },
    async close() {
      if (!child.connected) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** The child's side: answers each question in turn. */
export function answer<Question, Answer>(reply: (question: Question) => Promise<Answer>): void {
  process.on('message', async (message: { question: Question }) => {
    const said = await reply(message.question).then(
      value => ({ answer: value }),
      thrown => ({ failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }),
    )
    process.send?.(said)
  })
  process.once('disconnect', () => process.exit(0))
  process.once('SIGINT', () => undefined) // Control-C reaches the whole group: the parent decides.
}

function ended(child: ChildProcess, name: string): Promise<never> {
  const gone = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended (${code ?? signal}).`)
  })
  gone.catch(() => undefined) // Also between two questions: the next one says so.
  return gone
}
