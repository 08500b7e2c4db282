/** Places that an author has left for later: `# open: question` in article.yaml and front matter, `open: …` in texts. */
import type { ArticleFiles } from './parse.ts'

export interface OpenPlace {
  readonly file: string
  readonly line: number
  /** Without the mark at its end. */
  readonly question: string
}

/** The article serves all the same, so this is for `kb lint`. */
export function openPlaces({ folder, structure, texts }: ArticleFiles): readonly OpenPlace[] {
  return [
    ...placesOf(`${folder}/article.yaml`, structure),
    ...[...texts].flatMap(([language, text]) => placesOf(`${folder}/${language}.md`, text)),
  ]
}

function placesOf(file: string, text: string): readonly OpenPlace[] {
  return text.split('\n').flatMap((line, i) => {
    const question = /^\s*(?:# ?)?open:\s*(.*)$/i.exec(line)?.[1]?.trim()
    return question === undefined ? [] : [{ file, line: i + 1, question: question.replace(/[.?]$/, '') }]
  })
}
