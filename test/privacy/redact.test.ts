import { describe, expect, test } from 'vitest'
import { redact } from '../../src/privacy/redact.ts'
import { harmless, leaks } from './redact.cases.ts'

/** Every line of the secret counts: half a key is still a leak. */
function leaksOf(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.flatMap(secret => secret.split('\n')).filter(part => text.includes(part))
}

describe('what an employee writes', () => {
  test('loses its secrets, each named by its kind', () => {
    const missed = leaks.filter(({ text, kind, secrets }) => {
      const redacted = redact(text)
      return leaksOf(redacted.text, secrets).length > 0 || !redacted.found.includes(kind)
    })
    const recall = 1 - missed.length / leaks.length
    const shown = missed.map(({ kind, text }) => `${kind}: ${text} -> ${redact(text).text}`)
    expect(leaks.length).toBeGreaterThanOrEqual(120)
    expect(shown, `recall ${percent(recall)} of ${leaks.length}`).toEqual([])
  })

  test('keeps everything else, letter by letter', () => {
    const harmed = harmless.filter(text => redact(text).text !== text)
    const rate = harmed.length / harmless.length
    const shown = harmed.map(text => `${text} -> ${redact(text).text}`)
    expect(harmless.length).toBeGreaterThanOrEqual(120)
    expect(shown, `false ${percent(rate)} of ${harmless.length}`).toEqual([])
  })

  test('is the same after a second time', () => {
    for (const { text } of leaks) {
      const once = redact(text).text
      expect(redact(once), once).toEqual({ text: once, found: [] })
    }
  })
})

describe('a redacted message', () => {
  test('says what was there, in no language', () => {
    expect(redact('fehler 789, psk=Winter2026! und Passwort: Sommer2025!')).toEqual({
      text: 'fehler 789, psk=⟨psk⟩ und Passwort: ⟨password⟩',
      found: ['psk', 'password'],
    })
  })

  test('keeps the log around the key', () => {
    const log = [
      'RasClient 20227 The error code returned on failure is 13801.',
      'psk=Winter2026!',
      'CoId={B1E3A5C2-0F7D-4A53-9C1E-9A8F6D3E2B10} vpn-gw01.contoso.example 0x800B0101',
    ]
    expect(redact(log.join('\n')).text).toBe(log.join('\n').replace('Winter2026!', '⟨psk⟩'))
  })

  test('loses a private key over many lines, but not a certificate', () => {
    const lines = Array.from(
      { length: 25 },
      (_, n) => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC${n}`,
    )
    const pem = (what: string) => `-----BEGIN ${what}-----\n${lines.join('\n')}\n-----END ${what}-----`
    const text = `here\n${pem('CERTIFICATE')}\n${pem('PRIVATE KEY')}\nthanks`
    expect(redact(text).text).toBe(`here\n${pem('CERTIFICATE')}\n⟨private-key⟩\nthanks`)
  })

  test('loses a token that was broken over lines', () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${'a1B2c3D4'.repeat(8)}`
    const broken = `Bearer ${token}\n${'x9Y8z7W6'.repeat(8)}\n${'k5L4m3N2'.repeat(4)}\nit expired`
    expect(redact(broken).text).toBe('Bearer ⟨token⟩\nit expired')
  })
})

describe('a message that is long or strange', () => {
  test('loses the secret of each of its parts as if it stood alone', () => {
    const whole = [...leaks.map(({ text }) => text), ...harmless]
    const parts = whole.filter(text => !text.includes('PRIVATE KEY')) // ends with the next one's end
    const apart = '\n\n. . .\n\n'
    const one = redact(parts.join(apart)).text.split(apart)
    const wrong = parts.filter((text, i) => one[i] !== redact(`${text}${apart}`).text.replace(apart, ''))
    expect(wrong).toEqual([])
  })

  test('of ten thousand lines loses its one key', () => {
    const line = (n: number) => `Nov 21 10:00:0${n % 10} gw charon: 13[IKE] received NO_PROPOSAL_CHOSEN ${n}`
    const log = Array.from({ length: 10_000 }, (_, n) => (n === 7000 ? 'psk=Winter2026!' : line(n))).join(
      '\n',
    )
    const redacted = redact(log)
    expect(redacted.found).toEqual(['psk'])
    expect(redacted.text.length).toBe(log.length - 'Winter2026!'.length + '⟨psk⟩'.length)
  })

  test.each([
    ['spaces', ' '.repeat(60_000)],
    ['spaces behind a label', `password${' '.repeat(60_000)}x`],
    ['labels', 'password '.repeat(20_000)],
    ['copulas', 'Passwort ist '.repeat(10_000)],
    ['digits', '1 '.repeat(60_000)],
    ['addresses', 'http://'.repeat(20_000)],
    ['beginnings of tokens', 'eyJ'.repeat(30_000)],
    ['quotes', '"'.repeat(60_000)],
    ['accents', `a${'\u0301'.repeat(60_000)}`],
  ])('of endless %s comes back', (_, text) => {
    expect(redact(text).text.length).toBeLessThanOrEqual(text.length)
  })

  test('of keys that never end comes back', () => {
    expect(redact('-----BEGIN PRIVATE KEY-----\n'.repeat(3000)).found).toEqual(['private-key'])
  })

  test('keeps emoji, accents and lone surrogates where there is no secret', () => {
    for (const text of ['👍👨‍👩‍👧 geht', 'Ça marche', '네 됐어요', 'a\ud800b', '\u202eabc'])
      expect(redact(text).text).toBe(text)
  })
})

describe('a number with check digits', () => {
  test.each([
    ['4111 1111 1111 1111', '4111 1111 1111 1112'],
    ['DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01'],
    ['RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
    ['12345678Z', '12345678A'],
    ['X1234567L', 'X1234567M'],
    ['756.9217.0769.85', '756.9217.0769.86'],
    ['65 170839 J 003', '65 170839 J 004'],
    ['1 85 05 78 006 084 91', '1 85 05 78 006 084 92'],
  ])('%s is a secret, %s is none', (real, wrong) => {
    expect(redact(real).found).toHaveLength(1)
    expect(redact(wrong).text).toBe(wrong)
  })
})

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
