import { describe, expect, test } from 'vitest'
import { countHelp, readAsked } from '../../bench/nlu/helpdesk.ts'
import { shippedContent } from '../support/content.ts'

/** Floors, a little under what was seen. Shares, 0 to 1. */
const floors = {
  en: { right: 0.9, amongThree: 0.92 },
  de: { right: 0.9, amongThree: 0.92 },
  fr: { right: 0.9, amongThree: 0.92 },
  it: { right: 0.9, amongThree: 0.92 },
}
const { mind } = shippedContent()
const asked = readAsked()

describe.each(Object.entries(floors))('employees who write in %s', (language, floor) => {
  const theirs = asked.filter(text => text.language === language)
  const helped = countHelp(mind, theirs)

  test('are at least sixty, a third of them with something else', () => {
    expect(theirs.length).toBeGreaterThanOrEqual(60)
    expect(helped.foreign / theirs.length).toBeGreaterThan(0.33)
  })

  test('are led to the right topic, or asked with it among three', () => {
    expect(helped.right).toBeGreaterThanOrEqual(floor.right)
    expect(helped.amongThree).toBeGreaterThanOrEqual(floor.amongThree)
    expect(helped.startedWrong).toBeLessThanOrEqual(0.04)
  })

  test('are hardly ever given a topic when they write about something else', () => {
    expect(helped.given).toBeLessThanOrEqual(0.04)
  })
})

test('texts that nobody has looked at do nearly as well', () => {
  const { right, amongThree, given } = countHelp(mind, readAsked('held'))
  expect(right).toBeGreaterThanOrEqual(0.9)
  expect(amongThree).toBeGreaterThanOrEqual(0.92)
  expect(given).toBeLessThanOrEqual(0.03)
})

test('an everyday word that no topic has speaks against a text', () => {
  const band = (text: string) => countHelp(mind, [{ language: 'en', text }])
  expect(band('the ipsec service keeps stopping').given).toBe(1)
  expect(band('the spooler service keeps stopping').given).toBe(0)
})

test('a word of an office day that a phrase has in passing does not become ours', () => {
  const mailServer = { language: 'en', text: 'outlook says the certificate of the mail server has expired' }
  expect(countHelp(mind, [mailServer]).given).toBe(0)
})
