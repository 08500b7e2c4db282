import { expect, test } from 'vitest'
import { understand } from '../../src/knowledge/understand.ts'
import { shippedContent } from '../support/content.ts'

const { mind } = shippedContent()
const read = (text: string, language = 'en') => understand(mind, text, { language })

test.each([
  ['le vpn ne se connecte pas depuis hier', 'fr', 'ike-phase1-failed'],
  ['der ipsec dienst startet nicht', 'de', 'ipsec-service-not-running'],
  ['non riesco ad assegnare il criterio', 'it', 'cannot-assign-policy'],
  ['where do I find the ipsec logs', 'en', 'ipsec-logging'],
])('"%s" is about its topic, whatever the conversation spoke before', (text, language, topic) => {
  const u = read(text, 'ko')
  expect(u.band).toBe('sure')
  expect(u.candidates[0]?.topic).toBe(topic)
  expect(u.language).toBe(language)
})

test.each([
  'my printer is jammed',
  'excel formel falsch',
  'mon mot de passe est expiré',
  'la stampante non stampa',
  "what's for lunch",
])('"%s" is nothing of ours', text => {
  expect(read(text).band).toBe('none')
})

test('a code decides, and a code that no article lists is named', () => {
  expect(read('Fehler 809').decided).toEqual(['ike-phase1-failed'])
  expect(read('vpn error 692')).toMatchObject({ decided: [], strays: ['ras:692'] })
})

test('in a log the first cause decides, the rest are consequences', () => {
  const log = [
    '2026-03-02 09:14:22 RasClient 20221 The user dialed a connection',
    '2026-03-02 09:14:23 RasClient 20222 connecting',
    '2026-03-02 09:15:23 IKE error 13806',
    '2026-03-02 09:15:24 RasClient 20227 The error code returned on failure is 13806',
    '2026-03-02 09:15:30 retry, error 809',
  ].join('\n')
  expect(read(log).decided).toHaveLength(1)
})

test('two causes in a sentence are two problems', () => {
  expect(new Set(read('error 809 at home, and at work error 13806').decided)).toEqual(
    new Set(['ike-phase1-failed', 'certificate-problem']),
  )
})

test.each([
  ['VPN error 809 and also the event log shows 4653', ['ike-phase1-failed', 'sa-negotiation-failing']],
  ['VPN Fehler 789 und außerdem steht im Ereignisprotokoll ungültiger SPI', ['ike-phase1-failed', 'bad-spi']],
  ["error 809 and also I can't assign the ipsec policy", ['ike-phase1-failed', 'cannot-assign-policy']],
  ['erreur 809, en plus le journal dit SPI non valide', ['ike-phase1-failed', 'bad-spi']],
  [
    'errore 809 e inoltre il criterio ipsec non si può assegnare',
    ['ike-phase1-failed', 'cannot-assign-policy'],
  ],
])('what is told besides is a second problem: %s', (text, topics) => {
  expect(read(text).decided).toEqual(topics)
})

test.each([
  ['error 809 and 4653 in the event log', 'ike-phase1-failed'],
  ['Event 4653, error 13801', 'certificate-problem'],
  ['Fehler 809 und außerdem Ereignis 20227', 'ike-phase1-failed'],
  ['event 20227 and also error 809', 'ike-phase1-failed'],
  ['error 13801 and also event 4652', 'certificate-problem'],
  ['error 789 and also the certificate has expired', 'ike-phase1-failed'],
  ['Fehler 789, also ein Zertifikatsproblem', 'ike-phase1-failed'],
  ['Fehler 809 und außerdem geht das VPN seit gestern nicht', 'ike-phase1-failed'],
  ['error 809 and also I restarted the ipsec service, did not help', 'ike-phase1-failed'],
  ['Fehler 809 und außerdem habe ich den IPsec-Dienst neu gestartet', 'ike-phase1-failed'],
  ['error 809 and also I forgot my password for sap', 'ike-phase1-failed'],
])('the same problem told twice stays one: %s', (text, topic) => {
  expect(read(text).decided).toEqual([topic])
})

test('a code that only speaks for topics raises them without deciding', () => {
  const plain = read('ike is failing NO_PROPOSAL_CHOSEN')
  expect(plain.decided).toEqual([])
  expect(['ike-phase1-failed', 'ipsec-phase2-failed', 'sa-negotiation-failing']).toContain(
    plain.candidates[0]?.topic,
  )
  expect(read('NO_PROPOSAL_CHOSEN in CHILD_SA').decided).toEqual(['ipsec-phase2-failed'])
  expect(read('Fehler 13868 in Phase 2').decided).toEqual(['ipsec-phase2-failed'])
  expect(read('error 13868').decided).toEqual(['ike-phase1-failed'])
})

test('how a step went is no word of what was changed', () => {
  expect(read('das hat nichts geändert', 'de')).toMatchObject({ answer: 'no-change', facts: [] })
  expect(read('ich habe am rechner nichts geändert', 'de').facts).toEqual([
    { kind: 'changed', value: 'nothing' },
  ])
})

test('who names what the articles are about is asked, however strange the rest', () => {
  expect(read('the vpn icon has turned grey since lunch').band).toBe('unsure')
  expect(read('das vpn-symbol ist seit dem mittag grau', 'de').band).toBe('unsure')
  expect(read('the printer icon has turned grey since lunch').band).toBe('none')
})

test.each([
  'can you remote in?',
  'can you connect to my computer?',
  'where do I find it?',
  'which one?',
  'Windows Anmeldung',
  'wo finde ich das?',
  'où je le trouve ?',
  'ma mi capite?',
  'dove lo trovo?',
  'vpn',
  'what is vpn?',
  'das vpn',
  'dienst',
])('a chance word starts no topic: %s', text => {
  expect(['unsure', 'none']).toContain(read(text).band)
})

test.each([
  ['vpn geht nicht', 'ike-phase1-failed'],
  ['pas de vpn', 'ike-phase1-failed'],
  ['cant get in from home', 'ike-phase1-failed'],
  ['zertifikat abgelaufen', 'certificate-problem'],
  ['certificato scaduto', 'certificate-problem'],
  ['vpn drops', 'ipsec-phase2-failed'],
  ['wo finde ich das ipsec-log', 'ipsec-logging'],
  ['dove trovo i log ipsec', 'ipsec-logging'],
])('a few telling words start theirs: %s', (text, topic) => {
  const { band, candidates } = read(text)
  expect(band).toBe('sure')
  expect(candidates[0]?.topic).toBe(topic)
})
