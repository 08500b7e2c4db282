import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { names, rewritesOf } from './sabotages.ts'

test.each(names)('the piece of source that %s exchanges is there, and once', name => {
  for (const { file, from } of rewritesOf(name)) {
    expect(readFileSync(file, 'utf8').split(from), `${file}: ${from}`).toHaveLength(2)
  }
})
