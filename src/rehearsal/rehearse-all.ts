/** Many conversations, some at once: what one writes to the database, another does not wait for. */
import type { Content } from '../turn/decide.ts'
import { type Rehearsed, rehearse } from './rehearse.ts'
import { openRoom } from './room.ts'
import type { Script } from './script.ts'

const atOnce = 16

/** In the order of the scripts. */
export async function rehearseAll(
  scripts: readonly Script[],
  content: Content,
): Promise<readonly Rehearsed[]> {
  const room = await openRoom()
  const played: Rehearsed[] = []
  const waiting = scripts.entries()
  const play = async () => {
    for (const [index, script] of waiting) played[index] = await rehearse(script, room, content)
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, play))
  } finally {
    await room.close()
  }
  return played
}
