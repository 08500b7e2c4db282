/** Seeded typing mistakes: about one letter edit (replace, delete, insert, swap) for every eight characters. */
import type { Random } from '../../src/knowledge/matcher/random.ts'

const charactersPerTypo = 8
const tries = 20
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Draws from `random` in a fixed order, so that the same seed disturbs the same texts in the same way. */
export function withTypos(text: string, random: Random): string {
  const characters = [...text]
  const typos = Math.max(1, Math.round(characters.length / charactersPerTypo))
  for (let typo = 0; typo < typos; typo++) {
    for (let n = 0; n < tries; n++) {
      const at = Math.floor(random() * characters.length)
      if (!/\p{L}/u.test(characters[at] ?? '')) continue
      edit(characters, at, Math.floor(random() * 4), letters[Math.floor(random() * 26)] ?? 'a')
      break
    }
  }
  return characters.join('')
}

function edit(characters: string[], at: number, kind: number, letter: string): void {
  if (kind === 0) characters[at] = letter
  else if (kind === 1 && characters.length > 3) characters.splice(at, 1)
  else if (kind === 2) characters.splice(at, 0, letter)
  else if (kind === 3 && at + 1 < characters.length)
    characters.splice(at, 2, characters[at + 1] ?? '', characters[at] ?? '')
}
