/**
 * Random mistakes as authors make them: a step, an answer or an outcome is lost, or stands where another should.
 * Each is made to a copy of one article's files; what has to be changed in several files is changed in all of them,
 * so that no translation gives it away by having one heading too many.
 */
import { parseDocument, type YAMLMap } from 'yaml'
import type { ArticleFiles } from '../../src/knowledge/article/parse.ts'
import type { Article, Step } from '../../src/knowledge/article.ts'
import { partsSwapped, sectionsExchanged, stepsSwapped, withoutPart, withoutStep } from './pages.ts'

export interface Subject {
  readonly article: Article
  readonly files: ArticleFiles
}

export interface Change {
  readonly kind: string
  /** "bad-spi: the step reconnect is gone" */
  readonly what: string
  readonly files: ArticleFiles
}

/** A number from 0 to 1 without 1. */
export type Chance = () => number

/** Undefined where an article has nothing of the kind. */
type Maker = (subject: Subject, chance: Chance) => Change | undefined

/** A step, an answer or an outcome, removed or swapped: each as often as any other. */
const makers: readonly (readonly Maker[])[] = [
  [stepRemoved],
  [stepTextsSwapped, stepRolesSwapped, stepOrderSwapped],
  [answerRemoved],
  [labelsSwapped, meaningsSwapped],
  [outcomeRemoved],
  [fixesSwapped, meaningsSwapped],
]

export function randomChange(subjects: readonly Subject[], chance: Chance): Change {
  for (;;) {
    const change = pick(pick(makers, chance), chance)(pick(subjects, chance), chance)
    if (change) return change
  }
}

function stepRemoved({ article, files }: Subject, chance: Chance): Change {
  const { id } = pick(article.steps, chance)
  const changed = edited(
    files,
    yaml => steps(yaml).delete(id),
    text => withoutStep(text, id),
  )
  return { kind: 'step removed', what: `${article.id}: the step ${id} is gone`, files: changed }
}

/** In one language the instructions stand under the wrong steps. */
function stepTextsSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const [a, b] = two(article.steps, chance)
  if (!a || !b) return undefined
  const language = pick([...files.texts.keys()], chance)
  return {
    kind: 'step texts swapped',
    what: `${article.id}, ${language}: the texts of ${a.id} and ${b.id} are swapped`,
    files: edited(files, undefined, (text, of) => (of === language ? stepsSwapped(text, a.id, b.id) : text)),
  }
}

/** Who does it, how long it takes and what it leads to stand at the wrong steps. */
function stepRolesSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const [a, b] = two(article.steps, chance)
  if (!a || !b) return undefined
  return {
    kind: 'step roles swapped',
    what: `${article.id}: what ${a.id} and ${b.id} are is swapped`,
    files: edited(files, yaml => swapValues(steps(yaml), a.id, b.id)),
  }
}

/** Only where the author's order is the order of the questions. */
function stepOrderSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const [a, b] = two(
    article.steps.filter(({ by }) => by === 'employee'),
    chance,
  )
  if (!article.adminOnly || !a || !b) return undefined
  return {
    kind: 'step order swapped',
    what: `${article.id}: ${a.id} and ${b.id} stand in each other's place`,
    files: edited(
      files,
      yaml => swapEntries(steps(yaml), a.id, b.id),
      text => sectionsExchanged(text, a.id, b.id),
    ),
  }
}

function answerRemoved({ article, files }: Subject, chance: Chance): Change | undefined {
  const step = pickQuestion(article, chance)
  if (!step) return undefined
  const { id } = pick(step.answers, chance)
  return {
    kind: 'answer removed',
    what: `${article.id}: the answer ${id} of ${step.id} is gone`,
    files: edited(
      files,
      yaml => answers(yaml, step).delete(id),
      text => withoutPart(text, step.id, id),
    ),
  }
}

/** In one language two buttons say each other's words. */
function labelsSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const step = pickQuestion(article, chance)
  const [a, b] = two(step?.answers ?? [], chance)
  if (!step || !a || !b) return undefined
  const language = pick([...files.texts.keys()], chance)
  return {
    kind: 'answer labels swapped',
    what: `${article.id}, ${language}: the labels of ${a.id} and ${b.id} are swapped`,
    files: edited(files, undefined, (text, of) =>
      of === language ? partsSwapped(text, step.id, a.id, b.id) : text,
    ),
  }
}

/** Two answers mean what the other should. */
function meaningsSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const step = pickQuestion(article, chance)
  const [a, b] = two(step?.answers ?? [], chance)
  if (!step || !a || !b || meaning(a) === meaning(b)) return undefined
  return {
    kind: 'answer meanings swapped',
    what: `${article.id}: what ${a.id} and ${b.id} of ${step.id} mean is swapped`,
    files: edited(files, yaml => swapValues(answers(yaml, step), a.id, b.id)),
  }
}

/** What a step mends, or an answer leads to, is lost. */
function outcomeRemoved({ article, files }: Subject, chance: Chance): Change | undefined {
  const [step, key, answer] = pick(outcomesOf(article), chance) ?? []
  if (!step || !key) return undefined
  const where = answer === undefined ? step.id : `${answer} of ${step.id}`
  return {
    kind: `outcome removed (${key})`,
    what: `${article.id}: "${key}" of ${where} is gone`,
    files: edited(files, yaml => {
      const map = answer === undefined ? steps(yaml).get(step.id) : answers(yaml, step).get(answer)
      ;(map as YAMLMap).delete(key)
    }),
  }
}

/** Two steps mend what the other should. */
function fixesSwapped({ article, files }: Subject, chance: Chance): Change | undefined {
  const [a, b] = two(
    article.steps.filter(({ fixes }) => Object.keys(fixes).length > 0),
    chance,
  )
  if (!a || !b || JSON.stringify(a.fixes) === JSON.stringify(b.fixes)) return undefined
  return {
    kind: 'outcome swapped (fixes)',
    what: `${article.id}: what ${a.id} and ${b.id} mend is swapped`,
    files: edited(files, yaml => {
      const [first, second] = [steps(yaml).get(a.id) as YAMLMap, steps(yaml).get(b.id) as YAMLMap]
      const kept = first.get('fixes', true)
      first.set('fixes', second.get('fixes', true))
      second.set('fixes', kept)
    }),
  }
}

type Outcome = readonly [step: Step, key: string, answer?: string]

function outcomesOf({ steps }: Article): readonly Outcome[] {
  return steps.flatMap((step): Outcome[] => [
    ...(Object.keys(step.fixes).length > 0 ? [[step, 'fixes'] as const] : []),
    ...(['note', 'asks', 'about', 'after'] as const).flatMap((key): Outcome[] =>
      step[key] ? [[step, key]] : [],
    ),
    ...step.answers.flatMap(({ id, rulesOut, handOver, like, when }): Outcome[] => [
      ...(when ? [[step, 'when', id] as const] : []),
      ...(rulesOut.length > 0 ? [[step, 'rules-out', id] as const] : []),
      ...(handOver ? [[step, 'hand-over', id] as const] : []),
      ...(like && like !== id ? [[step, 'like', id] as const] : []),
    ]),
  ])
}

function pickQuestion({ steps }: Article, chance: Chance): Step | undefined {
  const questions = steps.filter(({ answers }) => answers.length > 0)
  return questions.length > 0 ? pick(questions, chance) : undefined
}

function meaning({ id: _, ...means }: Step['answers'][number]): string {
  return JSON.stringify(means)
}

function edited(
  files: ArticleFiles,
  structure?: (yaml: YAMLMap) => unknown,
  text: (text: string, language: string) => string = unchanged => unchanged,
): ArticleFiles {
  const document = parseDocument(files.structure)
  structure?.(document.contents as YAMLMap)
  return {
    ...files,
    structure: structure ? document.toString() : files.structure,
    texts: new Map([...files.texts].map(([language, before]) => [language, text(before, language)])),
  }
}

function steps(yaml: YAMLMap): YAMLMap {
  return yaml.get('steps') as YAMLMap
}

function answers(yaml: YAMLMap, step: Step): YAMLMap {
  return (steps(yaml).get(step.id) as YAMLMap).get('answers') as YAMLMap
}

function swapValues(map: YAMLMap, a: string, b: string): void {
  const kept = map.get(a, true)
  map.set(a, map.get(b, true))
  map.set(b, kept)
}

function swapEntries(map: YAMLMap, a: string, b: string): void {
  const [i, j] = [a, b].map(id => map.items.findIndex(({ key }) => String(key) === id))
  const [first, second] = [map.items[i ?? -1], map.items[j ?? -1]]
  if (i === undefined || j === undefined || !first || !second) return
  map.items[i] = second
  map.items[j] = first
}

function pick<T>(from: readonly T[], chance: Chance): T {
  return from[Math.floor(chance() * from.length)] as T
}

/** Two different ones, or fewer where there are none. */
function two<T>(from: readonly T[], chance: Chance): readonly T[] {
  const first = pick(from, chance)
  const others = from.filter(one => one !== first)
  return others.length > 0 ? [first, pick(others, chance)] : []
}
