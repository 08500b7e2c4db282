/** What the library holds, as `kb list --json` prints it. */
import type { Article, Doer, Language, Risk } from './article.ts'
import type { Library } from './library.ts'

export interface Listed {
  readonly id: string
  readonly pack: string
  /** `phrases`: how many. */
  readonly languages: Readonly<Record<Language, { readonly title: string; readonly phrases: number }>>
  readonly steps: readonly {
    readonly id: string
    readonly by: Doer
    readonly risk: Risk
    readonly minutes: number
  }[]
  readonly signatures: readonly string[]
}

export function listing(library: Pick<Library, 'articles'>): readonly Listed[] {
  return [...library.articles.values()].map(listed)
}

function listed(article: Article): Listed {
  const languages = Object.values(article.texts).map(
    ({ language, title, phrases }) => [language, { title, phrases: phrases.length }] as const,
  )
  return {
    id: article.id,
    pack: article.pack,
    languages: Object.fromEntries(languages),
    steps: article.steps.map(({ id, by, risk, minutes }) => ({ id, by, risk, minutes })),
    signatures: article.signatures,
  }
}
