import { expect, test } from 'vitest'
import { languageDetector } from '../../src/knowledge/language.ts'

const detect = languageDetector(['en', 'de', 'fr', 'it', 'es', 'ko'])

test.each([
  ['seit heute früh komme ich nicht mehr ins Firmennetz', 'de'],
  ['since this morning I cannot reach the company network', 'en'],
  ['depuis ce matin je ne peux plus me connecter au réseau', 'fr'],
  ['da stamattina non riesco più a collegarmi alla rete', 'it'],
  ['desde esta mañana no puedo conectarme a la red', 'es'],
  ['오늘 아침부터 회사 네트워크에 연결할 수 없습니다', 'ko'],
])('"%s" is %s', (text, language) => {
  expect(detect(text)).toEqual({ language, sure: true })
})

test.each(['안녕하세요', '“연결할 수 없습니다”'])('"%s" is Korean, as nobody else writes so', text => {
  expect(detect(text)).toEqual({ language: 'ko', sure: true })
})

test.each([
  'ok',
  'Fehler 809',
  'VPN timeout',
  '809 13801 0x800B0101',
  'C:\\Windows\\System32\\drivers\\etc\\hosts',
  'CoId={0F2A}: The user CONTOSO\\anna dialed a connection named Work which has failed. The error code returned on failure is 809.',
])('"%s" says nothing about a person’s language', text => {
  expect(detect(text)).toBeUndefined()
})

test('a quoted error message in English leaves a German sentence German', () => {
  expect(
    detect('bei mir steht seit gestern "The remote connection was not made because of a timeout" da'),
  ).toEqual({ language: 'de', sure: true })
})

test.each([
  ['verbindung seit gestern', 'de'],
  ['connexion impossible', 'fr'],
  ['rete assente', 'it'],
])('"%s" is likely to be %s, which is better than nothing', (text, language) => {
  expect(detect(text)).toEqual({ language, sure: false })
})
