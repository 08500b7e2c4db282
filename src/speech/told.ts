/** Facts and claimed steps, in words of one language. */
import type { Claim, Fact } from '../knowledge/fact.ts'
import { neutralText } from '../knowledge/facts/names.ts'
import type { Translate } from './locales.ts'

/** As much of a voice as is needed here. */
interface Speaker {
  readonly t: Translate
}

/** "at home, Windows 11, restart of the computer (did not help)" */
export function toldText(voice: Speaker, told: readonly (Fact | Claim)[]): string {
  return told.map(item => ('action' in item ? claimText(voice, item) : factText(voice, item))).join(', ')
}

/** "Windows 11", "at home", "for 3 days". */
export function factText({ t }: Speaker, { kind, value }: Fact): string {
  const [name = value, number] = value.split(':')
  const neutral = neutralText(kind, value)
  return neutral ?? t(`fact.${kind}.${name}`, number ? { count: Number(number) } : {})
}

export function claimText({ t }: Speaker, { action, outcome }: Claim): string {
  return t(`claim.${outcome}`, { action: t(`action.${action}`) })
}
