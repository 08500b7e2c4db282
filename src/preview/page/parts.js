/** What a column of the page is made of. */
import { renderCard } from './cards.js'

/**
 * One language of an article, from the first card to the hand-over.
 *
 * @param {object} shown as /api/article answers
 * @param {number} column
 * @param {{ languages: string[], agent: string | null, go: (changes: object) => void }} page
 */
export function drawColumn(shown, column, page) {
  const { language, turns, beside, end } = shown
  const key = name => `${column}-${name}`
  return make(
    'article',
    { class: 'column', lang: language, 'aria-label': nameOf(language) },
    make('h2', { class: 'language', lang: 'en' }, nameOf(language), ...untranslated(shown)),
    make(
      'section',
      { class: 'chat', 'aria-label': 'Conversation' },
      ...turns.flatMap((turn, index) => drawTurn(turn, index, turns, key(`turn-${index}`), page.go)),
    ),
    make('p', { class: `end ${end}`, lang: 'en' }, endings[end]),
    ...besides(beside, key),
    handOver(shown, key, page),
    phrases(shown),
  )
}

const endings = {
  'handed-over': 'Handed over to a person.',
  fixed: 'Solved.',
  open: 'Here the employee writes freely; the way ends.',
}

function untranslated({ language, textLanguage }) {
  return language === textLanguage
    ? []
    : [make('small', {}, ` · not translated, the text is in ${nameOf(textLanguage)}`)]
}

function drawTurn({ did, cards, taken, words }, index, turns, key, go) {
  const movesBefore = turns.slice(1, index + 1).map(turn => turn.did.move)
  const press = choice => go({ moves: [...movesBefore, choice].join(',') })
  const said = did ? [make('p', { class: 'said' }, did.label || '… (own words)')] : []
  const write = make(
    'button',
    {
      class: 'words',
      type: 'button',
      'data-choice': 'own-words',
      lang: 'en',
      'aria-pressed': String(taken === 'own-words'),
    },
    'answers in own words',
  )
  write.addEventListener('click', () => press('own-words'))
  const shown = cards.map(card => drawCard(card, taken, press))
  return [
    ...said,
    make('div', { class: 'bot', 'data-key': key }, ...shown, ...(words && cards.length > 0 ? [write] : [])),
  ]
}

function drawCard({ card, bytes, budget }, taken, press) {
  const holder = make('div', { class: 'card' })
  holder.append(renderCard(card, taken, press))
  const size = `${(bytes / 1024).toFixed(1)} of ${budget / 1024} KB`
  const code = make('details', { class: 'json', lang: 'en' }, make('summary', {}, size))
  code.addEventListener(
    'toggle',
    () => code.open && code.append(make('pre', { tabindex: '0' }, JSON.stringify(card, null, 2))),
    { once: true },
  )
  return make('div', {}, holder, code)
}

const doers = {
  employee: 'after other answers',
  'local-admin': 'for an administrator of the computer',
  helpdesk: 'for the helpdesk',
}

function besides(steps, key) {
  if (steps.length === 0) return []
  const parts = steps.flatMap(step => [
    make('h4', { lang: 'en' }, step.id, make('small', {}, ` · ${doers[step.by]}, ${step.minutes} min`)),
    make(
      'div',
      { class: 'bot', 'data-key': key(`step-${step.id}`) },
      drawCard(step, undefined, () => {}),
    ),
  ])
  return [make('section', { class: 'beside' }, make('h3', { lang: 'en' }, 'Steps beside this way'), ...parts)]
}

function handOver({ summary, notice, language }, key, { languages, agent: wished, go }) {
  const agent = wished || language
  const choice = make(
    'select',
    { 'data-focus': key('agent') },
    ...languages.map(other => make('option', { value: other }, nameOf(other))),
  )
  choice.value = agent
  choice.addEventListener('change', () => go({ agent: choice.value }))
  return make(
    'section',
    { class: 'handover', 'data-key': key('handover') },
    make('h3', { lang: 'en' }, 'What the agent reads ', make('label', {}, 'in ', choice)),
    make('pre', { class: 'summary', lang: agent, tabindex: '0' }, summary),
    make('h4', { lang: 'en' }, 'In the agents’ channel'),
    make(
      'div',
      { class: 'bot', lang: agent },
      drawCard(notice, undefined, () => {}),
    ),
  )
}

function phrases({ phrases }) {
  const list = make('ul', {}, ...phrases.map(phrase => make('li', {}, phrase)))
  return make(
    'details',
    { class: 'phrases' },
    make('summary', { lang: 'en' }, `${phrases.length} phrases lead here`),
    list,
  )
}

export function nameOf(language) {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}

export function make(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
