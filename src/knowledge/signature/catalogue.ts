/** Look-up structures over the codes: by number, by hexadecimal value, by name and by sentence. */

import { addPhrase, type PhraseNode, phraseTree } from '../phrases.ts'
import type { Code } from './code.ts'
import { tokenise, type WordReader } from './tokens.ts'

/** symbol: counts when written with underscores. notify: in any spelling. sentence: as Windows shows it. */
export interface Name {
  readonly code: Code
  readonly how: 'symbol' | 'notify' | 'sentence'
}

export interface CodeIndex {
  /** RAS, Win32 and event codes by their decimal number. */
  readonly byNumber: ReadonlyMap<number, Code>
  /** IKE names by notify number; the versions share numbers. */
  readonly byNotify: ReadonlyMap<number, readonly Code[]>
  /** By the 32-bit value. An HRESULT that wraps a known Win32 or RAS code is that code. */
  readonly byValue: ReadonlyMap<number, Code>
  readonly names: PhraseNode<Name>
}

const plainWords: WordReader = { splits: new Set(), kindOf: () => 0 }
/** HRESULT_FROM_WIN32: severity error, facility 7. */
const fromWin32 = 0x80070000

export function codeIndex(codes: readonly Code[]): CodeIndex {
  const plain = codes.filter(({ id }) => /^(?:ras|win32|event):/.test(id))
  const byNumber = new Map(plain.map(code => [Number(code.id.split(':')[1]), code]))
  return { byNumber, byNotify: notifies(codes), byValue: values(codes, byNumber), names: namesOf(codes) }
}

function notifies(codes: readonly Code[]): ReadonlyMap<number, readonly Code[]> {
  const found = new Map<number, Code[]>()
  for (const code of codes)
    if (code.number !== undefined) found.set(code.number, [...(found.get(code.number) ?? []), code])
  return found
}

function values(codes: readonly Code[], byNumber: ReadonlyMap<number, Code>): ReadonlyMap<number, Code> {
  const found = new Map<number, Code>()
  for (const [number, code] of byNumber)
    if (!code.id.startsWith('event:')) found.set(fromWin32 + number, code)
  const byId = new Map(codes.map(code => [code.id, code]))
  for (const code of codes) {
    if (code.id.startsWith('hresult:'))
      found.set(Number(code.id.slice('hresult:'.length)), byId.get(code.same ?? code.id) ?? code)
    for (const form of code.also) if (/^0x/i.test(form)) found.set(Number(form), code)
  }
  return found
}

function namesOf(codes: readonly Code[]): PhraseNode<Name> {
  const root = phraseTree<Name>()
  const add = (name: string, value: Name) => addPhrase(root, tokenise(name, plainWords).words, value)
  for (const code of codes) {
    if (code.symbol) add(code.symbol, { code, how: 'symbol' })
    if (code.number !== undefined) add(code.id.slice('ikev1:'.length), { code, how: 'notify' })
    for (const form of code.also) if (!/^0x/i.test(form)) add(form, { code, how: 'symbol' })
    for (const sentence of Object.values(code.says).flat()) add(sentence, { code, how: 'sentence' })
  }
  return root
}
