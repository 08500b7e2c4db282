/**
 * What the employees of the bench write. After the first message every answer leads to a step, so that each reply
 * is a real card: on to the second and third step, and back again.
 */
const opening = ['von vorne', 'vpn geht nicht von zuhause, fehler 809']
const steps = ['dort auch nicht', 'niemand zu fragen', 'zurück', 'niemand zu fragen', 'zurück', 'zurück']

/** The `turn`-th message of a conversation, counted from 0. A conversation starts over once in twenty turns. */
export function utterance(turn: number): string {
  const place = (turn + 1) % 20
  return opening[place] ?? steps[(place - opening.length) % steps.length] ?? ''
}
