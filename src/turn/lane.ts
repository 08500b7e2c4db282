/** One event of a conversation at a time; different conversations never wait for each other. */
export interface Lanes {
  run<T>(conversation: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(conversation, work) {
      const before = tails.get(conversation)
      const result = before ? before.then(work, work) : work()
      tails.set(conversation, result)
      const done = () => {
        if (tails.get(conversation) === result) tails.delete(conversation)
      }
      result.then(done, done)
      return result
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
