import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { compileWords, readUtterance, type UtteranceContext } from '../../src/knowledge/words.ts'
import { utterances } from './words.cases.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'ko'] as const
const files = Object.fromEntries(
  languages.map(language => [language, JSON.parse(readFileSync(`locales/${language}/words.json`, 'utf8'))]),
)
const words = compileWords(files)

function says(text: string, context: UtteranceContext): string {
  const { interrupt, wantsLanguage, answer, choice } = readUtterance(words, text, context)
  if (choice !== undefined) return `choice:${choice}`
  return wantsLanguage ? `language:${wantsLanguage}` : (interrupt ?? answer ?? '-')
}

describe('what is typed in', () => {
  test.each(languages)('%s is understood, and nothing else is taken for it', language => {
    const own = utterances.filter(utterance => utterance.language === language)
    const wrong = own.filter(({ text, expected }) => says(text, { language }) !== expected)
    const shown = wrong.map(({ text, expected }) => `${expected} <- ${text}: ${says(text, { language })}`)
    const right = 1 - wrong.length / own.length
    expect(own.length).toBeGreaterThanOrEqual(40)
    expect(shown, `${(right * 100).toFixed(1)} % of ${own.length} are right`).toEqual([])
  })

  test.each(languages)('a request is heard whatever the language of the conversation: %s', language => {
    expect(says('english please', { language })).toBe('language:en')
    expect(says('auf Deutsch', { language })).toBe('language:de')
    expect(says('habt ihr da keinen echten Menschen?', { language })).toBe('person')
    expect(says("je veux quelqu'un", { language })).toBe('person')
    expect(says('상담원 연결해 주세요', { language })).toBe('person')
  })

  test('odd characters change nothing', () => {
    expect(says('ｗｏｒｋｓ　ｎｏｗ', { language: 'en' })).toBe('fixed')
    expect(says('hel\u200bp', { language: 'en' })).toBe('help')
    expect(says('mo\u0308chte mit jemandem reden', { language: 'de' })).toBe('person')
    expect(says('nооо', { language: 'en' })).toBe('no')
  })

  test('one wrong letter in a longer word does no harm, in a short one it makes another word', () => {
    expect(says('funktoniert', { language: 'de' })).toBe('fixed')
    expect(says('überspringne', { language: 'de' })).toBe('skip')
    expect(says('hulp', { language: 'en' })).toBe('-')
  })

  test('a script that we cannot read is no noise: there may be a problem in it', () => {
    for (const text of ['无法连接', 'سلام', 'ありがとう']) expect(says(text, { language: 'en' })).toBe('-')
  })

  test('a log or a long description is no utterance', () => {
    expect(says('help. '.repeat(400), { language: 'en' })).toBe('-')
    expect(says('no '.repeat(600), { language: 'en' })).toBe('-')
  })
})

describe('the open choices', () => {
  const language = 'en'
  const step = [
    { id: 'answer:works', label: 'Works there' },
    { id: 'answer:fails', label: 'Same there' },
    { id: 'could-not', label: "I can't test that" },
  ]
  test.each([
    ['Works there', 'answer:works'],
    ['works there!', 'answer:works'],
    ['wroks there', 'answer:works'],
    ['same there, sorry', 'answer:fails'],
    ['2', 'answer:fails'],
    ['2.', 'answer:fails'],
    ['#2', 'answer:fails'],
    ['option 2', 'answer:fails'],
    ['two', 'answer:fails'],
    ['the second one', 'answer:fails'],
    ['the last one please', 'could-not'],
    ['die erste', 'answer:works'],
    ['das zweite', 'answer:fails'],
    ['le deuxième', 'answer:fails'],
    ['la terza', 'could-not'],
    ['el primero', 'answer:works'],
    ['두 번째', 'answer:fails'],
    ['2번이요', 'answer:fails'],
  ])('"%s" presses %s', (text, choice) => {
    expect(says(text, { language, open: step })).toBe(`choice:${choice}`)
  })

  test('a number beyond the choices, or without any, presses nothing', () => {
    expect(says('4', { language, open: step })).toBe('-')
    expect(says('2', { language })).toBe('-')
    expect(says('809', { language, open: step })).toBe('-')
  })

  test('a label of an article wins over the same small word', () => {
    const open = [{ id: 'answer:yes-it-does', label: 'Yes' }]
    expect(readUtterance(words, 'yes', { language, open })).toEqual({ choice: 'answer:yes-it-does' })
  })

  test('a phrase of two meanings means the one that is open', () => {
    const none = [{ id: 'none', label: 'None of these' }]
    const different = [{ id: 'different', label: 'A different error' }]
    expect(says('something else', { language, open: none })).toBe('none')
    expect(says('something else', { language, open: different })).toBe('different')
  })

  test('a leading yes or no answers a question of yes or no', () => {
    const open = [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ]
    expect(says("no, it's vpn2 here", { language, open })).toBe('no')
    expect(says('ja, das hat der Kollege so eingerichtet', { language: 'de', open })).toBe('yes')
    expect(says("no, it's vpn2 here", { language, open: step })).toBe('-')
  })
})

describe('a thumb, an OK, a mere "done"', () => {
  const asked = [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ]
  const step = [{ id: 'fixed', label: 'Works now' }]
  test.each(['👍', '👍🏽', 'ok', 'alles klar', "d'accord", 'va bene', 'vale', '알겠습니다', 'done'])(
    '"%s" agrees to a question of yes or no and confirms nothing else',
    text => {
      expect(says(text, { language: 'en', open: asked })).toBe('yes')
      expect(says(text, { language: 'en', open: step })).toBe('noise')
      expect(says(text, { language: 'en' })).toBe('noise')
    },
  )

  test('a thumb down is a no to such a question', () => {
    expect(says('👎', { language: 'en', open: asked })).toBe('no')
    expect(says('👎', { language: 'en', open: step })).toBe('noise')
  })
})

describe('several things at once', () => {
  test.each([
    ['no, I want to talk to a person', { interrupt: 'person' }],
    ['still the same, give me a human', { interrupt: 'person' }],
    ['thanks, works now', { answer: 'fixed' }],
    ['hi, I need a human', { interrupt: 'person' }],
    ["if that doesn't work, I want to speak to a human", {}],
    ['wenn das nicht geht, will ich mit jemandem reden', {}],
    ['works now?', {}],
    ['can I talk to someone?', { interrupt: 'person' }],
    ['nein, geht jetzt', { answer: 'fixed' }],
    ['ok danke, works now', { answer: 'fixed' }],
  ])('%s', (text, expected) => {
    expect(readUtterance(words, text, { language: 'en' })).toEqual(expected)
  })
})

describe('words.json', () => {
  const german = files.de
  test.each([
    [
      'an unclosed bracket',
      { ...german, fillers: [], choices: ['(a|b'] },
      'choices: "(a|b" does not close its "("',
    ],
    ['a stray bracket', { ...german, last: ['a)'] }, 'last: "a)" has a ")" that nothing opened'],
    ['a bar outside of brackets', { ...german, last: ['a|b'] }, 'has a "|" outside of brackets'],
    ['an unknown slot', { ...german, last: ['{which}'] }, 'has an unknown slot {which}'],
    ['a missing meaning', { ...german, answers: { ...german.answers, fixed: undefined } }, 'answers.fixed'],
    ['an unknown key', { ...german, greetings: [] }, 'greetings is unknown'],
    [
      'an unknown answer',
      { ...german, answers: { ...german.answers, maybe: [] } },
      'answers.maybe is unknown',
    ],
    ['no object', [], 'is not an object'],
  ])('is refused with %s, naming file and key', (_, de, problem) => {
    const broken = () => compileWords({ de })
    expect(broken).toThrow(AppError)
    expect(problemsOf(broken).join('\n')).toContain(`locales/de/words.json: `)
    expect(problemsOf(broken).join('\n')).toContain(problem)
  })

  test('knows every language on offer by its name in every language', () => {
    for (const language of languages)
      expect(Object.keys(files[language].languages).sort()).toEqual([...languages].sort())
  })
})

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act()
    return []
  } catch (thrown) {
    return thrown instanceof AppError && thrown.code === 'content' ? thrown.problems : []
  }
}
