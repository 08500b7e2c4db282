/** The few parts of the peers that the bench uses; they come without types. */

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(text: string, label: string): void
    train(): void
    getClassifications(text: string): readonly { readonly label: string; readonly value: number }[]
  }
}

declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void
  }
  export function containerBootstrap(): Container
}

declare module '@nlpjs/nlp' {
  import type { Container } from '@nlpjs/core'

  export class Nlp {
    constructor(settings: Readonly<Record<string, unknown>> & { readonly container: Container })
    addDocument(language: string, text: string, label: string): void
    train(): Promise<void>
    process(language: string, text: string): Promise<{ readonly intent: string; readonly score: number }>
    export(minified: boolean): string
  }
}

declare module '@nlpjs/lang-*' {
  export const LangDe: unknown
  export const LangEn: unknown
  export const LangEs: unknown
  export const LangFr: unknown
  export const LangIt: unknown
  export const LangNl: unknown
}
