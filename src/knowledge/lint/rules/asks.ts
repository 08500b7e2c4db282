/** What steps may ask: employees nothing that needs rights or harms, agents nothing harmful without a word of it. */
import { type Asks, readAsks } from '../asks.ts'
import { allPassages, type Desk, read } from '../desk.ts'
import type { Passage } from '../passages.ts'
import type { Finding, Rule } from '../problem.ts'

export const needsRights: Rule = {
  name: 'needs-rights',
  *find(desk: Desk) {
    const asks = readAsks()
    for (const passage of shownToEmployees(desk)) {
      const text = read(desk, passage)
      const found = asks.command(text, passage.language) ?? asked(passage, asks.rights, text)
      if (found === undefined) continue
      const message = `${who(passage)} asks for what needs an administrator's rights: ${asWritten(found, text)}`
      yield at(passage, message, 'Leave it out, or make it a step "by: local-admin" or "by: helpdesk".')
    }
  },
}

export const dangerous: Rule = {
  name: 'dangerous',
  *find(desk: Desk) {
    const asks = readAsks()
    for (const passage of shownToEmployees(desk)) {
      const found = asked(passage, asks.danger, read(desk, passage))
      if (found === undefined) continue
      const cure = 'Leave it out; say it to agents in a "## warning" when they must know.'
      yield at(passage, `${who(passage)} asks for what does harm: ${found}`, cure)
    }
  },
}

/** Whoever reads it: some advice is wrong for everybody. */
export const neverAdvised: Rule = {
  name: 'never-advised',
  *find(desk: Desk) {
    const asks = readAsks()
    for (const passage of allPassages(desk)) {
      if (passage.kind === 'phrase' || passage.kind === 'warning') continue
      const text = read(desk, passage)
      const found = asks.never(text, passage.language)
      if (found === undefined) continue
      const message = `"${asWritten(found, text)}" is never advised, not even to an agent`
      yield at(passage, message, 'Move it to the "## warning" and say why not.')
    }
  },
}

export const dangerUnwarned: Rule = {
  name: 'danger-without-warning',
  *find(desk: Desk) {
    const asks = readAsks()
    for (const passage of allPassages(desk)) {
      const { step, article, language } = passage
      if (passage.kind !== 'body' || step === undefined) continue
      if (article.texts[language]?.steps[step.id]?.warning !== undefined) continue
      const text = read(desk, passage)
      const found = asks.warn(text)
      if (found === undefined) continue
      const message = `the step "${step.id}" uses "${asWritten(found, text)}" without a word of what it may cost`
      yield at(passage, message, 'Add a "## warning".')
    }
  },
}

/** An introduction tells what happens: "its service is stopped", "the policy of the domain"; commands count there, too. */
function asked({ kind, language }: Passage, asks: Asks['rights'], text: string): string | undefined {
  return kind === 'intro' ? undefined : asks(text, language)
}

/** Words on buttons and in the agent's lists ask for nothing. */
function* shownToEmployees(desk: Desk): Iterable<Passage> {
  for (const passage of allPassages(desk)) {
    const { kind, step } = passage
    const shown = kind === 'body' || kind === 'done-when' || kind === 'undo' || kind === 'warning'
    if (kind === 'intro' || (shown && step?.by === 'employee')) yield passage
  }
}

/** What was found in folded text, in the letters of the author. */
function asWritten(found: string, text: string): string {
  const start = text.toLowerCase().indexOf(found)
  return start === -1 ? found : text.slice(start, start + found.length)
}

function who({ step }: Passage): string {
  return step === undefined ? 'the introduction' : `the employee's step "${step.id}"`
}

function at({ file, line }: Passage, message: string, cure: string): Finding {
  return { file, line, message, cure }
}
