/** What no translator may touch: code, paths, addresses, names with digits, numbers, placeholders. */

const code = /```[^\n]*\n([\s\S]*?)```|``\s?(.+?)\s?``|`([^`]+)`/g
const target = /\]\(([^)\s]+)/g
const placeholder = /\{(?:ui|org):[a-z0-9-]+\}/g
/** HKLM\…, C:\…, %windir%\…, \\server\share, https://… */
const path = /(?:HK[A-Z]+|[A-Za-z]:|%\w+%|\\)\\[^\s,;)]+|https?:\/\/[^\s)]+/g
/** ERROR_VPN_TIMEOUT, 0x800B0101, IKEv2, L2TP, 3DES, SHA-2. */
const symbol = /\b\w+_\w+\b|\b0x[0-9A-Fa-f]+\b|\b[A-Z][A-Za-z]*\d\w*\b|\b\d+[A-Z]{2,}\w*\b|\b[A-Z]{2,}-\d+\b/g
/** 100 000, 100,000 and 100.000 are one number, 4652 and 500/4500 are what they look like. */
const grouped = /(?<!\d)\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)/g

/** As sentences show them: code in code marks, everything else bare. */
export function plainFacts(text: string): ReadonlySet<string> {
  const facts = new Set<string>()
  let rest = text
  const take = (pattern: RegExp, write: (found: string) => string) => {
    rest = rest.replace(pattern, (whole, ...groups: unknown[]) => {
      const inside = groups.slice(0, -2).find(group => typeof group === 'string')
      facts.add(write(typeof inside === 'string' ? inside.trim() : whole))
      return ' ¦ '
    })
  }
  take(code, found => `\`${found}\``)
  take(target, found => found)
  take(placeholder, found => found)
  take(path, found => found)
  take(symbol, found => found)
  take(grouped, found => found.replace(/\D/g, ''))
  take(/\d+/g, found => found)
  return facts
}
