/** How a command ends when it cannot do its work: sentences, not a stack. */
import { AppError } from '../errors.ts'

export function failPlainly(thrown: unknown): void {
  process.exitCode = 1
  if (isWrongCall(thrown)) {
    process.stderr.write(`${thrown.message}\n`)
    return
  }
  if (!(thrown instanceof AppError)) throw thrown
  process.stderr.write(`${thrown.message}\n`)
  const listed = thrown.problems.filter(problem => !thrown.message.includes(problem))
  for (const problem of listed) process.stderr.write(`  ${problem}\n`)
}

/** An option that nobody knows, as parseArgs of node:util says it. */
function isWrongCall(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS')
}
