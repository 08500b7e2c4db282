/**
 * Runs after `npm ci`, so that the first start takes no longer than any other: trains the matcher of the shipped
 * knowledge, and has the packages of the service compiled, which the cache of compile-cache.ts then keeps.
 */
import { readContent, warm } from '../content.ts'
import { failPlainly } from './fail.ts'

try {
  await warm(readContent())
  await Promise.all([
    import('../bot/channel.ts'),
    import('../bot/delivery.ts'),
    import('../bot/server.ts'),
    import('../store/sqlite.ts'),
  ])
} catch (thrown) {
  failPlainly(thrown)
}
