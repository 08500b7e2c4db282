/**
 * Loaded in front of the service: it keeps Teams' limits towards the connector of the tests too. It rewrites the source
 * while it is read, because the product itself has no switch for it; a line that is no longer there ends the start.
 */
import { registerHooks } from 'node:module'

const [from, to] = ["...(identity.kind === 'azure' && {", "...(identity.kind !== 'local' && {"]

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith('/src/main.ts')) return loaded
    const source = String(loaded.source)
    if (source.split(from).length !== 2) throw new Error(`src/main.ts does not say once: ${from}`)
    return { ...loaded, source: source.replace(from, to) }
  },
})
