/** All rules beyond the loader's (lint/loader.ts names those). */
import type { Rule } from './problem.ts'
import { dangerous, dangerUnwarned, needsRights, neverAdvised } from './rules/asks.ts'
import { buttonTooLong, sameButtons } from './rules/buttons.ts'
import { cardTooLarge } from './rules/card-size.ts'
import { changedCode } from './rules/facts.ts'
import { headingOrder } from './rules/heading-order.ts'
import { otherLanguage } from './rules/language.ts'
import { brokenLink } from './rules/links.ts'
import { localeKeys } from './rules/locale-keys.ts'
import { localeWords } from './rules/locale-words.ts'
import { loop } from './rules/loop.ts'
import { markdown } from './rules/markdown.ts'
import { nameIsSentence, unnamedCause } from './rules/names.ts'
import { openPlace } from './rules/open.ts'
import { noHandOver, unreachableStep } from './rules/paths.ts'
import { claimedPhrase, fewPhrases } from './rules/phrases.ts'
import { claimedSignature } from './rules/signatures.ts'
import { noDoneWhen } from './rules/success.ts'
import { termWithoutLanguage } from './rules/terms.ts'

export const rules: readonly Rule[] = [
  headingOrder,
  unreachableStep,
  noHandOver,
  loop,
  noDoneWhen,
  needsRights,
  dangerous,
  neverAdvised,
  dangerUnwarned,
  buttonTooLong,
  sameButtons,
  cardTooLarge,
  markdown,
  brokenLink,
  fewPhrases,
  claimedPhrase,
  claimedSignature,
  changedCode,
  otherLanguage,
  unnamedCause,
  nameIsSentence,
  termWithoutLanguage,
  localeKeys,
  localeWords,
  openPlace,
]
