import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { plainId, readCodes, readSignatures } from '../../src/knowledge/signature.ts'
import { messages, strangers } from './signature.cases.ts'

const file = 'knowledge/codes.json'
const catalogue: readonly Record<string, unknown>[] = JSON.parse(readFileSync(file, 'utf8'))
const codes = readCodes(catalogue, file)

function plainIds(text: string): readonly string[] {
  return [...new Set(readSignatures(codes, text).map(plainId))]
}

describe('what employees write', () => {
  test('is read as the codes that it names, in order', () => {
    const missed = messages.filter(({ text, expected }) => plainIds(text).join() !== expected.join())
    const recall = 1 - missed.length / messages.length
    const shown = missed.map(({ text, expected }) => `${expected} <- ${text}: ${plainIds(text)}`)
    expect(messages.length).toBeGreaterThanOrEqual(150)
    expect(recall, `recall ${percent(recall)} of ${messages.length}\n${shown.join('\n')}`).toBeGreaterThan(
      0.99,
    )
  })

  test('holds numbers that are no codes', () => {
    const taken = strangers.filter(text => readSignatures(codes, text).length > 0)
    const rate = taken.length / strangers.length
    const shown = taken.map(text => `${text}: ${readSignatures(codes, text)}`)
    expect(strangers.length).toBeGreaterThanOrEqual(120)
    expect(rate, `false ${percent(rate)} of ${strangers.length}\n${shown.join('\n')}`).toBeLessThanOrEqual(
      0.01,
    )
  })
})

describe('a code that means different things', () => {
  const proposal = 'ikev2:NO-PROPOSAL-CHOSEN'
  test.each([
    ['received NO_PROPOSAL_CHOSEN notify error in IKE_SA_INIT', `${proposal}@phase1`],
    ['IKE_AUTH response 1 [ N(NO_PROP) ]', `${proposal}@phase2`],
    ['received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built', `${proposal}@phase2`],
    ['phase 2 fails: NO_PROPOSAL_CHOSEN', `${proposal}@phase2`],
    ['Phase 1: no proposal chosen', `${proposal}@phase1`],
    ['Hauptmodus: NO-PROPOSAL-CHOSEN', 'ikev1:NO-PROPOSAL-CHOSEN@phase1'],
    ['NO_PROPOSAL_CHOSEN im Schnellmodus', 'ikev1:NO-PROPOSAL-CHOSEN@phase2'],
    ['en mode rapide : INVALID_ID_INFORMATION', 'ikev1:INVALID-ID-INFORMATION@phase2'],
    ['modalità principale, INVALID-ID-INFORMATION', 'ikev1:INVALID-ID-INFORMATION@phase1'],
    [
      'generating QUICK_MODE request 7\nparsed INFORMATIONAL_V1 request 3 [ HASH N(NO_PROP) ]',
      'ikev1:NO-PROPOSAL-CHOSEN@phase2',
    ],
    ['service IKEEXT: error 1068', 'win32:1068@ipsec'],
    ['IPsec-Richtlinien-Agent: Fehler 1058', 'win32:1058@ipsec'],
    ['Ereignis 7023: IKEEXT wurde beendet', 'event:7023@ipsec'],
  ])('%s', (text, qualified) => {
    expect(readSignatures(codes, text)).toEqual([qualified, plainId(qualified)])
  })

  test('stays unqualified without a scene', () => {
    expect(readSignatures(codes, 'NO_PROPOSAL_CHOSEN')).toEqual([proposal])
    expect(readSignatures(codes, 'print spooler: error 1068')).toEqual(['win32:1068'])
  })
})

describe('several codes', () => {
  test.each([
    ['erst kam Fehler 809, jetzt 789', 'ras:789', 'ras:809'],
    ['first error 809, now 13801', 'win32:13801', 'ras:809'],
    ['not 809 but error 789', 'ras:789', 'ras:809'],
    ["avant c'était l'erreur 809, maintenant 691", 'ras:691', 'ras:809'],
    ['event 20227: error 809', 'ras:809', 'event:20227'],
    ['Event 4653, error 13801', 'win32:13801', 'event:4653'],
  ])('%s', (text, first, second) => {
    expect(readSignatures(codes, text)).toEqual([first, second])
  })
})

describe('a pasted log', () => {
  const wrapped = (n: number, code: number) =>
    `Error 21.11.2026 10:${n % 60} RasClient 20227 None The error code returned on failure is ${code}.`

  test('of ten thousand lines names its codes, the first cause first, its wrapper last', () => {
    const noise = (n: number) => `Nov 21 10:00:0${n % 10} gw charon[809]: 13[NET] sending packet (${n} bytes)`
    const log = Array.from({ length: 10_000 }, (_, n) =>
      n % 1000 === 500 ? wrapped(n, n < 5000 ? 809 : 13801) : noise(n),
    )
    expect(readSignatures(codes, log.join('\n'))).toEqual(['ras:809', 'win32:13801', 'event:20227'])
  })

  test('of repetitions does not run away', () => {
    const endless = [' '.repeat(60_000), 'error '.repeat(60_000), 'is '.repeat(60_000), '809 '.repeat(60_000)]
    for (const text of endless) expect(readSignatures(codes, text)).toEqual([])
    expect(readSignatures(codes, `8${'\u0301'.repeat(60_000)}09`)).toEqual(['ras:809'])
  })

  test('keeps the code in the XML of the event', () => {
    const xml =
      '<Provider Name="RasClient"/><EventID Qualifiers="0">20227</EventID><Data>Work</Data><Data>691</Data>'
    expect(readSignatures(codes, xml)).toEqual(['ras:691', 'event:20227'])
  })

  test('puts a failure event behind the reason that it gives', () => {
    const event =
      'Event ID 4653\nFailure Point: Local computer\nFailure Reason: Policy match error\nMain Mode'
    expect(plainIds(event)).toEqual(['win32:13868', 'event:4653'])
  })
})

describe('the catalogue', () => {
  test('holds every code once, with the number that its id says', () => {
    expect(codes.byId.size).toBe(518)
    for (const { id, symbol, number } of codes.byId.values()) {
      if (symbol) expect(plainIds(symbol), symbol).toEqual([id])
      if (number !== undefined) expect(number).toBeLessThan(0x10000)
    }
  })

  test('says the same in hexadecimal, signed decimal and unsigned decimal', () => {
    for (const { id, same } of codes.byId.values()) {
      if (!id.startsWith('hresult:')) continue
      const value = Number(id.slice('hresult:'.length))
      for (const form of [id.slice('hresult:'.length), `${value}`, `${value - 2 ** 32}`])
        expect(plainIds(form), form).toEqual([same ?? id])
    }
  })

  test('knows each Win32 and RAS code as an HRESULT', () => {
    for (const { id } of codes.byId.values()) {
      const [namespace, number] = id.split(':')
      if (namespace !== 'win32' && namespace !== 'ras') continue
      const hexadecimal = (0x80070000 + Number(number)).toString(16)
      expect(plainIds(`0x${hexadecimal}`), id).toEqual([id])
    }
  })

  test('reads each sentence of each language as its code', () => {
    const sentences = [...codes.byId.values()].flatMap(code =>
      Object.values(code.says).flatMap(says => says.map(sentence => [sentence, code.id] as const)),
    )
    expect(sentences.length).toBeGreaterThan(150)
    for (const [sentence, id] of sentences) expect(plainIds(sentence), sentence).toContain(id)
  })

  test.each([
    [
      'a double',
      { id: 'ras:809', meaning: 'again' },
      '"ras:809" belongs to ras:809 and to ras:809; keep one.',
    ],
    ['a strange id', { id: 'ras:x', meaning: 'x' }, 'entry 519 (ras:x) has no id like'],
    ['no meaning', { id: 'ras:999' }, 'entry 519 (ras:999) has no meaning.'],
    ['a misspelt key', { id: 'ras:999', meaning: 'x', symbl: 'X' }, 'unknown keys: symbl.'],
    [
      'a taken symbol',
      { id: 'ras:999', meaning: 'x', symbol: 'ERROR_VPN_TIMEOUT' },
      '"ERROR_VPN_TIMEOUT" belongs to ras:809',
    ],
    ['a loose reference', { id: 'hresult:0x80070001', meaning: 'x', same: 'win32:1' }, 'which is not there.'],
    ['a name without number', { id: 'ikev2:X', meaning: 'x' }, 'has no notify number.'],
  ])('is refused with %s, naming file and entry', (_, entry, problem) => {
    const broken = () => readCodes([...catalogue, entry], file)
    expect(broken).toThrow(AppError)
    expect(problemsOf(broken).join('\n')).toContain(problem)
    expect(problemsOf(broken).join('\n')).toContain(file)
  })
})

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act()
    return []
  } catch (thrown) {
    return thrown instanceof AppError && thrown.code === 'content' ? thrown.problems : []
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
