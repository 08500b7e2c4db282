/** Spells out an expression of letters, `x?`, `[xyz]`, `(?:a|b)` and `\\.`. */

interface Place {
  readonly expression: string
  at: number
}

/** Every text that the expression matches, each once. */
export function textsOf(expression: string): readonly string[] {
  return [...new Set(alternatives({ expression, at: 0 }))]
}

function alternatives(place: Place): readonly string[] {
  const found: string[] = []
  for (;;) {
    found.push(...sequence(place))
    if (place.expression[place.at] !== '|') return found
    place.at++
  }
}

function sequence(place: Place): readonly string[] {
  let found: readonly string[] = ['']
  while (place.at < place.expression.length && !'|)'.includes(place.expression[place.at] ?? '')) {
    const parts = optional(place, element(place))
    found = found.flatMap(before => parts.map(part => before + part))
  }
  return found
}

function optional(place: Place, parts: readonly string[]): readonly string[] {
  if (place.expression[place.at] !== '?') return parts
  place.at++
  return [...parts, '']
}

function element(place: Place): readonly string[] {
  const letter = place.expression[place.at++] ?? ''
  switch (letter) {
    case '\\':
      return [place.expression[place.at++] ?? '']
    case '[':
      return oneOf(place)
    case '(':
      return group(place)
    default:
      return [letter]
  }
}

function oneOf(place: Place): readonly string[] {
  const letters = place.expression.slice(place.at, place.expression.indexOf(']', place.at))
  place.at += letters.length + 1
  return [...letters]
}

function group(place: Place): readonly string[] {
  place.at += '?:'.length
  const found = alternatives(place)
  place.at++
  return found
}
