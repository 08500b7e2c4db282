/** The shipped knowledge and locales, read once for each test file. */
import { type Edition, readContent, readKnowledge } from '../../src/content.ts'
import type { Library } from '../../src/knowledge/library.ts'
import type { Content } from '../../src/turn/decide.ts'

let content: Edition | undefined
let library: Library | undefined

export function shippedContent(): Content {
  return shippedEdition()
}

/** With what it was made from, for tests that change a part of it. */
export function shippedEdition(): Edition {
  content ??= readContent()
  return content
}

export function shippedLibrary(): Library {
  library ??= readKnowledge({})
  return library
}
