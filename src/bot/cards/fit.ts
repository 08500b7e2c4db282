/** Keeps a message within what a channel takes, by shortening its longest texts. */
import type { Block, Spoken, SpokenChoice } from '../../speech/spoken.ts'

/** Bytes of a whole card message; Teams refuses more than 28 KB of it. */
export const messageBudget = 28 * 1024
const shortestText = 40
const shortestLabel = 60

/**
 * Renders until the result is within `budget` bytes of UTF-8. What is shortened ends in an ellipsis; the number of
 * choices never changes. A message of very many short parts may stay above.
 */
export function fitted(spoken: Spoken, budget: number, render: (spoken: Spoken) => string): string {
  let limit = Math.min(budget, longestText(spoken))
  let rendered = render(shortened(spoken, limit))
  // A code unit takes three bytes at most: most messages need not be counted.
  if (rendered.length * 3 <= budget) return rendered
  for (let size = Buffer.byteLength(rendered); size > budget && limit > shortestText; ) {
    limit = Math.max(shortestText, Math.floor(limit * Math.min(0.9, Math.max(0.1, budget / size))))
    rendered = render(shortened(spoken, limit))
    size = Buffer.byteLength(rendered)
  }
  return rendered
}

function longestText(spoken: Spoken): number {
  const lengths = spoken.blocks.map(block => (block.kind === 'step' ? block.heading : block.markdown).length)
  return Math.max(shortestText, ...lengths, ...spoken.choices.map(choice => choice.label.length))
}

function shortened(spoken: Spoken, limit: number): Spoken {
  const label = Math.max(limit, shortestLabel)
  return {
    ...spoken,
    summary: cutLine(spoken.summary, 300),
    blocks: spoken.blocks.map(block => shortBlock(block, limit, label)),
    choices: spoken.choices.map(
      (choice): SpokenChoice => ({ ...choice, label: cutLine(choice.label, label) }),
    ),
  }
}

function shortBlock(block: Block, limit: number, label: number): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, markdown: cutText(block.markdown, limit) }
    case 'note':
      return { ...block, label: cutLine(block.label, label), markdown: cutText(block.markdown, limit) }
    case 'step':
      return {
        ...block,
        heading: cutLine(block.heading, label),
        facts: block.facts.map(fact => cutLine(fact, label)),
      }
  }
}

/** Cuts at the end of a line where one is near, and says so on a line of its own. */
function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed()
  const kept = text.slice(0, limit)
  const line = kept.lastIndexOf('\n')
  const whole = line > limit * 0.8 ? kept.slice(0, line) : kept
  return `${whole.replace(/[\uD800-\uDBFF\\]+$/, '').toWellFormed()}\n\n…`
}

function cutLine(text: string, limit: number): string {
  return text.length <= limit ? text.toWellFormed() : `${text.slice(0, limit - 1).toWellFormed()}…`
}
