/** Error messages as they look on an employee's screen, rendered by a real browser. */
import type { Browser } from 'playwright-core'

export interface Dialog {
  readonly language: string
  readonly title: string
  readonly lines: readonly string[]
  readonly buttons: readonly string[]
  /** What must be read, letter by letter. */
  readonly code: string
}

export interface Look {
  readonly theme: 'light' | 'dark'
  /** Scaling of the screen in percent. */
  readonly scaling: number
}

export const dialogs: readonly Dialog[] = [
  {
    language: 'de',
    title: 'Netzwerkverbindungen',
    lines: [
      'Die Verbindung mit „Firma Zürich“ konnte nicht hergestellt werden.',
      'Fehler 809: Der VPN-Server antwortet nicht. Möglicherweise lässt ein Gerät zwischen Ihrem Computer und dem Server, zum Beispiel eine Firewall oder ein Router, die Verbindung nicht durch.',
      'Wenden Sie sich an Ihren Administrator.',
    ],
    buttons: ['Schließen', 'Diagnose'],
    code: '809',
  },
  {
    language: 'fr',
    title: 'Connexions réseau',
    lines: [
      'Impossible d’établir la connexion à « Siège Genève ».',
      'Erreur 13801 : les informations d’identification IKE ne sont pas acceptées. Le certificat de l’ordinateur a peut-être expiré.',
      'Contactez votre administrateur réseau.',
    ],
    buttons: ['Fermer', 'Diagnostiquer'],
    code: '13801',
  },
  {
    language: 'it',
    title: 'Connessioni di rete',
    lines: [
      'Impossibile raggiungere la condivisione \\\\server01\\vendite.',
      'Codice di errore: 0x80070035. Il percorso di rete non è stato trovato; verificare che il nome sia scritto correttamente e che la rete funzioni.',
      'Rivolgersi all’amministratore di sistema.',
    ],
    buttons: ['Chiudi', 'Diagnostica'],
    code: '0x80070035',
  },
]

/** A picture in PNG of the dialog as a screenshot tool cuts it out. */
export function screenshot(browser: Browser, dialog: Dialog, look: Look): Promise<Buffer> {
  const { style, inner } = dialogPage(dialog, look.theme)
  return picture(browser, page(dialog, style, inner), look.scaling)
}

/** A picture in PNG of a whole screen of 1920 x 1080, with the dialog before an inbox. */
export function wholeScreen(browser: Browser, dialog: Dialog, theme: Look['theme']): Promise<Buffer> {
  const { style, inner } = dialogPage(dialog, theme)
  const { text, page: paper, bar } = colours[theme]
  const mails = Array.from(
    { length: 24 },
    (_, i) =>
      `<p>Team ${i + 1}, 0${i % 10}:15: Protokoll und Budget der Sitzung vom ${i + 1}. Dezember, Raum 4${i}, bitte bis Freitag an alle Beteiligten</p>`,
  )
  const screen = `
    body { margin: 0 } body > main { position: relative; width: 1920px; height: 1080px; border: 0; background: linear-gradient(135deg, #0a3d62, #38ada9 40%, #e58e26) }
    aside { position: absolute; left: 60px; top: 80px; width: 800px; padding: 8px; background: ${paper}; color: ${text} }
    nav { position: absolute; bottom: 0; width: 100%; background: ${bar}; text-align: right } article { position: absolute; left: 750px; top: 400px }`
  const around = `<aside>${mails.join('')}</aside><nav>14:32<br>22.11.2026</nav><article>${inner}</article>`
  return picture(browser, page(dialog, style.replaceAll('main', 'article') + screen, around))
}

/** A picture in PNG of what stands in `main`. The page stays open: this browser ends with its last one. */
export async function picture(browser: Browser, page: string, scaling = 100): Promise<Buffer> {
  const tab = await browser.newPage({ deviceScaleFactor: scaling / 100 })
  await tab.setContent(page)
  return tab.locator('main').screenshot({ type: 'png' })
}

const colours = {
  light: { text: '#1b1b1b', page: '#ffffff', bar: '#f3f3f3', button: '#fbfbfb', edge: '#d0d0d0' },
  dark: { text: '#e8e8e8', page: '#202020', bar: '#2b2b2b', button: '#333333', edge: '#454545' },
}

/** The measures of a Windows dialog: 12 pixels of text at 100 %. */
function dialogPage({ title, lines, buttons }: Dialog, theme: Look['theme']) {
  const { text, page, bar, button, edge } = colours[theme]
  const style = `
    main { width: 420px; font: 12px/16px "Segoe UI", "Open Sans", sans-serif; color: ${text}; background: ${page}; border: 1px solid ${edge} }
    header { padding: 7px 12px; background: ${bar} } section { padding: 4px 16px } footer { padding: 12px; background: ${bar}; text-align: right }
    button { font: inherit; color: ${text}; background: ${button}; border: 1px solid ${edge}; border-radius: 4px; padding: 4px 16px }`
  const paragraphs = lines.map(line => `<p>${escaped(line)}</p>`).join('')
  const row = buttons.map(label => `<button>${escaped(label)}</button>`).join(' ')
  const inner = `<header>${escaped(title)}</header><section>${paragraphs}</section><footer>${row}</footer>`
  return { style, inner }
}

function page({ language }: Dialog, style: string, inner: string): string {
  return `<html lang="${language}"><meta charset="utf-8"><style>${style}</style><body><main>${inner}</main></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
