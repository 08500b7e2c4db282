/** The part of Adaptive Cards 1.5 that Deskhand uses. Colours are by meaning only, so that dark and contrast themes work. */

export interface TextRun {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Bolder'
  readonly fontType?: 'Monospace'
  readonly size?: 'Small'
  readonly isSubtle?: boolean
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string }
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly TextRun[]
  readonly spacing?: Spacing
}

export interface TextBlock {
  readonly type: 'TextBlock'
  readonly text: string
  readonly wrap: true
  readonly style: 'heading'
  readonly size: 'Medium'
  readonly weight: 'Bolder'
}

export interface Container {
  readonly type: 'Container'
  readonly style?: 'emphasis' | 'warning'
  readonly items: readonly Element[]
  readonly spacing?: Spacing
}

export interface Column {
  readonly type: 'Column'
  readonly width: 'auto' | 'stretch'
  readonly items: readonly Element[]
  readonly spacing?: Spacing
}

export interface ColumnSet {
  readonly type: 'ColumnSet'
  readonly columns: readonly Column[]
  readonly spacing?: Spacing
}

export interface Submit {
  readonly type: 'Action.Submit'
  readonly title: string
  readonly data: Pressed
}

export interface Execute {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly tooltip?: string
  readonly verb: string
  readonly data: Pressed
  readonly fallback: Submit
}

/** What comes back when a button is pressed. */
export interface Pressed {
  readonly nonce: string
  readonly choice: string
}

export interface ActionSet {
  readonly type: 'ActionSet'
  readonly actions: readonly Execute[]
  readonly spacing?: Spacing
  readonly separator?: boolean
}

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium'
export type Element = RichTextBlock | TextBlock | Container | ColumnSet | ActionSet

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly lang?: string
  readonly speak?: string
  readonly fallbackText?: string
  readonly body: readonly Element[]
}

export const cardType = 'application/vnd.microsoft.card.adaptive'

export function card(body: readonly Element[], words?: { lang: string; summary: string }): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(words && { lang: words.lang, speak: words.summary, fallbackText: words.summary }),
    body,
  }
}

export function richText(inlines: readonly TextRun[], spacing?: Spacing): RichTextBlock {
  return { type: 'RichTextBlock', inlines, ...(spacing && { spacing }) }
}

/** Literal text: whatever stands in it is shown, never read as markup. */
export function run(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  return { type: 'TextRun', text, ...look }
}
