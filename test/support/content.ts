/** The shipped knowledge and locales, read once for each test file. */
import { readContent, readKnowledge } from '../../src/content.ts'
import type { Library } from '../../src/knowledge/library.ts'
import type { Content } from '../../src/turn/decide.ts'

let content: Content | undefined
let library: Library | undefined

export function shippedContent(): Content {
  content ??= readContent()
  return content
}

export function shippedLibrary(): Library {
  library ??= readKnowledge({})
  return library
}
