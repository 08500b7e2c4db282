import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AppManifestUtils } from '@microsoft/app-manifest'
import { describe, expect, test } from 'vitest'

const placeholders: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '6f1d8a52-3c47-4b0e-9d15-72ab8e60c3f4',
  BOT_ID: '0c5e6f7a-1b2d-4c3e-8f90-a1b2c3d4e5f6',
  HELPDESK_NAME: 'Contoso Helpdesk',
  HELPDESK_HOST: 'help.contoso.example',
}
const manifest = read('manifest.json')
const languages: string[] = manifest.localizationInfo.additionalLanguages.map(
  ({ languageTag }: { languageTag: string }) => languageTag,
)

test('with its placeholders filled the manifest is what Teams accepts', async () => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([])
  expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, id: 'none' })).not.toEqual([])
})

test('employees have a personal chat with commands, and the agents’ channel can be told', () => {
  expect(manifest.bots[0]).toMatchObject({ scopes: ['personal', 'team'], isNotificationOnly: false })
  expect(manifest.bots[0].commandLists[0].scopes).toEqual(['personal'])
})

test.each([
  ['color.png', 192],
  ['outline.png', 32],
])('%s is a picture of %i pixels', (name, size) => {
  const png = readFileSync(`appPackage/${name}`)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
})

test('the app speaks every language that Deskhand speaks', () => {
  expect([...languages].sort()).toEqual(['de', 'es', 'fr', 'it', 'ko'])
})

describe.each(languages)('%s', language => {
  const file = read(`${language}.json`)

  test('leaves nothing in English', () => {
    expect(Object.keys(file)).toEqual(expect.arrayContaining([...translated(), 'name.full']))
  })

  test('has texts that Teams knows, no longer than it takes', () => {
    const { $schema: _, ...texts } = file
    expect(Object.keys(texts).filter(key => texts[key].length > longest(key))).toEqual([])
  })
})

test.each(['en', ...languages])(
  'the commands in %s are words that Deskhand says it understands',
  language => {
    const { welcome, help } = JSON.parse(readFileSync(`locales/${language}/bot.json`, 'utf8'))
    const words = `${welcome.words} ${help.words}`.toLowerCase()
    const file = language === 'en' ? flat() : read(`${language}.json`)
    const titles = translated().filter(key => key.endsWith('.title'))
    expect(titles.filter(key => !words.includes(`**${file[key].toLowerCase()}**`))).toEqual([])
  },
)

function read(name: string) {
  const text = readFileSync(`appPackage/${name}`, 'utf8')
  return JSON.parse(text.replaceAll(/\$\{\{(\w+)\}\}/g, (whole, name: string) => placeholders[name] ?? whole))
}

/** What a language file must say, by the keys that Teams uses. */
function translated(): string[] {
  return ['name.short', 'description.short', 'description.full', ...Object.keys(flat())]
}

function flat(): Record<string, string> {
  const commands: { title: string; description: string }[] = manifest.bots[0].commandLists[0].commands
  const entries = commands.flatMap(({ title, description }, i) => {
    const key = `bots[0].commandLists[0].commands[${i}]`
    return [
      [`${key}.title`, title],
      [`${key}.description`, description],
    ]
  })
  return Object.fromEntries(entries)
}

type Limits = Readonly<Record<string, { readonly maxLength?: number }>>

/** Read by hand: the schema has patterns that validators refuse. 0 for a key that Teams does not know. */
function longest(key: string): number {
  const schema: { properties: Limits; patternProperties: Limits } = createRequire(import.meta.url)(
    '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
  )
  const pattern = Object.keys(schema.patternProperties).find(pattern => new RegExp(pattern).test(key))
  const limits =
    schema.properties[key] ?? (pattern === undefined ? undefined : schema.patternProperties[pattern])
  return limits?.maxLength ?? 0
}
