/**
 * The order of steps follows from what is known, so a text that sends people to another step leads in circles, and
 * so does a step that asks the same once more under another name.
 */
import { fold } from '../../fold.ts'
import { allPassages, type Desk, read } from '../desk.ts'
import type { Passage } from '../passages.ts'
import type { Finding, Rule } from '../problem.ts'
import { type Phrasebook, readPhrasebook } from '../word-lists.ts'

export const loop: Rule = {
  name: 'loop',
  *find(desk: Desk) {
    const back = readPhrasebook('loops.yaml')
    for (const passage of allPassages(desk)) yield* sentBack(desk, passage, back)
    for (const { pages } of desk.sheets) for (const { passages } of pages.values()) yield* asked(passages)
  },
}

function* sentBack(desk: Desk, passage: Passage, back: Phrasebook): Iterable<Finding> {
  if (!passage.step || passage.kind === 'name' || passage.kind === 'answer') return
  for (const [index, line] of read(desk, passage).split('\n').entries()) {
    const found = back.find(line, passage.language)
    if (found === undefined) continue
    yield {
      file: passage.file,
      line: passage.line + index,
      message: `"${found}" sends the reader to another step, but the order of steps changes with the answers`,
      cure: 'Say what to do without naming another step.',
    }
  }
}

function* asked(passages: readonly Passage[]): Iterable<Finding> {
  const bodies = passages.filter(({ kind, step }) => kind === 'body' && step?.by === 'employee')
  const first = new Map<string, Passage>()
  for (const passage of bodies) {
    const said = fold(passage.text).replace(/[^\p{L}\p{N}]+/gu, ' ')
    const twin = first.get(said)
    first.set(said, twin ?? passage)
    if (twin === undefined) continue
    yield {
      file: passage.file,
      line: passage.line,
      message: `the step "${passage.key}" asks the same as the step "${twin.key}" at line ${twin.line}`,
      cure: 'Make one step of the two.',
    }
  }
}
