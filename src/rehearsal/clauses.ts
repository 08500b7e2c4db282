/** Reads what stands after `bot:` and `case:`: clauses parted by semicolons. */
import { type BotClause, type CaseClause, caseFields } from './script.ts'
import { isEnding, isStanding, standings } from './standing.ts'

type Complain = (sentence: string) => void

/** In the quotation marks of any of our languages. */
const quotedText = /^(?:"(.+)"|„(.+)[“”]|“(.+)”|«(.+)»)$/s

/** "a"; not "b"; step x; [Yes] [No] */
export function botClauses(text: string, complain: Complain): readonly BotClause[] {
  return clausesOf(text).flatMap((clause): BotClause[] => {
    const lacks = clause.startsWith('not ') ? unquoted(clause.slice(4)) : undefined
    const contains = unquoted(clause)
    const labels = labelsOf(clause)
    if (lacks !== undefined) return [{ kind: 'lacks', text: lacks }]
    if (contains !== undefined) return [{ kind: 'contains', text: contains }]
    if (labels !== undefined) return [{ kind: 'buttons', labels }]
    if (clause === 'silent') return [{ kind: 'silent' }]
    if (isStanding(clause)) return [{ kind: 'stands', words: clause }]
    complain(
      `bot: "${clause}" is not understood; write "…", not "…", [button], silent, ${standings.join(', ')}.`,
    )
    return []
  })
}

/** fixed; article x; tried a = b, c = d; says "…" */
export function caseClauses(text: string, complain: Complain): readonly CaseClause[] {
  return clausesOf(text).flatMap((clause): CaseClause[] => {
    const field = caseFields.find(name => clause.startsWith(`${name} `))
    const says = clause.startsWith('says ') ? unquoted(clause.slice(5)) : undefined
    if (isEnding(clause)) return [{ kind: 'ends', words: clause }]
    if (says !== undefined) return [{ kind: 'says', text: says }]
    if (field) return [{ kind: 'field', field, words: clause.slice(field.length).trim() }]
    const known = `fixed, handed over (…), open, abandoned, says "…", ${caseFields.join(' …, ')} …`
    complain(`case: "${clause}" is not understood; write ${known}.`)
    return []
  })
}

/** Parted at semicolons that stand neither in quotation marks nor in a label. */
function clausesOf(text: string): readonly string[] {
  const found = text.match(/(?:"[^"]*"|„[^“”]*[“”]|“[^”]*”|«[^»]*»|\[[^\]]*\]|[^;])+/g) ?? []
  return found.map(clause => clause.trim()).filter(Boolean)
}

function unquoted(clause: string): string | undefined {
  return quotedText.exec(clause.trim())?.slice(1).find(Boolean)
}

function labelsOf(clause: string): readonly string[] | undefined {
  if (!/^(\[[^[\]]+\]\s*)+$/.test(clause)) return undefined
  return [...clause.matchAll(/\[([^\]]+)\]/g)].map(([, label = '']) => label.trim())
}
