import { expect, test } from 'vitest'
import { readLibrary } from '../../src/knowledge/library.ts'
import { listing } from '../../src/knowledge/listing.ts'
import {
  codes,
  english,
  folderOf,
  german,
  libraryOf,
  problemsOf,
  shipped,
  shippedWith,
  structure,
} from './folder.ts'

const article = { 'article.yaml': structure, 'en.md': english.replace('nobody picks up', 'we know why') }

/** The files of an article under a path. */
const below = (path: string, files: Readonly<Record<string, string>> = article) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]))

test('an own article replaces the shipped one of the same id, whole, and keeps its pack', () => {
  const own = folderOf(below('house/server-does-not-answer'))
  const found = libraryOf(shipped(), own).articles.get('server-does-not-answer')
  expect(found?.texts.en?.intro).toBe('Your computer calls, we know why.')
  expect(Object.keys(found?.texts ?? {})).toEqual(['en'])
  expect(found?.pack).toBe('ipsec')
})

test('an own folder may hold packs or be a pack itself', () => {
  const packs = folderOf(below('house/printer-is-silent'))
  const pack = folderOf(below('printer-is-silent'))
  expect([...libraryOf(shipped(), packs).articles.keys()]).toEqual([
    'printer-is-silent',
    'server-does-not-answer',
  ])
  expect(libraryOf(shipped(), packs).articles.get('printer-is-silent')?.pack).toBe('house')
  expect(libraryOf(shipped(), pack).articles.has('printer-is-silent')).toBe(true)
})

test('own glossary and organisation values replace single ones, in one language or in all', () => {
  const own = folderOf({
    'organisation.yaml': 'vpn-name: Contoso VPN\n',
    'glossary.yaml': 'connected: { de: Läuft, en: Up }\n',
  })
  const { organisation, glossary } = libraryOf(shipped(), own)
  expect(organisation.get('vpn-name')).toBe('Contoso VPN')
  expect(organisation.get('gateway')).toBe('the gateway')
  expect(glossary.get('connected')).toEqual({ de: 'Läuft', en: 'Up' })
  expect(glossary.get('vpn-settings')).toEqual({ en: 'Settings > VPN', de: 'Einstellungen > VPN' })
})

test('an own codes.json adds codes and replaces shipped ones', () => {
  const own = folderOf({
    'codes.json': JSON.stringify([
      { id: 'ras:809', meaning: 'our firewall again' },
      { id: 'ras:812', meaning: 'not allowed' },
    ]),
  })
  const { codes: known } = libraryOf(shipped(), own)
  expect(known.byId.get('ras:809')?.meaning).toBe('our firewall again')
  expect(known.byId.has('ras:812')).toBe(true)
})

test('only the packs asked for are there, and an unknown pack is named', () => {
  const own = folderOf(below('house/printer-is-silent'))
  const folders = [shipped(), own]
  const keys = (packs: readonly string[]) => [...readLibrary({ folders, packs }).articles.keys()]
  expect(keys(['house'])).toEqual(['printer-is-silent'])
  expect(keys(['ipsec'])).toEqual(['server-does-not-answer'])
  expect(() => keys(['hous'])).toThrow(
    expect.objectContaining({ problems: ['KNOWLEDGE_PACKS names "hous", which is no pack.'] }),
  )
})

test('a mistake in a replaced article does no harm, one in the own article is told', () => {
  const own = folderOf(below('house/server-does-not-answer'))
  const brokenShipped = shippedWith('article.yaml', structure.replace('0.6', '0.1'))
  expect(problemsOf(brokenShipped, own)).toEqual([])
  const brokenOwn = folderOf(below('house/server-does-not-answer', { ...article, 'en.md': '' }))
  expect(problemsOf(shipped(), brokenOwn)[0]).toContain('house/server-does-not-answer/en.md:1 the file must')
})

test('what is misplaced or doubled in the folders is named', () => {
  const folder = shipped({
    ...below('other/server-does-not-answer'),
    ...below('other/deep/printer-is-silent'),
    'other/glossary.yaml': 'connected: On line\n',
    'ipsec/half-an-article/de.md': german,
    'ipsec/server-does-not-answer/deutsch.md': german,
  })
  expect(problemsOf(folder).toSorted()).toEqual([
    'ipsec/half-an-article/article.yaml:1 this file is missing; the folder has texts only.',
    'ipsec/server-does-not-answer/deutsch.md:1 is not named after a language, as "de.md" is.',
    'other/deep/printer-is-silent/article.yaml:1 stands one folder too deep; only pack/article is read.',
    'other/glossary.yaml:1 "connected" stands in ipsec/glossary.yaml already; rename one.',
    'other/server-does-not-answer/article.yaml:1 the id is taken by ipsec/server-does-not-answer; rename one.',
  ])
})

test('a missing folder and broken or missing codes are named', () => {
  expect(problemsOf(shipped(), '/nowhere/at/all')).toEqual([
    '/nowhere/at/all:1 this knowledge folder does not exist.',
  ])
  expect(problemsOf(shipped({ 'codes.json': '[{' }))[0]).toContain('codes.json:1 is no JSON: ')
  expect(problemsOf(shipped({ 'codes.json': '{}' }))[0]).toBe('codes.json:1 must be a list of codes.')
  expect(problemsOf(folderOf({ 'ipsec/glossary.yaml': 'a: b\n' }))[0]).toContain('codes.json:1 is missing')
  const twice = JSON.stringify([...JSON.parse(codes), ...JSON.parse(codes)])
  expect(problemsOf(shipped({ 'codes.json': twice })).join()).toContain('ras:809')
})

test('the hash follows the content, not the place', () => {
  const { hash } = libraryOf(shipped())
  expect(libraryOf(shipped()).hash).toBe(hash)
  expect(libraryOf(shippedWith('de.md', german.replace('Ihr Rechner', 'Der Rechner'))).hash).not.toBe(hash)
  expect(libraryOf(shipped({ 'ipsec/organisation.yaml': 'vpn-name: X\ngateway: Y\n' })).hash).not.toBe(hash)
})

test('a translation that was made from an older text is told, and serves all the same', () => {
  const { hash = '' } = libraryOf(shipped()).articles.get('server-does-not-answer')?.texts.en ?? {}
  const current = german.replace('phrases:', `of: ${hash}\nphrases:`)
  expect(libraryOf(shippedWith('de.md', current)).stale).toEqual([])
  const folder = shipped({
    'ipsec/server-does-not-answer/de.md': current,
    'ipsec/server-does-not-answer/en.md': english.replace('nobody', 'no one'),
  })
  const library = libraryOf(folder)
  expect(library.articles.size).toBe(1)
  expect(library.stale.join()).toMatch(/de\.md:1 translates an older en\.md; compare the two/)
})

test('the list shows what authors and programs ask for', () => {
  expect(listing(libraryOf(shipped()))).toEqual([
    {
      id: 'server-does-not-answer',
      pack: 'ipsec',
      languages: {
        en: { title: 'The VPN server does not answer', phrases: 2 },
        de: { title: 'Der VPN-Server antwortet nicht', phrases: 1 },
      },
      steps: [
        { id: 'other-network', by: 'employee', risk: 'none', minutes: 3 },
        { id: 'restart-gateway', by: 'helpdesk', risk: 'medium', minutes: 10 },
      ],
      signatures: ['ras:809'],
    },
  ])
})
