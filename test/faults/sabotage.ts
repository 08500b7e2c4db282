/**
 * Loaded in front of the service (`SABOTAGE=names node --import …`): exchanges pieces of its source while it is read,
 * because the product itself must have no switch for what the drills do to it (see sabotages.ts). A piece that is no
 * longer there ends the start, so no sabotage fails in silence.
 */
import { registerHooks } from 'node:module'
import { type Rewrite, rewritesOf } from './sabotages.ts'

const rewrites = rewritesOf(process.env.SABOTAGE ?? '')

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const ours = rewrites.filter(({ file }) => url.endsWith(`/${file}`))
    return ours.length === 0 ? loaded : { ...loaded, source: ours.reduce(exchanged, String(loaded.source)) }
  },
})

function exchanged(source: string, { file, from, to }: Rewrite): string {
  if (!source.includes(from)) throw new Error(`${file} does not say: ${from}`)
  return source.replace(from, () => to)
}
