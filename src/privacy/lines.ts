/** The lines of a text in which something was seen. */

export interface Line {
  readonly text: string
  /** Where it begins in the whole text. */
  readonly start: number
}

/** Each line once; `places` rise. Without its line end, which is the line feed alone. */
export function linesWith(text: string, places: readonly { readonly start: number }[]): readonly Line[] {
  const lines: Line[] = []
  let behind = -1
  for (const { start } of places) {
    if (start < behind) continue
    const from = text.lastIndexOf('\n', start - 1) + 1
    const end = text.indexOf('\n', start)
    behind = end < 0 ? text.length : end
    lines.push({ text: text.slice(from, behind), start: from })
  }
  return lines
}

/** The lines in which the form is found; it has the flag g. */
export function linesLike(text: string, form: RegExp): readonly Line[] {
  const places: { readonly start: number }[] = []
  form.lastIndex = 0
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    places.push({ start: match.index })
    const end = text.indexOf('\n', form.lastIndex)
    form.lastIndex = end < 0 ? text.length : end
  }
  return linesWith(text, places)
}
