/** Which code decides, and in which phase or service it is meant. */
import type { SignatureId } from '../article.ts'
import type { Code, Hit, Rank } from './code.ts'
import type { MarkHit, Scanned } from './scan.ts'
import type { Tokens } from './tokens.ts'
import { gapAfter } from './tokens.ts'
import { notWords, nowWords } from './vocabulary.ts'

const weight: Readonly<Record<Rank, number>> = { cause: 0, general: 10, wrapper: 20, notice: 30 }
/** Words between a code and the scene that it is meant in, when they are not on one line. */
const sceneReach = 60

/** The deciding code first, each once. A qualified id stands before its plain one. */
export function inOrder(scanned: Scanned): readonly SignatureId[] {
  const weighed = scanned.hits.flatMap(hit => {
    const code = ofItsVersion(scanned, hit)
    return code ? [{ code, hit, weight: weightOf(scanned.tokens, hit, code) }] : []
  })
  weighed.sort((a, b) => a.weight - b.weight || a.hit.at - b.hit.at)
  return [...new Set(weighed.flatMap(({ code, hit }) => [...qualified(scanned, hit, code), code.id]))]
}

/** "Not 809 but 789", "now 13801": what is denied comes last, what is current first. */
function weightOf(tokens: Tokens, { at }: Hit, code: Code): number {
  const own = weight[code.rank]
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (/[.!?]\s|\n/.test(gapAfter(tokens, i))) break
    const word = tokens.words[i] ?? ''
    if (/^[0-9]/.test(word)) break
    if (nowWords.has(word)) return own - 1
    if (notWords.has(word)) return own + 5
  }
  return own
}

/** Both versions of IKE have the name: the scene chooses, else the spelling (IKEv1 wrote hyphens). */
function ofItsVersion({ tokens, marks }: Scanned, { codes, at }: Hit): Code | undefined {
  const [only] = codes
  if (codes.length < 2) return only
  const scene = nearest(tokens, marks, at, ['ikev1', 'ikev2'])
  const hyphen = gapAfter(tokens, at) === '-'
  const version = scene ?? (hyphen ? 'ikev1' : 'ikev2')
  return codes.find(({ id }) => id.startsWith(version)) ?? only
}

function qualified({ tokens, marks }: Scanned, { at }: Hit, { id, depends }: Code): readonly SignatureId[] {
  if (depends === undefined) return []
  switch (depends) {
    case 'phase': {
      const phase = nearest(tokens, marks, at, ['phase1', 'phase2'])
      return phase ? [`${id}@${phase}`] : []
    }
    case 'service':
      return marks.some(({ mark }) => mark === 'ipsec') ? [`${id}@ipsec`] : []
  }
}

/** The closest of these marks: on the same line, else before, else in a short text anywhere. */
function nearest(
  tokens: Tokens,
  marks: readonly MarkHit[],
  at: number,
  wanted: readonly MarkHit['mark'][],
): MarkHit['mark'] | undefined {
  let best: { readonly mark: MarkHit['mark']; readonly distance: number } | undefined
  for (let i = firstWithin(marks, at - sceneReach); i < marks.length; i++) {
    const found = marks[i]
    if (found === undefined || found.at > at + sceneReach) break
    if (!wanted.includes(found.mark)) continue
    const distance = distanceTo(tokens, found.at, at)
    if (best === undefined || distance < best.distance) best = { mark: found.mark, distance }
  }
  return best?.mark
}

/** The same line is nearest, then what came before. */
function distanceTo(tokens: Tokens, from: number, at: number): number {
  const words = Math.abs(at - from)
  const between = tokens.text.slice(tokens.starts[Math.min(from, at)], tokens.starts[Math.max(from, at)])
  if (!between.includes('\n')) return words
  return from < at ? words + sceneReach : words + 3 * sceneReach
}

/** Marks stand in order; halves them until the first at or behind `at`. */
function firstWithin(marks: readonly MarkHit[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
