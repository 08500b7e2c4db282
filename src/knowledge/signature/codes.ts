/** The catalogue of codes: what it holds and how it is read. Its one home is knowledge/codes.json. */
import { AppError } from '../../errors.ts'
import type { SignatureId } from '../article.ts'
import { type CodeIndex, codeIndex } from './catalogue.ts'
import type { Code, Rank } from './code.ts'

export interface Codes extends CodeIndex {
  readonly byId: ReadonlyMap<SignatureId, Code>
}

const ranks: readonly string[] = ['cause', 'general', 'wrapper', 'notice'] satisfies Rank[]
const dependencies: readonly string[] = ['phase', 'service']
const idForm = /^(?:(?:ras|win32|event):\d+|hresult:0x[0-9A-F]{8}|ikev[12]:[A-Z0-9]+(?:-[A-Z0-9]+)*)$/
const knownKeys = [
  'id',
  'symbol',
  'number',
  'meaning',
  'note',
  'rank',
  'same',
  'depends',
  'ordinary',
  'also',
  'says',
]

/** Parses the catalogue. Throws AppError('content') that names the file and every broken entry. */
export function readCodes(json: unknown, file: string): Codes {
  if (!Array.isArray(json)) throw broken(file, [`${file}: is not a list of codes.`])
  const problems: string[] = []
  const codes = json.map((entry: unknown, i) => readCode(entry, `${file}: entry ${i + 1}`, problems))
  problems.push(...doubles(codes, file), ...loose(codes, file))
  if (problems.length > 0) throw broken(file, problems)
  return { byId: new Map(codes.map(code => [code.id, code])), ...codeIndex(codes) }
}

function broken(file: string, problems: readonly string[]): AppError {
  return new AppError('content', `${file} cannot be used: ${problems[0]}`, { problems })
}

function readCode(entry: unknown, at: string, problems: string[]): Code {
  const given: Readonly<Record<string, unknown>> = isRecord(entry) ? entry : {}
  const here = typeof given.id === 'string' ? `${at} (${given.id})` : at
  problems.push(...faults(given).map(fault => `${here} ${fault}`))
  return {
    id: asText(given.id),
    meaning: asText(given.meaning),
    rank: ranks.includes(asText(given.rank)) ? (given.rank as Rank) : 'cause',
    also: asTexts(given.also),
    says: isRecord(given.says)
      ? Object.fromEntries(Object.entries(given.says).map(([k, v]) => [k, asTexts(v)]))
      : {},
    ...(typeof given.symbol === 'string' && { symbol: given.symbol }),
    ...(typeof given.number === 'number' && { number: given.number }),
    ...(typeof given.note === 'string' && { note: given.note }),
    ...(typeof given.same === 'string' && { same: given.same }),
    ...(dependencies.includes(asText(given.depends)) && { depends: given.depends as 'phase' | 'service' }),
    ...(given.ordinary === true && { ordinary: true }),
  }
}

function faults(given: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = []
  if (!idForm.test(asText(given.id))) found.push('has no id like "ras:809" or "ikev2:TS-UNACCEPTABLE".')
  if (asText(given.meaning).trim() === '') found.push('has no meaning.')
  if (given.rank !== undefined && !ranks.includes(asText(given.rank))) found.push(`has an unknown rank.`)
  if (given.depends !== undefined && !dependencies.includes(asText(given.depends)))
    found.push('depends on something unknown; "phase" or "service".')
  if (/^ikev/.test(asText(given.id)) && !Number.isInteger(given.number)) found.push('has no notify number.')
  for (const list of [given.also, ...(isRecord(given.says) ? Object.values(given.says) : [])])
    if (list !== undefined && !isTexts(list)) found.push('has a list that is not of texts.')
  if (given.says !== undefined && !isRecord(given.says)) found.push('has "says" that are not by language.')
  const strange = Object.keys(given).filter(key => !knownKeys.includes(key))
  if (strange.length > 0) found.push(`has unknown keys: ${strange.join(', ')}.`)
  return found
}

/** An id, a name or a sentence that two codes claim would make the reading depend on their order. */
function doubles(codes: readonly Code[], file: string): string[] {
  const owners = new Map<string, SignatureId>()
  const found: string[] = []
  for (const code of codes)
    for (const claim of claims(code)) {
      const owner = owners.get(claim)
      if (owner === undefined) owners.set(claim, code.id)
      else if (owner !== code.id || claim === code.id)
        found.push(`${file}: "${claim}" belongs to ${owner} and to ${code.id}; keep one.`)
    }
  return found
}

function claims(code: Code): string[] {
  const sentences = Object.values(code.says).flat()
  return [code.id, ...(code.symbol ? [code.symbol] : []), ...sentences.map(s => s.toLowerCase())]
}

function loose(codes: readonly Code[], file: string): string[] {
  const ids = new Set(codes.map(({ id }) => id))
  return codes.flatMap(({ id, same }) =>
    same !== undefined && !ids.has(same)
      ? [`${file}: ${id} is the same as ${same}, which is not there.`]
      : [],
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string' && item.trim() !== '')
}
function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
function asTexts(value: unknown): readonly string[] {
  return isTexts(value) ? value : []
}
