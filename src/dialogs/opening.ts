/** A new case. */
import type { Language } from '../knowledge/article.ts'
import type { Case } from './types.ts'

/** Crockford's base 32: no I, L, O, U, so that an id survives being read out over the phone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight letters from a seed (FNV-1a over 2 x 32 bits, 40 of them used); the store keeps ids unique. */
export function caseId(seed: string): string {
  const bits = (BigInt(fnv(seed, 0x811c9dc5)) << 32n) | BigInt(fnv(seed, 0x9747b28c))
  let id = ''
  for (let i = 0n; i < 8n; i++) id += letters[Number((bits >> (i * 5n)) & 31n)]
  return `${id.slice(0, 4)}-${id.slice(4)}`
}

function fnv(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

export function openCase(
  seed: string,
  at: number,
  language: Language,
  languageFrom: Case['languageFrom'],
): Case {
  return {
    id: caseId(seed),
    openedAt: at,
    language,
    languageFrom,
    owner: 'bot',
    stage: { kind: 'new' },
    signatures: [],
    notThese: [],
    steps: [],
    words: [],
    later: [],
    misses: 0,
    settled: [],
  }
}

/** The next problem of the same employee: a case of its own, in the language they speak. */
export function nextCase(c: Case, seed: string, at: number): Case {
  return {
    ...openCase(seed, at, c.language, c.languageFrom),
    settled: c.settled,
    ...(c.open && { open: c.open }),
  }
}
