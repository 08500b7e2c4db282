/** Each rule finds its example, and nobody else does. */
import { expect, test } from 'vitest'
import { surveyLibrary } from '../../../src/knowledge/library.ts'
import { loaderRules, named } from '../../../src/knowledge/lint/loader.ts'
import { rules } from '../../../src/knowledge/lint/rules.ts'
import { type Example, examples, loaderExamples } from './examples.ts'
import { packWith, problemsOf } from './pack.ts'

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).toSorted()
const namesOf = (list: readonly Example[]) => [...new Set(list.map(({ rule }) => rule))].toSorted()

test('the example has no problems to begin with', () => {
  expect(problemsOf({})).toEqual([])
})

test('every rule has an example', () => {
  expect(namesOf(examples)).toEqual(names(rules))
  expect(namesOf(loaderExamples)).toEqual(names(loaderRules))
})

test.each([...examples, ...loaderExamples].map(example => [example.rule, example] as const))(
  '%s is told with place and cure',
  (rule, { changes, place, says }) => {
    const problems = problemsOf(changes)
    const found = problems.find(({ file, line }) => `${file}:${line}` === place)
    expect(found, JSON.stringify(problems, null, 2)).toMatchObject({ rule })
    expect(found?.message).toContain(says)
    expect(found?.message).not.toMatch(/\.$/)
    expect(found?.cure).toMatch(/^[A-Z].{5,}[.”"]$/)
    const loaderTells = loaderExamples.some(example => example.rule === rule)
    if (!loaderTells) expect(new Set(problems.map(problem => problem.rule))).toEqual(new Set([rule]))
  },
)

test.each(examples.map(example => [example.rule, example] as const))(
  'without %s its example passes',
  (name, { changes }) => {
    expect(
      problemsOf(
        changes,
        rules.filter(rule => rule.name !== name),
      ),
    ).toEqual([])
  },
)

test.each(loaderExamples.map(example => [example.rule, example] as const))(
  'without %s the sentence of the loader has no such name',
  (name, { changes }) => {
    const { problems, library } = surveyLibrary({ folders: [packWith(changes)] })
    const others = loaderRules.filter(rule => rule.name !== name)
    const told = [...problems, ...library.stale].map(sentence => named(sentence, others).rule)
    expect(told.length).toBeGreaterThan(0)
    expect(told).not.toContain(name)
  },
)
