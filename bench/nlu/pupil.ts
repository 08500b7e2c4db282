/** Whoever takes part in a comparison: it learns from rows and answers texts. */

/** Text, label, language. */
export type Row = readonly [text: string, label: string, language: string]

export interface Answer {
  /** Empty: no answer at all. */
  readonly label: string
  /** How sure of the label, 0 to 1 where it is meant as a probability. */
  readonly confidence: number
  /** Higher for texts that are about one of the labels at all; any scale. */
  readonly known: number
}

export interface Pupil {
  readonly name: string
  /** What a reader of the figures must know, such as being told the language. */
  readonly note?: string
  learn(rows: readonly Row[]): Promise<Learned>
}

export interface Learned {
  readonly modelBytes: number
  ask(text: string, language: string): Answer | Promise<Answer>
}
