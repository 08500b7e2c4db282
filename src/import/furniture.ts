/** Takes away what belongs to a web page and not to its text: share lines, cookies, names of the site. */
import { type Block, type Blocks, beginningOf, type Remark, wordsOf } from './block.ts'
import { labelAlone } from './labels.ts'

/** Lines that are furniture wherever they stand; the whole line has to match. */
const lines: readonly RegExp[] = [
  /^(?:다음을 통해 공유|공유|share(?: (?:this|on|via|with|to|by)\b.*)?|teilen(?: (?:über|auf|via)\b.*)?|partager(?: (?:sur|via|par|cet)\b.*)?|condividi(?: (?:su|via|tramite)\b.*)?|compartir(?: (?:en|por|a través)\b.*)?)[:.]?$/iu,
  /^(?:skip to|jump to|zum (?:haupt)?inhalt|aller au contenu|passer au contenu|vai al contenuto|saltar al contenido)\b/iu,
  /^(?:©|copyright\b|\(c\) \d{4})|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|tutti i diritti riservati)\.?$/iu,
  /^(?:home|help|support|menu|search|print|feedback|sign in|log in|hilfe|startseite|menü|suche|drucken|anmelden|aide|accueil|imprimer|rechercher|aiuto|stampa|cerca|accedi|ayuda|inicio|buscar|imprimir|top|next|previous|back to top|nach oben|read more|mehr lesen|lire la suite|leggi tutto)$/iu,
  /^(?:was this (?:page|article|answer) helpful|war (?:diese seite|dieser artikel) hilfreich|cet article vous a-t-il|questo articolo è stato utile|¿te (?:ha sido|resultó) útil)/iu,
  /^(?:last (?:updated|modified|reviewed)|updated on|published on|posted (?:on|by)|zuletzt (?:aktualisiert|geändert)|veröffentlicht am|mis à jour le|dernière mise à jour|publié le|ultimo aggiornamento|pubblicato il)\b.{0,60}$/iu,
]
const cookies =
  /\bcookies?\b.*\b(?:accept|agree|consent|akzeptier|einverstanden|zustimm|accept|acconsent|accett|utilis|verwende|use|usa|utilizz)/iu

export function withoutFurniture({ blocks, stripped, noticed }: Blocks): Blocks {
  const kept: Block[] = []
  const gone: Remark[] = [...stripped]
  for (const [i, block] of blocks.entries()) {
    if (isFurniture(block) || (i === blocks.length - 1 && isSiteName(block)))
      gone.push({ line: block.line, text: beginningOf(textOf(block)) })
    else kept.push(block)
  }
  return { blocks: kept, stripped: gone, noticed }
}

function isFurniture(block: Block): boolean {
  if (block.kind === 'code') return false
  if (block.kind === 'list') return block.items.every(item => isFurnitureLine(item))
  return isFurnitureLine(block.text) || (wordsOf(block.text) < 80 && cookies.test(block.text))
}

function isFurnitureLine(text: string): boolean {
  const plain = text
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll('**', '')
    .trim()
  return lines.some(line => line.test(plain))
}

/** The last line of a copied page is often the name of the site: one or two words, no sentence. */
function isSiteName(block: Block): boolean {
  if (block.kind === 'list' || block.kind === 'code') return false
  if (block.kind === 'paragraph' && block.label) return false
  return (
    wordsOf(block.text) <= 2 &&
    /^[\p{L}\p{N} .-]*[\p{L}\p{N}]$/u.test(block.text) &&
    labelAlone(block.text) === undefined
  )
}

function textOf(block: Block): string {
  return block.kind === 'list' ? block.items.join(' ') : block.text
}
