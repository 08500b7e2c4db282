/** Choices as buttons. */
import type { SpokenChoice } from '../../speech/spoken.ts'
import type { ActionSet, Execute } from './elements.ts'

/** The verb of every button; the choice itself is in the button's own values. */
export const verb = 'answer'

/** Teams cuts titles about here; the whole label is then in the tooltip. */
const readable = 40
/** More buttons than this, or more letters, make a row that a phone cannot show. */
const row = { buttons: 4, letters: 60 }

/** The answers first; what is always open (a person, not this) below a line. */
export function actionSets(choices: readonly SpokenChoice[], nonce: string): readonly ActionSet[] {
  const main = rows(choices.filter(choice => choice.rank === 'main'))
  const side = rows(choices.filter(choice => choice.rank === 'side'))
  return [
    ...main.map((choices, index) => actionSet(choices, nonce, index === 0 ? { spacing: 'Medium' } : {})),
    ...side.map((choices, index) => actionSet(choices, nonce, index === 0 ? { separator: true } : {})),
  ]
}

function rows(choices: readonly SpokenChoice[]): readonly (readonly SpokenChoice[])[] {
  const rows: SpokenChoice[][] = []
  let letters = 0
  for (const choice of choices) {
    const last = rows.at(-1)
    letters += choice.label.length
    if (last === undefined || last.length === row.buttons || letters > row.letters) {
      rows.push([choice])
      letters = choice.label.length
    } else last.push(choice)
  }
  return rows
}

function actionSet(
  choices: readonly SpokenChoice[],
  nonce: string,
  look: Pick<ActionSet, 'spacing' | 'separator'>,
): ActionSet {
  return { type: 'ActionSet', ...look, actions: choices.map(choice => execute(choice, nonce)) }
}

/** Clients that do not know Action.Execute send the same values as a message. */
function execute({ id, label }: SpokenChoice, nonce: string): Execute {
  const data = { nonce, choice: id }
  return {
    type: 'Action.Execute',
    title: label,
    ...(label.length > readable && { tooltip: label }),
    verb,
    data,
    fallback: { type: 'Action.Submit', title: label, data },
  }
}
