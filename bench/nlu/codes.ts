/** Codes in many notations, and numbers that are none: `npm run -s bench -- nlu --codes`. */
import { readFileSync } from 'node:fs'
import { type Codes, plainId, readCodes, readSignatures } from '../../src/knowledge/signature.ts'
import { percent } from './figures.ts'

interface Written {
  readonly notation: string
  readonly text: string
  readonly id: string
}

export function runCodes(): void {
  const file = 'knowledge/codes.json'
  const codes = readCodes(JSON.parse(readFileSync(file, 'utf8')), file)
  const written = everyNotation(codes)
  console.log('read of    codes  notation')
  for (const notation of new Set(written.map(w => w.notation))) {
    const these = written.filter(w => w.notation === notation)
    console.log(
      `${percent(shareRead(codes, these)).padStart(5)} %  ${String(these.length).padStart(5)}  ${notation}`,
    )
  }
  const missed = written.filter(w => !isRead(codes, w))
  const taken = strangers(codes).filter(text => readSignatures(codes, text).length > 0)
  console.log(`\nrecall ${percent(shareRead(codes, written), 2)} % of ${written.length}`)
  console.log(`false ${percent(taken.length / strangers(codes).length, 2)} % of ${strangers(codes).length}`)
  for (const { notation, text, id } of missed.slice(0, 10))
    console.log(`missed  ${id} as ${notation}: ${text}`)
  for (const text of taken.slice(0, 10)) console.log(`taken   ${text}: ${readSignatures(codes, text)}`)
}

function shareRead(codes: Codes, written: readonly Written[]): number {
  return written.filter(w => isRead(codes, w)).length / Math.max(1, written.length)
}

function isRead(codes: Codes, { text, id }: Written): boolean {
  const found = readSignatures(codes, text).map(plainId)
  const same = codes.byId.get(id)?.same
  return found.includes(id) || (same !== undefined && found.includes(same))
}

/** By notation: the text around a code of this namespace. */
const decimals: Readonly<Record<string, (number: number) => string>> = {
  'English, decimal': n => `I get error ${n} when connecting`,
  'English, code': n => `The error code returned on failure is ${n}.`,
  'German, decimal': n => `Fehler ${n} beim Verbinden`,
  'German, code': n => `VPN geht nicht, Fehlercode: ${n}`,
  'French, decimal': n => `erreur n° ${n} à la connexion`,
  'French, code': n => `le code d'erreur est ${n}`,
  'Italian, decimal': n => `errore: ${n} quando mi collego`,
  'Italian, code': n => `codice di errore ${n}`,
  'hexadecimal, capitals': n => `error code 0x${n.toString(16).toUpperCase()}`,
  'hexadecimal, small': n => `Fehler 0x${n.toString(16)}`,
  'HRESULT of Win32': n => `failed with 0x8007${n.toString(16).padStart(4, '0')}`,
  'HRESULT of Win32, German': n => `Fehler: 0x8007${n.toString(16).padStart(4, '0').toUpperCase()}`,
  'signed HRESULT of Win32': n => `hr = ${(0x80070000 + n) | 0}`,
}

const results: Readonly<Record<string, (value: number) => string>> = {
  HRESULT: value => `Error 0x${value.toString(16).toUpperCase()}`,
  'HRESULT, small, no prefix': value => `Fehlercode ${value.toString(16)}`,
  'HRESULT, signed': value => `erreur ${value | 0}`,
  'HRESULT, alone': value => `0x${value.toString(16)}`,
}

const events: Readonly<Record<string, (number: number) => string>> = {
  'event, English': n => `Event ID ${n} in the event log`,
  'event, German': n => `Ereignis-ID: ${n}`,
  'event, French': n => `événement ${n} dans le journal`,
  'event, Italian': n => `evento ${n} nel registro`,
}

function everyNotation(codes: Codes): readonly Written[] {
  return [...codes.byId.values()].flatMap(({ id, symbol, says }) => {
    const [space = '', name = ''] = id.split(':')
    const number = Number(name)
    return [
      ...(space === 'ras' || space === 'win32' ? spelled(decimals, number, id) : []),
      ...(space === 'hresult' ? spelled(results, number, id) : []),
      ...(space === 'event' ? spelled(events, number, id) : []),
      ...(space.startsWith('ike') ? named(id, name, space) : []),
      ...(symbol?.includes('_') ? [{ notation: 'symbol', text: `it says ${symbol} here`, id }] : []),
      ...Object.entries(says).flatMap(([language, sentences]) =>
        sentences.map(text => ({ notation: `sentence, ${language}`, text: `${text}.`, id })),
      ),
    ]
  })
}

function spelled(
  forms: Readonly<Record<string, (n: number) => string>>,
  number: number,
  id: string,
): Written[] {
  return Object.entries(forms).map(([notation, form]) => ({ notation, text: form(number), id }))
}

function named(id: string, name: string, space: string): Written[] {
  const version = space === 'ikev1' ? 'isakmp' : 'IKEv2'
  return [
    { notation: 'IKE name in a log', text: `${version}: received ${name.replaceAll('-', '_')} notify`, id },
    {
      notation: 'IKE name in brackets',
      text: `${version} parsed response [ N(${name.replaceAll('-', '_')}) ]`,
      id,
    },
  ]
}

/** Numbers of known codes where they are none. */
function strangers(codes: Codes): readonly string[] {
  const numbers = [...codes.byId.keys()].flatMap(id => /^(?:ras|win32|event):(\d+)$/.exec(id)?.[1] ?? [])
  return numbers.flatMap(n => [
    `I am in room ${n} today`,
    `Mein Ticket ${n} ist noch offen`,
    `la facture ${n} est arrivée`,
    `il notebook costa ${n} euro`,
    `call me at +41 44 ${n} 12`,
    `the server listens on port ${n}`,
    `Version 2.${n}.1 ist installiert`,
    `nous avons ${n} utilisateurs`,
  ])
}
