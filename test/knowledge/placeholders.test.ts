import { expect, test } from 'vitest'
import { fill } from '../../src/knowledge/placeholders.ts'
import { folderOf, libraryOf, shipped } from './folder.ts'

const library = () => libraryOf(shipped())
const text = 'In {ui:vpn-settings}, connect {org:vpn-name} to {org:gateway}.'

test('placeholders are filled in the language that is spoken', () => {
  expect(fill(text, 'en', library())).toBe('In Settings > VPN, connect your VPN connection to the gateway.')
  expect(fill(text, 'de', library())).toBe(
    'In Einstellungen > VPN, connect Ihre VPN-Verbindung to the gateway.',
  )
})

test('a region falls back to its language, an unknown language to English or what is asked for', () => {
  expect(fill('{ui:connected}', 'de-CH', library())).toBe('Verbunden')
  expect(fill('{ui:connected}', 'ko', library())).toBe('Connected')
  expect(fill('{ui:connected}', 'ko', library(), 'de')).toBe('Verbunden')
  expect(fill('{ui:connected}', 'constructor', library())).toBe('Connected')
})

test('without English there is still a word', () => {
  const own = folderOf({ 'glossary.yaml': 'connected: { fr: Connecté }\n' })
  expect(fill('{ui:connected}', 'it', libraryOf(shipped(), own))).toBe('Connecté')
})

test('placeholders in code marks and inside words are filled, other braces stay', () => {
  expect(fill('`ping {org:gateway}` for {ui:connected}!', 'en', library())).toBe(
    '`ping the gateway` for Connected!',
  )
  const powershell = '@{LogName="x"} {0CCE9218-69AE} {{name}} {env:X} {ui} {ui:nobody-knows}'
  expect(fill(powershell, 'en', library())).toBe(powershell)
})

test('what is filled in is not filled again', () => {
  const own = folderOf({ 'organisation.yaml': 'vpn-name: "{org:gateway} $& $1"\n' })
  expect(fill('{org:vpn-name}', 'en', libraryOf(shipped(), own))).toBe('{org:gateway} $& $1')
})
