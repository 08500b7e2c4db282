/** What an employee tells in passing. Ids and values only, so that any reader gets them in their own language. */

export const factKinds = [
  ...(['vpn', 'product', 'windows', 'release', 'system', 'network', 'link', 'since', 'affected'] as const),
  ...(['changed', 'rights', 'urgency', 'clock', 'server-name', 'certificate', 'domain'] as const),
] as const
export type FactKind = (typeof factKinds)[number]

/** `network:home`; with a number `since:days:3`. */
export interface Fact {
  readonly kind: FactKind
  readonly value: string
}

/** What people try by themselves. A step of an article names the one it asks for by `about`. */
export const actions = [
  ...(['restart', 'router', 'reconnect', 'other-network', 'cable', 'flush-dns', 'reinstall'] as const),
  ...([
    'certificate',
    'password',
    'key',
    'update',
    'other-device',
    'firewall',
    'clock',
    'server-name',
  ] as const),
] as const
export type Action = (typeof actions)[number]

/** `tried`: without a word of what came of it. */
export type ClaimOutcome = 'helped' | 'no-help' | 'tried' | 'not-tried' | 'could-not'

/** "I have restarted it already, no change." */
export interface Claim {
  readonly action: Action
  readonly outcome: ClaimOutcome
}

export interface Told {
  readonly facts: readonly Fact[]
  readonly claims: readonly Claim[]
}
