/** Cards as Teams renders them, by Microsoft's own library. */

/** Colours are the page's variables, so that a change of the theme needs no new rendering. */
const colours = (strong, subtle) => ({ default: strong, subtle })
const plain = colours('var(--text)', 'var(--quiet)')
const foreground = {
  default: plain,
  accent: colours('var(--accent)', 'var(--accent)'),
  attention: colours('var(--bad)', 'var(--bad)'),
  good: colours('var(--good)', 'var(--good)'),
  warning: colours('var(--warn)', 'var(--warn)'),
  dark: plain,
  light: plain,
}
const container = background => ({
  backgroundColor: background,
  borderColor: 'var(--line)',
  foregroundColors: foreground,
})

const config = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontTypes: {
    default: { fontFamily: 'inherit' },
    monospace: { fontFamily: 'ui-monospace, Consolas, "Liberation Mono", monospace' },
  },
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--code)'),
    warning: container('var(--warn-ground)'),
    good: container('transparent'),
    attention: container('var(--bad-ground)'),
    accent: container('transparent'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
}

/** Headings are the only Markdown that reaches the library; what the bot escaped is shown as it was. */
globalThis.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const holder = document.createElement('span')
  holder.textContent = text.replace(/\\([\\*_[\]])/g, '$1')
  result.outputHtml = holder.innerHTML
  result.didProcess = true
}

/**
 * @param {object} json a card
 * @param {string | undefined} taken the choice that was made, shown as pressed
 * @param {(choice: string) => void} press
 */
export function renderCard(json, taken, press) {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(config)
  card.parse(json)
  card.onExecuteAction = action => {
    if (action.data?.choice) press(action.data.choice)
    else if (action.url) window.open(action.url, '_blank', 'noopener')
  }
  const element = card.render()
  markTaken(element, buttonsOf(json), taken)
  return element
}

/** In the order of the page: rows of buttons, one after the other. */
function buttonsOf(json) {
  return json.body.flatMap(part => (part.type === 'ActionSet' ? part.actions : []))
}

function markTaken(element, actions, taken) {
  const buttons = element.querySelectorAll('button.ac-pushButton')
  for (const [index, button] of [...buttons].entries()) {
    button.dataset.choice = actions[index]?.data?.choice ?? ''
    button.setAttribute('aria-pressed', String(button.dataset.choice === taken))
  }
}
