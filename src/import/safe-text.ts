/** Words of others, so that the article's own marks stay what they are: headings, placeholders, code that closes. */

/** One line, for titles, phrases and comments. */
export function lineText(text: string): string {
  return withoutPlaceholders(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Some lines of Markdown: no line is a heading or an open question by accident, every code block ends. */
export function bodyText(text: string): string {
  const lines = withoutPlaceholders(text).trim().split('\n')
  let fence = ''
  const safe = lines.map(line => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    if (fence === '' && mark?.[1]) fence = mark[1]
    else if (fence !== '' && mark?.[2]?.trim() === '' && mark[1]?.startsWith(fence)) fence = ''
    else if (fence === '') return line.replace(/^(#+\s)/, '\\$1')
    return line
  })
  const whole = safe.join('\n')
  return fence === '' ? whole : `${whole}\n${fence}`
}

/** `{ui:…}` in a source is not ours. */
function withoutPlaceholders(text: string): string {
  return text.replace(/\{(?=\s*(?:ui|org)\b)/gi, '(')
}
