/** Asks little, for the skeleton of an article: title, language, phrases, causes, steps. */

import { type Answers, doers, emptyAnswers, risks, type StepAnswer } from './answers.ts'
import type { Asker } from './ask.ts'
import { isLanguage } from './language-name.ts'

/** Asks what the flags have not said yet. */
export async function interview(given: Partial<Answers>, asker: Asker): Promise<Answers> {
  const title = given.title ?? (await required('Title, as employees would call the problem:', asker))
  const language = given.language ?? (await choice('Language [en]:', isLanguage, 'en', asker))
  const lines = (question: string) => list(question, asker)
  return {
    ...emptyAnswers,
    ...given,
    title,
    language,
    phrases:
      given.phrases ?? (await lines('How do employees say it? One phrase a line; an empty line ends.')),
    causes: given.causes ?? (await lines('Possible causes, the most likely first; an empty line ends.')),
    steps: given.steps ?? (await steps(asker)),
  }
}

async function required(question: string, asker: Asker): Promise<string> {
  const answer = await asker.ask(question)
  return answer !== '' || asker.ended ? answer : required(question, asker)
}

async function list(question: string, asker: Asker): Promise<readonly string[]> {
  asker.say(question)
  const answers: string[] = []
  for (;;) {
    const answer = await asker.ask('-')
    if (answer === '') return answers
    answers.push(answer)
  }
}

async function steps(asker: Asker): Promise<readonly StepAnswer[]> {
  asker.say('Steps, what is to be done, one at a time; an empty line ends.')
  const found: StepAnswer[] = []
  for (;;) {
    const text = await asker.ask('Step:')
    if (text === '') return found
    found.push(await step(text, asker))
  }
}

async function step(text: string, asker: Asker): Promise<StepAnswer> {
  const by = await oneOf('  Who does it', doers, 'helpdesk', asker)
  const minutes = await choice('  Minutes [5]:', isMinutes, '5', asker)
  const restart = await oneOf('  Does the computer restart', ['no', 'yes'] as const, 'no', asker)
  const risk = await oneOf('  Risk', by === 'employee' ? risks.slice(0, 3) : risks, 'none', asker)
  const undo = risk === 'none' ? '' : await asker.ask('  How is it undone?')
  return {
    text,
    by,
    minutes: Number(minutes),
    restart: restart === 'yes',
    risk,
    ...(undo !== '' && { undo }),
  }
}

function isMinutes(answer: string): boolean {
  return Number(answer) >= 0.5 && Number(answer) <= 480
}

async function oneOf<T extends string>(
  question: string,
  words: readonly T[],
  usual: T,
  asker: Asker,
): Promise<T> {
  const asked = `${question} (${words.join(', ')}) [${usual}]:`
  const answer = await choice(asked, word => words.some(w => w === word), usual, asker)
  return words.find(word => word === answer) ?? usual
}

/** Asks again until the answer will do; just Enter, and the end of the input, mean the usual one. */
async function choice(
  question: string,
  good: (answer: string) => boolean,
  usual: string,
  asker: Asker,
): Promise<string> {
  const answer = await asker.ask(question)
  if (answer === '') return usual
  if (good(answer)) return answer
  asker.say(`  "${answer}" will not do.`)
  return choice(question, good, usual, asker)
}
