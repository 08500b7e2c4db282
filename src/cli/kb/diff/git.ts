/** Content folders as they were at a revision, in a folder of their own; the work tree and its index stay untouched. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../../errors.ts'

export interface Former {
  readonly commit: string
  /** In the order in which they were asked for; a folder outside the repository is as it is today. */
  readonly folders: readonly string[]
  remove(): void
}

/**
 * The repository is that of the last folder: the helpdesk's own, where there is one. Throws AppError('bad-request')
 * outside a git work tree, and AppError('not-found') for an unknown revision.
 */
export function foldersAt(revision: string, folders: readonly string[]): Former {
  const repository = topOf(folders.at(-1) ?? '.')
  if (repository === undefined)
    throw new AppError(
      'bad-request',
      `${folders.at(-1)} is not in a git work tree; there is nothing to compare with.`,
    )
  const commit = commitOf(repository, revision)
  const place = mkdtempSync(join(tmpdir(), 'deskhand-diff-'))
  const remove = () => rmSync(place, { recursive: true })
  try {
    const former = folders.map((folder, index) =>
      topOf(folder) === repository
        ? writeOut(repository, commit, folder, join(place, String(index)))
        : folder,
    )
    return { commit, folders: former, remove }
  } catch (thrown) {
    remove()
    throw thrown
  }
}

function topOf(folder: string): string | undefined {
  const { status, stdout } = git(folder, ['rev-parse', '--show-toplevel'])
  return status === 0 ? stdout.trim() : undefined
}

function commitOf(repository: string, revision: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { status, stdout } = git(repository, asked)
  if (status !== 0) throw new AppError('not-found', `git knows no revision "${revision}".`)
  return stdout.trim()
}

/** By an index of its own: `git show` for each file would start a hundred processes. */
function writeOut(repository: string, commit: string, folder: string, place: string): string {
  const below = git(folder, ['rev-parse', '--show-prefix']).stdout.trim()
  const index = { GIT_INDEX_FILE: `${place}.index` }
  const read = git(repository, ['read-tree', `${commit}:${below}`], index)
  if (read.status !== 0) throw new AppError('not-found', `${folder} is not part of ${commit.slice(0, 12)}.`)
  const written = git(repository, ['checkout-index', '--all', `--prefix=${place}/`], index)
  if (written.status !== 0)
    throw new AppError('busy', `git could not write the files: ${written.stderr.trim()}`)
  return place
}

function git(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const all = ['-C', folder, ...args]
  const done = spawnSync('git', all, { encoding: 'utf8', env: { ...process.env, ...env } })
  if (done.error) throw new AppError('bad-request', `git could not be started: ${done.error.message}`)
  return done
}
