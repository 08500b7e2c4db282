/** The page: what is wished stands in the address, what is shown comes from the server, anew after each change. */
import { drawColumn, make, nameOf } from './parts.js'

const $ = id => document.getElementById(id)
const wide = matchMedia('(min-width: 60rem)')
let library = { articles: [], languages: [], faults: [] }
let drawing = 0

/** The address after #: article, language, beside, agent, moves. */
const wish = () => new URLSearchParams(location.hash.slice(1))

function wishFor(changes) {
  const next = wish()
  for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name)
  return `#${next}`
}

function go(changes) {
  const hash = wishFor(changes)
  if (hash !== location.hash) location.hash = hash
}

async function draw() {
  const turn = ++drawing
  const fresh = await json('/api/library')
  const id = articleId(fresh)
  const languages = id ? languagesWished(fresh, id) : []
  const shown = await Promise.all(languages.map(language => article(id, language)))
  if (turn !== drawing) return
  library = fresh
  keepingPlace(() => {
    drawShelf(id)
    drawTools(id, languages)
    drawFaults(id ?? wish().get('article') ?? undefined)
    drawTitle(id, shown[0])
    $('columns').replaceChildren(
      ...shown
        .filter(Boolean)
        .map((one, column) =>
          drawColumn(one, column, { languages: library.languages, agent: wish().get('agent'), go }),
        ),
    )
    $('columns').dataset.count = String(shown.length)
  })
}

function articleId({ articles }) {
  const wished = wish().get('article')
  return articles.find(({ id }) => id === wished)?.id ?? (wished ? undefined : articles[0]?.id)
}

function languagesWished({ articles, languages }, id) {
  const own = articles.find(article => article.id === id).languages
  const wished = wish().get('language')
  const first = languages.includes(wished) ? wished : own.includes('en') ? 'en' : own[0]
  const beside = wish().get('beside')
  return languages.includes(beside) && beside !== first ? [first, beside] : [first]
}

function article(id, language) {
  const agent = wish().get('agent') ?? ''
  const query = new URLSearchParams({
    id,
    language,
    moves: wish().get('moves') ?? '',
    ...(agent && { agent }),
  })
  return json(`/api/article?${query}`)
}

async function json(path) {
  const response = await fetch(path)
  return response.ok ? response.json() : undefined
}

/** The part that is read stays where it is on the screen, and what had the focus has it again. */
function keepingPlace(change) {
  const top = $('tools').getBoundingClientRect().bottom
  const anchor = [...document.querySelectorAll('[data-key]')].find(
    part => part.getBoundingClientRect().bottom > Math.max(0, top),
  )
  const before = anchor?.getBoundingClientRect().top
  const focus = focusKey(document.activeElement)
  change()
  const same = anchor && document.querySelector(`[data-key="${CSS.escape(anchor.dataset.key)}"]`)
  if (same && scrollY > 0) scrollBy({ top: same.getBoundingClientRect().top - before, behavior: 'instant' })
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true })
}

function focusKey(element) {
  const key = element?.closest?.('[data-key]')?.dataset.key
  const { choice, focus } = element?.dataset ?? {}
  if (focus) return `[data-focus="${CSS.escape(focus)}"]`
  return key && choice ? `[data-key="${CSS.escape(key)}"] [data-choice="${CSS.escape(choice)}"]` : undefined
}

function drawShelf(id) {
  const wanted = $('filter').value.trim().toLowerCase()
  const found = library.articles.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(wanted))
  const packs = [...new Set(found.map(({ pack }) => pack))]
  $('articles').replaceChildren(
    ...packs.flatMap(pack => [
      make('h2', {}, pack),
      make(
        'ul',
        {},
        ...found.filter(article => article.pack === pack).map(article => make('li', {}, link(article, id))),
      ),
    ]),
  )
  $('shelf').querySelector('summary').textContent = wide.matches || !id ? 'Articles' : `Articles · ${id}`
}

function link({ id, title }, current) {
  const grave = library.faults.some(fault => fault.article === id && fault.grave)
  const some = library.faults.some(fault => fault.article === id)
  const mark = some
    ? make('span', { class: grave ? 'mark grave' : 'mark', title: 'has problems' }, grave ? '!' : '·')
    : ''
  const attributes = { href: wishFor({ article: id, moves: '' }), 'data-focus': `article-${id}` }
  return make(
    'a',
    id === current ? { ...attributes, 'aria-current': 'page' } : attributes,
    make('span', {}, title),
    make('small', {}, id),
    mark,
  )
}

function drawTools(id, [first, beside]) {
  const own = library.articles.find(article => article.id === id)?.languages ?? []
  const radios = library.languages.map(language => {
    const input = make('input', {
      type: 'radio',
      name: 'language',
      value: language,
      'data-focus': `language-${language}`,
    })
    input.checked = language === first
    const name = nameOf(language)
    const label = make('span', { title: own.includes(language) ? name : `${name}, not translated` }, language)
    return make('label', { class: own.includes(language) ? '' : 'missing' }, input, label)
  })
  $('languages').replaceChildren(make('legend', {}, 'Language'), ...radios)
  const none = make('option', { value: '' }, 'nothing')
  const others = library.languages.filter(language => language !== first)
  $('beside').replaceChildren(
    none,
    ...others.map(language => make('option', { value: language }, nameOf(language))),
  )
  $('beside').value = beside ?? ''
}

function drawTitle(id, shown) {
  const wished = wish().get('article')
  $('id').textContent = id ?? ''
  $('title').textContent =
    shown?.title ?? (wished ? `There is no article ${wished} that can be shown` : 'No articles')
  document.title = `${shown?.title ?? 'Nothing'} · Deskhand preview`
}

function drawFaults(id) {
  const here = library.faults.filter(({ article }) => article === id || article === undefined)
  const elsewhere = library.faults.filter(fault => !here.includes(fault))
  const grave = here.some(({ grave }) => grave)
  const heading = grave
    ? 'This cannot be loaded as it is. Below is what could be shown last.'
    : here.length === 1
      ? 'One finding of the linter'
      : `${here.length} findings of the linter`
  const parts = here.length > 0 ? [make('h2', {}, heading), make('ul', {}, ...here.map(faultLine))] : []
  if (elsewhere.length > 0)
    parts.push(
      make(
        'details',
        {},
        make('summary', {}, `${elsewhere.length} in other articles`),
        make('ul', {}, ...elsewhere.map(faultLine)),
      ),
    )
  $('faults').className = grave ? 'grave' : here.length > 0 ? 'some' : ''
  $('faults').hidden = parts.length === 0
  $('faults').replaceChildren(...parts)
}

function faultLine({ place, sentence }) {
  return make('li', {}, place ? make('code', {}, place) : '', ` ${sentence}`)
}

function follow() {
  const changes = new EventSource('/api/changes')
  changes.addEventListener('changed', async () => {
    await draw()
    $('status').textContent = `Updated at ${new Date().toLocaleTimeString()}`
  })
  changes.addEventListener('error', () => {
    $('status').textContent = 'The preview has ended; start it again with kb preview.'
  })
}

function theme(name) {
  document.documentElement.dataset.theme = name
  localStorage.setItem('theme', name)
}

const kept = localStorage.getItem('theme') ?? ''
document.documentElement.dataset.theme = kept
for (const input of document.querySelectorAll('[name=theme]')) input.checked = input.value === kept
$('theme').addEventListener('change', ({ target }) => theme(target.value))
$('languages').addEventListener('change', ({ target }) => go({ language: target.value }))
$('beside').addEventListener('change', ({ target }) => go({ beside: target.value }))
$('filter').addEventListener('input', () => drawShelf(articleId(library)))
$('articles').addEventListener('click', () => {
  if (!wide.matches) $('shelf').open = false
})
const unfold = () => {
  $('shelf').open = wide.matches
}
wide.addEventListener('change', unfold)
unfold()
let shownArticle = wish().get('article')
addEventListener('hashchange', async () => {
  await draw()
  if (wish().get('article') !== shownArticle) scrollTo({ top: 0, behavior: 'instant' })
  shownArticle = wish().get('article')
})
await draw()
follow()
