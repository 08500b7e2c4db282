import { expect, test } from 'vitest'
import { chat } from '../support/chat.ts'
import { shippedContent } from '../support/content.ts'

test('the summary names codes, steps with outcomes, causes and what is left', async () => {
  const anna = await chat('de')
  await anna.says('vpn geht nicht von zuhause, fehler 809')
  await anna.presses('answer:works-there')
  await anna.presses('could-not')
  await anna.presses('why:no-rights')
  await anna.presses('person')
  const summary = await anna.summary('en')
  const c = await anna.case()
  expect(summary).toContain(c.id)
  expect(summary).toContain('809 (ras:809)')
  expect(summary).toContain('Works there')
  expect(summary).toContain('I am not allowed to')
  expect(summary).toMatch(/Possible causes:\n- .+: \d+ %/)
  expect(summary).toMatch(/Left to do:\n- .+ \(helpdesk\)/)
  expect(summary).toContain('“vpn geht nicht von zuhause, fehler 809”')
})

test.each(shippedContent().speech.languages)('the summary is whole in %s', async language => {
  const anna = await chat('en')
  await anna.says('error 13806')
  await anna.presses('no-change')
  await anna.presses('person')
  expect(await anna.summary(language)).not.toMatch(/case\.|undefined|\{\{/)
})

test.each([
  ['fr', /^Codes[^:\n]*\u00a0?\s: 13806 /m, '«\u00a0error 13806\u00a0»'],
  ['de', /^Codes: 13806 /m, '„error 13806“'],
])('the summary in %s has the colons and quotation marks of that language', async (language, row, words) => {
  const anna = await chat('en')
  await anna.says('error 13806')
  await anna.presses('person')
  const summary = await anna.summary(language)
  expect(summary).toMatch(row)
  expect(summary).toContain(words)
})

test('an article that is not translated says in which language it comes', async () => {
  const anna = await chat('ko')
  const reply = await anna.says('오류 809')
  expect(reply).toContain('영어')
})
