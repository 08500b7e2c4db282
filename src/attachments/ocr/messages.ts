/** What the service and the process that reads pictures say to each other. */

/** Models of the languages we have data for; English stands for all others. */
export type Model = 'eng' | 'deu' | 'fra' | 'ita'

export interface Picture {
  readonly bytes: Uint8Array
  readonly model: Model
  /** Many small texts all over, as on a whole screen; otherwise one text from top to bottom. */
  readonly scattered: boolean
}

/** Said once, when pictures can come. */
export interface Ready {
  readonly kind: 'ready'
}

export type ReadPicture =
  /** `confidence` in percent. `maxRss`: the most memory that the process has ever had, in bytes. */
  | {
      readonly kind: 'read'
      readonly text: string
      readonly confidence: number
      readonly maxRss: number
    }
  | { readonly kind: 'fault' }
