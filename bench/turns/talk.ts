/**
 * What the employees of the bench do. Four of ten turns are typed, six are presses of a button, as people do in Teams;
 * nine of ten lead to a card: the steps of an article, and the question why one could not be done.
 */
export interface Move {
  readonly text: string
  /** Pressed instead of typed where the last reply was a card with buttons; the echo bot has none. */
  readonly press?: string
}

const moves: readonly Move[] = [
  { text: 'von vorne' },
  { text: 'vpn geht nicht von zuhause, fehler 809' },
  { text: 'dort auch nicht', press: 'answer:same-there' },
  { text: 'niemand zu fragen', press: 'answer:nobody-to-ask' },
  { text: 'konnte ich nicht machen', press: 'could-not' },
  { text: 'nicht möglich gerade', press: 'why:not-now' },
  { text: 'zurück' },
  { text: 'konnte ich nicht machen', press: 'could-not' },
  { text: 'nicht möglich gerade', press: 'why:not-now' },
  { text: 'zurück' },
]

/** The `turn`-th move of a conversation, counted from 0; the first conversation begins with its problem. */
export function moveOf(turn: number): Move {
  return moves[(turn + 1) % moves.length] ?? { text: 'hilfe' }
}
