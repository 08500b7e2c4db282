/** Runs after `npm ci`: trains the matcher of the shipped knowledge, so that the first start does not have to. */
import { readContent } from '../content.ts'
import { failPlainly } from './fail.ts'

try {
  readContent()
} catch (thrown) {
  failPlainly(thrown)
}
