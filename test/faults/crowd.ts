/** So many employees at a time: when one has walked a path to its end, the next begins. */
import { type World, walk } from './employee.ts'
import { paths } from './paths.ts'

export interface Crowd {
  /** Conversations that are over. */
  readonly walked: number
  /** No new conversation begins; resolves when the last one has sent everything. */
  finish(): Promise<void>
}

export interface CrowdOptions {
  /** The paths to walk, by name; all of them unless told. */
  readonly along?: readonly string[]
  /** So many conversations at least, also when it is asked to finish before. */
  readonly total?: number
  /** Each waits for its replies. */
  readonly calm?: boolean
}

/** One undisturbed walk along each path: what the checker compares all others with. */
export async function walkReferences(world: World): Promise<void> {
  const walks = Object.keys(paths).map(path => ({ conversation: `reference-${path}`, path, reference: true }))
  await Promise.all(walks.map(one => walk(world, one)))
}

export function openCrowd(world: World, size: number, options: CrowdOptions = {}): Crowd {
  const { along = Object.keys(paths), total = 0, calm = false } = options
  let open = true
  let begun = 0
  let walked = 0
  async function lane(number: number): Promise<void> {
    for (let round = 0; open || round === 0 || begun < total; round++) {
      begun += 1
      const path = along[(number + round) % along.length] ?? ''
      await walk(world, { conversation: `crowd-${number}-${round}`, path, reference: false, calm })
      walked += 1
    }
  }
  const lanes = Promise.all(Array.from({ length: size }, (_, number) => lane(number)))
  return {
    get walked() {
      return walked
    },
    async finish() {
      open = false
      await lanes
    },
  }
}
