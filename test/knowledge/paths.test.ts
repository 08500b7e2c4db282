import { expect, test } from 'vitest'
import { nextStep } from '../../src/knowledge/order.ts'
import { pathsThrough } from '../../src/knowledge/paths.ts'
import { shippedLibrary } from '../support/content.ts'

const articles = [...shippedLibrary().articles.values()]

test.each(articles)('every path through $id ends where nothing is left for the employee', article => {
  for (const { tried } of pathsThrough(article)) expect(nextStep(article, tried)).toBeUndefined()
})

test('nobody is kept longer than half an hour or seven steps before the helpdesk takes over', () => {
  const paths = articles.flatMap(pathsThrough)
  expect(Math.max(...paths.map(({ tried }) => tried.length))).toBeLessThan(7)
  expect(Math.max(...paths.map(({ minutes }) => minutes))).toBeLessThan(30)
})
