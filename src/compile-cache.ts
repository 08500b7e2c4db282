/**
 * Imported first: the packages that come after it are compiled once and kept, which saves a good part of each start.
 * A folder that cannot be written costs nothing but that.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/deskhand/compiled', import.meta.url)))
