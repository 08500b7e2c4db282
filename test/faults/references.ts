/**
 * How each path has to go, once for all drills of this process: walked with a service that nothing happens to. Each
 * stage gets the same lines at the beginning of its histories, as if the walks had taken place there.
 */
import { walkReferences } from './crowd.ts'
import type { ClientEntry, FarEntry } from './history.ts'
import { openStage, type Stage } from './stage.ts'

interface References {
  readonly client: readonly ClientEntry[]
  readonly far: readonly FarEntry[]
}

let walked: Promise<References> | undefined

export async function knowReferences(stage: Stage): Promise<void> {
  walked ??= walkOnce()
  stage.know(await walked)
}

async function walkOnce(): Promise<References> {
  const stage = await openStage({ agents: true })
  try {
    await stage.supervisor.start()
    await walkReferences(stage.world)
    await stage.supervisor.stop()
    const { client, far } = stage.histories()
    return { client: client.filter(isTalk), far }
  } finally {
    await stage.close()
  }
}

/** What happened to that service is not part of another one's story. */
function isTalk({ event }: ClientEntry): boolean {
  return event === 'began' || event === 'sent' || event === 'acknowledged'
}
