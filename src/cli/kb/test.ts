import { parseArgs } from 'node:util'
import { readContent } from '../../content.ts'
import { AppError } from '../../errors.ts'
import { exportBotium } from '../../rehearsal/botium.ts'
import { readAllScripts, type Scripts } from '../../rehearsal/files.ts'
import type { Rehearsed } from '../../rehearsal/rehearse.ts'
import { rehearseAll } from '../../rehearsal/rehearse-all.ts'
import { failureText } from '../../rehearsal/report.ts'
import type { Script } from '../../rehearsal/script.ts'
import { type Command, folders, ownFolder, packs, print } from './command.ts'

export const command: Command = {
  usage: 'test [article …] [--language de] [--json] [--export DIR]',
  summary:
    'Plays the conversations of the articles and shows where the answers differ from what is expected.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        json: { type: 'boolean', default: false },
        export: { type: 'string' },
      },
    })
    const scripts = chosen(readAllScripts(folders), positionals, values.language)
    if (values.export !== undefined) return exported(scripts, values.export)
    const played = await rehearseAll(scripts, readContent({ knowledgeFolder: ownFolder, packs: packs() }))
    print(values.json ? JSON.stringify(asJson(played)) : asText(played))
    if (played.some(({ failure }) => failure)) process.exitCode = 1
  },
}

function chosen(
  all: readonly Scripts[],
  topics: readonly string[],
  language: string | undefined,
): readonly Script[] {
  const unknown = topics.filter(id => !all.some(({ topic }) => topic === id))
  if (unknown.length > 0) throw new AppError('not-found', `There is no article ${unknown.join(', ')} here.`)
  const scripts = all
    .filter(({ topic }) => topics.length === 0 || topics.includes(topic))
    .flatMap(({ scripts }) => scripts)
    .filter(script => language === undefined || script.language === language)
  if (scripts.length === 0) throw new AppError('not-found', 'There is no conversation to play.')
  return scripts
}

function exported(scripts: readonly Script[], folder: string): void {
  const { written, left } = exportBotium(scripts, folder)
  print(`${written} conversations are in ${folder}.`)
  for (const { file, line, name } of left) print(`left out, Botium cannot say it: ${file}:${line} "${name}"`)
}

function asText(played: readonly Rehearsed[]): string {
  const failures = played.filter(({ failure }) => failure).map(failureText)
  const counts = [...countsOf(played)].map(([language, { passed, failed }]) => {
    const bad = failed > 0 ? `, ${failed} failed` : ''
    return `${language}  ${passed} passed${bad}`
  })
  const failed = failures.length
  const passed = played.length - failed
  const total = `${passed} ${passed === 1 ? 'conversation' : 'conversations'} passed, ${failed} failed`
  return [...failures.map(text => `${text}\n`), ...counts, total].join('\n')
}

function asJson(played: readonly Rehearsed[]): object {
  const failures = played.flatMap(({ script: { file, name, language }, failure }) =>
    failure ? [{ file, line: failure.line, name, language, differences: failure.differences }] : [],
  )
  return {
    passed: played.length - failures.length,
    failed: failures.length,
    languages: Object.fromEntries(countsOf(played)),
    failures,
  }
}

function countsOf(played: readonly Rehearsed[]): ReadonlyMap<string, { passed: number; failed: number }> {
  const counts = new Map<string, { passed: number; failed: number }>()
  for (const { script, failure } of played) {
    const count = counts.get(script.language) ?? { passed: 0, failed: 0 }
    counts.set(script.language, count)
    if (failure) count.failed++
    else count.passed++
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
