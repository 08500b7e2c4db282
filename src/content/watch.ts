/**
 * Tells when something in the content folders has changed. Each folder is watched by itself: Node's own recursive
 * watching loses a file on Linux as soon as an editor saves it by renaming another one over it.
 */
import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Saving touches a file several times, and a checkout many files: it is quiet for so long when they are done. */
const quietMs = 250

/**
 * Calls `changed` once for each burst of changes in the folders and all below them. A folder that cannot be watched,
 * or is gone, is told to `lost`. Returns how to stop.
 */
export function watchFolders(
  folders: readonly string[],
  changed: () => void,
  lost: (folder: string, error: unknown) => void,
): () => void {
  const watched = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined

  function follow(): void {
    const present = new Map(folders.flatMap(allBelow).map(folder => [identity(folder), folder]))
    for (const [id, watcher] of watched) if (!present.has(id)) forget(id, watcher)
    for (const [id, folder] of present) if (!watched.has(id)) open(id, folder)
  }

  function open(id: string, folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => soon(name))
      watched.set(id, watcher)
      watcher.on('error', error => lost(folder, error))
    } catch (error) {
      lost(folder, error)
    }
  }

  function forget(id: string, watcher: FSWatcher): void {
    watcher.close()
    watched.delete(id)
  }

  function soon(name: string | null): void {
    if (!isContent(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      follow()
      changed()
    }, quietMs)
  }

  follow()
  return () => {
    clearTimeout(timer)
    for (const [id, watcher] of watched) forget(id, watcher)
  }
}

/** Nothing, where it is gone: it may go at any moment. */
function allBelow(folder: string): readonly string[] {
  const inside = entriesOf(folder)
  if (!inside) return []
  const folders = inside.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  return [folder, ...folders.flatMap(({ name }) => allBelow(join(folder, name)))]
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

/** A folder that was deleted and made again is another one under the same name. */
function identity(folder: string): string {
  return `${statSync(folder, { throwIfNoEntry: false })?.ino} ${folder}`
}

/** Editors leave swap files and backups beside what they edit. */
function isContent(name: string | null): boolean {
  return name === null || !/^\.|~$|\.(sw[a-z]|tmp|bak)$/.test(name)
}
