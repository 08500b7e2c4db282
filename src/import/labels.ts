/** The words by which documents say "this is the cause", in the languages we read. */

export type Label = 'symptom' | 'cause' | 'solution' | 'warning' | 'related' | 'applies-to'

/** Alternatives of a regular expression, by commas; with and without accents where people leave them out. */
const words: Readonly<Record<Label, string>> = {
  symptom: `
    symptoms?, problem, question, issue, error, error message, description, q,
    symptome?, frage, fehler, fehlermeldung, fehlerbild, beschreibung,
    sympt[oô]mes?, probl[eè]me, erreur, message d.erreur,
    sintom[oi], problema, domanda, errore, messaggio di errore, descrizione,
    s[ií]ntomas?, pregunta, descripci[oó]n`,
  cause: `
    (?:(?:possible|potential|probable|likely|root|common) )?(?:causes?|reasons?),
    (?:(?:m[oö]gliche|h[aä]ufige) )?ursachen?, grund, gr[uü]nde,
    causes? (?:possibles?|probables?), raisons?, origine,
    (?:(?:possibil[ei]|probabil[ei]) )?(?:causa|cause|motivo|motivi),
    (?:posibles? )?causas?`,
  solution: `
    (?:(?:possible|suggested) )?(?:solutions?|resolutions?), fix(?:es)?, answer, workaround, remedy,
    (?:resolution )?steps, what to do, how to fix it, a,
    (?:m[oö]gliche )?l[oö]sung(?:en)?, l[oö]sungsweg, abhilfe, behebung, antwort, ma(?:ß|ss)nahmen?, vorgehen,
    schritte, was tun,
    solutions? possibles?, r[eé]solution, r[eé]ponse, rem[eè]de, correctif, que faire,
    (?:possibil[ei] )?soluzion[ei], risoluzione, rimedio, risposta, cosa fare,
    soluci[oó]n(?:es)?, respuesta, remedio, qu[eé] hacer`,
  warning: `
    caution, warning, important, note, achtung, warnung, vorsicht, wichtig, hinweis,
    attention, avertissement, remarque, attenzione, avvertenza, avviso, importante, nota,
    precauci[oó]n, advertencia`,
  related: `
    see also, related(?: topics)?, references?, sources?, links?, further reading,
    siehe auch, weitere informationen, verweise, quellen,
    voir aussi, voir [eé]galement, (?:les )?r[eé]f[eé]rences?, liens,
    vedi anche, vedere anche, riferimenti, fonti, v[eé]ase tambi[eé]n, ver tambi[eé]n, referencias`,
  'applies-to': 'applies to, gilt f[uü]r, s.applique [aà], si applica a, se aplica a',
}

const order = ['cause', 'solution', 'symptom', 'warning', 'related', 'applies-to'] as const

function anyOf(label: Label): string {
  return words[label]
    .split(',')
    .map(word => word.trim().replaceAll(' ', '\\s'))
    .join('|')
}

const patterns = order.map(label => ({
  label,
  before: new RegExp(`^(?:${anyOf(label)})(?:\\s?\\d{1,2})?\\s?[:：]\\s*`, 'iu'),
  alone: new RegExp(`^(?:${anyOf(label)})(?:\\s?\\d{1,2})?\\s?[:：.]?$`, 'iu'),
}))

/** "**Cause:** the cable" -> cause, "the cable". Undefined: the line begins with no label. */
export function labelBefore(line: string): { readonly label: Label; readonly rest: string } | undefined {
  const text = unmarked(line)
  for (const { label, before, alone } of patterns) {
    const found = before.exec(text)?.[0]
    if (found !== undefined && text.length > found.length) return { label, rest: text.slice(found.length) }
    if (found !== undefined || alone.test(text)) return { label, rest: '' }
  }
  return undefined
}

/** The label that is the whole text: a heading "Cause", a line "Caution", the name of a column. */
export function labelAlone(text: string): Label | undefined {
  const plain = unmarked(text)
  return patterns.find(({ alone }) => alone.test(plain))?.label
}

/** "Possible causes are:" before a list. */
export function introducesCauses(text: string): boolean {
  return /\b(?:causes?|reasons?|triggers?|ursachen?|auslöser|gründe|raisons?|déclencheurs?|causa|motivi|fattori scatenanti|causas?)(?!\p{L})/iu.test(
    text,
  )
}

/** Bold and italic marks around the label: "**Cause:** the cable", "**Cause**: the cable". */
function unmarked(line: string): string {
  return line.trim().replace(/^(\*\*|__|\*|_)(.{1,40}?)\1/u, '$2')
}
