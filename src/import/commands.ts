/** Does this sentence tell somebody to do something? By its form, in the languages we read. */
import type { Language } from '../knowledge/article.ts'
import { wordsOf } from './block.ts'

/** Where an order begins: at the start, after a comma or colon, after "then". */
const opening = String.raw`(?:^|[,:;] |^(?:\p{L}+ )?(?:und|oder|dann|bitte|and|then|please|first|either|et|puis|poi|quindi|e) )`

const englishVerbs = `add adjust allow ask assign back call cancel change check choose clear click close compare
  configure confirm connect contact copy create delete determine disable disconnect download edit enable ensure enter
  examine find follow go import increase inspect install keep launch let log look make move note open pair plug press
  provide pull reboot reconnect reinstall remove rename repair replace reset restart restore review right-click run save
  scan select send set shut sign start stop switch tap test toggle try turn type uninstall unplug update upgrade use
  verify view visit wait write`
const italianStems = `(?:ri|re|dis|de)?(?:controll|verific|avvi|attiv|abilit|installl?|impost|import|confront|esamin|ispezion|pass|
  selezion|us|utilizz|elimin|cancell|contatt|assicur|aggiorn|modific|digit|colleg|prov|annot|disinstall|confront|
  copi|invi|port|cambi|cerc|clicc|lanci|mand|spost)(?:a|i|hi|ate|are)`
const italianOthers =
  'apri|apra|aprite|chiudi|chiuda|chiudete|premi|prema|premete|scegli|scelga|scegliete|rimuovi|rimuova|esegui|esegua|eseguite|attendi|attenda|inserisci|inserisca|inserite|fai|faccia|metti|metta|fornisci|fornisca|scarica|scarichi|spegni|spenga|accendi|accenda'

const orders: Readonly<Record<string, RegExp>> = {
  en: new RegExp(`${opening}(?:${joined(englishVerbs)})(?![\\p{L}-])`, 'iu'),
  de: new RegExp(
    `${opening}(?!(?:wenn|denn|dann|können|könnten|müssen|müssten|sollen|sollten|dürfen|möchten|wollen|haben|hätten|hatten|sind|waren|werden|würden|wurden|lassen Sie uns)(?!\\p{L}))\\p{L}+n Sie(?!\\p{L})`,
    'iu',
  ),
  fr: new RegExp(
    `${opening}(?:(?!chez|assez)\\p{L}+ez(?!\\p{L})|faites(?!\\p{L}))|^(?!premier|dernier|hier|pour|leur|par|sur|entre|notre|votre|autre)\\p{L}{3,}(?:er|ir|re) (?:l|le|la|les|un|une|que|si|à|en|sur|votre|vos|dans)(?!\\p{L})`,
    'iu',
  ),
  it: new RegExp(
    `${opening}(?:(?:${italianStems.replace(/\s+/g, '')}|${italianOthers})(?:l[oaie]|ne|ti|si|vi)?(?!\\p{L})|(?!prima)\\p{L}{3,}(?:are|ere|ire|arsi|ersi|irsi)(?!\\p{L}))`,
    'iu',
  ),
}

/** "Kabel prüfen.": the infinitive last, nothing that makes it a statement. */
const germanNote =
  /^(?!.*\b(?:sind|ist|hat|haben|wird|werden|wurde|wurden|kann|können)\b).*(?:^|\s)\p{Ll}+(?:en|ern|eln)\.?$/u

/** Sentences that speak to a reader of the web, not to somebody with the problem. */
const chatter =
  /\b(?:comments?|kommentare?n?|commentaires?|commenti|newsletter|subscribe|abonnieren|abonnez|iscriviti)\b|\blet(?:'|’)?s\b|\blet us\b|\blassen sie uns\b/iu

export function isOrder(sentence: string, language: Language): boolean {
  return !isChatter(sentence) && orders[language]?.test(sentence.trim()) === true
}

/** An order, or a note as it stands in a list; in running text such a note would be half of a sentence. */
export function isOrderInList(item: string, language: Language): boolean {
  const [first = item] = sentencesOf(item, language)
  return isOrder(first, language) || (language === 'de' && wordsOf(first) <= 10 && germanNote.test(first))
}

export function isChatter(sentence: string): boolean {
  return chatter.test(sentence)
}

export function sentencesOf(text: string, language: Language): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    text.replace(/\s+/g, ' '),
  )
  return [...segments].map(({ segment }) => segment.trim()).filter(sentence => sentence !== '')
}

function joined(list: string): string {
  return list.trim().split(/\s+/).join('|')
}
