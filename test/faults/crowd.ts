/** So many employees at a time: when one has walked a path to its end, the next begins. */

import { type World, walk } from './employee.ts'
import { paths } from './paths.ts'

export interface Crowd {
  /** No new conversation begins; resolves when the last one has sent everything. */
  finish(): Promise<void>
}

/** One undisturbed walk along each path: what the checker compares all others with. */
export async function walkReferences(world: World): Promise<void> {
  for (const path of Object.keys(paths))
    await walk(world, { conversation: `reference-${path}`, path, reference: true })
}

export function openCrowd(world: World, size: number): Crowd {
  let open = true
  const names = Object.keys(paths)
  async function lane(number: number): Promise<void> {
    for (let round = 0; open || round === 0; round++) {
      const path = names[(number + round) % names.length] ?? ''
      await walk(world, { conversation: `crowd-${number}-${round}`, path, reference: false })
    }
  }
  const lanes = Promise.all(Array.from({ length: size }, (_, number) => lane(number)))
  return {
    async finish() {
      open = false
      await lanes
    },
  }
}
