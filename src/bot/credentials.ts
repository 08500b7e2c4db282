/** The token that Deskhand shows to the Bot Connector: fetched once, shared by all sends, fetched anew when it is refused. */

export interface Tokens {
  /** Undefined where the far side asks for none. Rejects when no token can be had now. */
  get(): Promise<string | undefined>
  /** The far side did not take this token: the next `get` brings another. */
  refused(token: string): void
}

/** Local mode: nobody asks. */
export const noTokens: Tokens = { get: () => Promise.resolve(undefined), refused: () => undefined }

/** With a trust file the far side is a test's own; it only looks whether a token comes. */
export function fixedToken(token: string): Tokens {
  return { get: () => Promise.resolve(token), refused: () => undefined }
}

/** `acquire` keeps a cache of its own and is asked again after this long, in milliseconds. */
const kept = 60_000
/** After a failure nobody is asked for this long. */
const pause = 5_000
const patience = 10_000

/** `acquire(true)` must bring a token that is newer than any before. */
export function cachedTokens(
  acquire: (fresh: boolean) => Promise<string>,
  /** Milliseconds, of a clock that nobody sets. */
  now: () => number = () => performance.now(),
): Tokens {
  let current: { readonly token: string; readonly until: number } | undefined
  let failed: { readonly thrown: unknown; readonly until: number } | undefined
  let pending: Promise<string> | undefined
  let fresh = false

  async function ask(): Promise<string> {
    try {
      const token = await within(patience, acquire(fresh))
      current = { token, until: now() + kept }
      fresh = false
      failed = undefined
      return token
    } catch (thrown) {
      failed = { thrown, until: now() + pause }
      throw thrown
    } finally {
      pending = undefined
    }
  }

  return {
    async get() {
      if (current !== undefined && current.until > now()) return current.token
      if (failed !== undefined && failed.until > now()) throw failed.thrown
      pending ??= ask()
      return pending
    },
    refused(token) {
      if (current?.token !== token) return
      current = undefined
      fresh = true
    },
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No token within ${milliseconds} ms.`)), milliseconds)
  })
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}
