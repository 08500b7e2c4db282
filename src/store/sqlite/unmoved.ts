/**
 * Whether the files that were opened are still those that the next start will find. The system lets a process go on
 * writing to a file that was removed or replaced, and everything in it is gone with the process.
 */
import { statSync } from 'node:fs'

/** The log is made when something is first written. */
export function watchFiles(path: string): () => boolean {
  const opened = new Map<string, string | undefined>()
  const isUnmoved = (file: string): boolean => {
    const found = identityOf(file)
    const known = opened.get(file) ?? found
    opened.set(file, known)
    return found === known
  }
  const areUnmoved = () => [path, `${path}-wal`].every(isUnmoved)
  areUnmoved()
  return areUnmoved
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}
