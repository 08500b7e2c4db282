/** The few files of `natural` that text.ts imports; the package's own types do not hold under our tsconfig. */

declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  const tokenizers: {
    RegexpTokenizer: new (options: {
      pattern: RegExp
      gaps: boolean
    }) => { tokenize(text: string): string[] | null }
  }
  export default tokenizers
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** 1 for equal words, 0 for words without a common letter. */
  const likeness: (a: string, b: string) => number
  export default likeness
}

declare module 'natural/lib/natural/util/stopwords*.js' {
  const stopwords: { words: readonly string[] }
  export default stopwords
}
