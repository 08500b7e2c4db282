/** Everything that can go wrong on purpose. Each code maps to one HTTP status in bot/server.ts. */
export type ErrorCode =
  | 'bad-request' // the body or the activity is not what the protocol says
  | 'too-large' // more bytes than an activity ever has
  | 'unsupported-encoding' // compressed, or not JSON
  | 'unauthenticated' // no token, or one that does not hold
  | 'forbidden' // a good token for something that is not ours
  | 'not-found'
  | 'busy' // try again: the database, the keys or the backlog
  | 'configuration' // the operator must change something before we start
  | 'content' // an article, a locale or a glossary is broken
  | 'local-mode' // a database or setting of the other mode

/** One error class: a code for programs, a sentence with the cure for people. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Every single problem, where there can be several (configuration, content). */
  readonly problems: readonly string[]

  constructor(
    code: ErrorCode,
    message: string,
    options: { problems?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.problems = options.problems ?? []
  }
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
