/** The knowledge is exchanged while people are in the middle of an article that the new set no longer has. */
import { expect, test } from 'vitest'
import { createLocales } from '../../src/speech/locales.ts'
import { createSpeech } from '../../src/speech/speech.ts'
import type { Content } from '../../src/turn/decide.ts'
import { type Chat, chat } from '../support/chat.ts'
import { shippedEdition } from '../support/content.ts'

interface Changing {
  readonly anna: Chat
  /** Takes the article out of what serves. */
  withdraws(topic: string): void
  /** Takes one step out of the article. */
  loses(topic: string, step: string): void
}

async function changing(locale: string): Promise<Changing> {
  let serving: Content = shippedEdition()
  const anna = await chat(locale, {
    get knowledge() {
      return serving.knowledge
    },
    get mind() {
      return serving.mind
    },
    get speech() {
      return serving.speech
    },
    defaultLanguage: 'en',
  })
  return {
    anna,
    withdraws: topic => {
      serving = withArticles(articles => articles.delete(topic))
    },
    loses: (topic, step) => {
      serving = withArticles(articles => {
        const article = articles.get(topic)
        if (article) articles.set(topic, { ...article, steps: article.steps.filter(({ id }) => id !== step) })
      })
    },
  }
}

type Articles = Map<string, NonNullable<ReturnType<Content['knowledge']['article']>>>

function withArticles(change: (articles: Articles) => void): Content {
  const edition = shippedEdition()
  const { library, sentences } = edition.source
  const articles: Articles = new Map(library.articles)
  change(articles)
  return {
    ...edition,
    knowledge: { ...edition.knowledge, article: id => articles.get(id) },
    speech: createSpeech(createLocales(sentences), { ...library, articles }),
  }
}

const topic = 'ike-phase1-failed'

test.each([
  ['de', 'keine Ahnung was das heißen soll', /überarbeitet.*Warteschlange/s],
  ['en', 'no idea what you mean by that', /revised.*queue/s],
])(
  '%s: at a step of a withdrawn article, words lead to a person, who gets them',
  async (language, words, reply) => {
    const { anna, withdraws } = await changing(language)
    await anna.says('error 809')
    withdraws(topic)
    expect(await anna.says(words)).toMatch(reply)
    expect(await anna.case()).toMatchObject({
      owner: 'waiting',
      topic: { id: topic },
      signatures: ['ras:809'],
      words: ['error 809', words],
    })
  },
)

test('a button of a withdrawn article still counts, and a person takes over', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809')
  const [first = ''] = anna.buttons
  withdraws(topic)
  expect(await anna.presses(first)).toContain('queue')
  expect((await anna.case()).steps).toHaveLength(1)
  expect(await anna.summary('de')).toContain('ras:809')
})

test('"it works now" at a step of a withdrawn article is the end of the case as ever', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809')
  withdraws(topic)
  await anna.presses('fixed')
  await anna.presses('yes')
  expect((await anna.case()).outcome).toBe('fixed')
})

test('a step that has gone is named as gone, and the next one follows', async () => {
  const { anna, loses } = await changing('en')
  await anna.says('error 809')
  const gone = (await anna.case()).open?.step ?? ''
  loses(topic, gone)
  const reply = await anna.says('help')
  expect(reply).toContain('revised in the meantime')
  const { open, owner } = await anna.case()
  expect(owner).toBe('bot')
  expect(open?.step).toBeDefined()
  expect(open?.step).not.toBe(gone)
})

test('choosing an article that has been withdrawn since leads to a person', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809 and also error 13806')
  const [chosen = ''] = anna.buttons
  withdraws(chosen.slice('topic:'.length))
  expect(await anna.presses(chosen)).toContain('queue')
  expect(await anna.case()).toMatchObject({ owner: 'waiting', signatures: ['ras:809', 'win32:13806'] })
})

test('who waits for a person goes on waiting, and the agent can still read the case', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809')
  await anna.presses('person')
  withdraws(topic)
  await anna.says('it is urgent, my plane leaves at six')
  expect(await anna.case()).toMatchObject({ owner: 'waiting' })
  expect(await anna.summary('fr')).toContain('my plane leaves at six')
})

test('a problem kept for later whose article has gone is not offered', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809 and also error 13806')
  const [first = '', second = ''] = anna.buttons
  await anna.presses(first)
  withdraws(second.slice('topic:'.length))
  await anna.presses('fixed')
  await anna.presses('yes')
  await anna.presses('helpful')
  expect(await anna.case()).toMatchObject({ stage: { kind: 'done' }, outcome: 'fixed' })
})

test('the reminder of a withdrawn article goes to a person instead of into the void', async () => {
  const { anna, withdraws } = await changing('en')
  await anna.says('error 809')
  withdraws(topic)
  expect(await anna.later(21)).not.toBe('')
  expect((await anna.case()).owner).toBe('waiting')
})
