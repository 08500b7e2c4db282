/** A code of the catalogue, and one that was found. */
import type { Language, SignatureId } from '../article.ts'

/**
 * cause: says what went wrong. general: says only that something did (a failure event, "IKE error").
 * wrapper: carries the code that decides. notice: a state, not an error.
 */
export type Rank = 'cause' | 'general' | 'wrapper' | 'notice'

/** One code. */
export interface Code {
  /** `ras:809`, `win32:13801`, `hresult:0x800B0101`, `event:20227`, `ikev1:NAME` and `ikev2:NAME` in capitals and hyphens. */
  readonly id: SignatureId
  /** Name in the header files, `ERROR_VPN_TIMEOUT`. */
  readonly symbol?: string
  /** The notify number of an IKE name. */
  readonly number?: number
  readonly meaning: string
  readonly note?: string
  readonly rank: Rank
  /** The same fault under another id: an HRESULT that wraps a Win32 code. */
  readonly same?: SignatureId
  /** phase: means something else in phase 1 and 2. service: only of interest when the text names an IPsec service. */
  readonly depends?: 'phase' | 'service'
  /** The name is also ordinary words ("invalid certificate") and counts only as a name or beside words of IKE. */
  readonly ordinary?: boolean
  /** Other written forms: short names in logs, a full status value. */
  readonly also: readonly string[]
  /** Telling parts of the sentences that Windows shows for it, by language. */
  readonly says: Readonly<Record<Language, readonly string[]>>
}

/** A code in the text. Several codes: the versions of IKE share the name. */
export interface Hit {
  readonly codes: readonly Code[]
  /** Index of the first word. */
  readonly at: number
}
