/** To which addresses Deskhand may send messages, and with them its own token. */
import type { Identity } from './identity.ts'
import { isLoopback } from './loopback.ts'

/** Why we must not send to this address; undefined when we may. */
export function serviceUrlFault(serviceUrl: string, identity: Identity): string | undefined {
  const url = parse(serviceUrl)
  if (url === undefined) return 'is not a plain http address'
  switch (identity.kind) {
    case 'local':
      return isLoopback(url.hostname) ? undefined : 'is not on this machine'
    case 'trusted':
      return identity.connectorHosts.includes(url.host) ? undefined : 'is not in the trust file'
    case 'azure':
      if (url.protocol !== 'https:') return 'is not https'
      return identity.connectorHosts.includes(url.host) ? undefined : 'is not the Bot Connector of Teams'
  }
}

/** True when both name the same place: the case of the host and a slash at the end do not matter. */
export function sameServiceUrl(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)]
  return a !== undefined && b !== undefined && withoutSlash(a.href) === withoutSlash(b.href)
}

/** Every turn brings the same few addresses, four times each. */
const mostKnown = 64
const known = new Map<string, URL | undefined>()

function parse(serviceUrl: string): URL | undefined {
  if (known.has(serviceUrl)) return known.get(serviceUrl)
  if (known.size >= mostKnown) known.clear()
  const url = plainUrl(serviceUrl)
  known.set(serviceUrl, url)
  return url
}

/** Plain letters only, so that no two programs can read the address differently: no user, query or backslash. */
function plainUrl(serviceUrl: string): URL | undefined {
  if (!/^https?:\/\/[\w.[\]:-]+(\/[\w~.%/-]*)?$/i.test(serviceUrl)) return undefined
  return URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined
}

function withoutSlash(href: string): string {
  return href.replace(/\/+$/, '')
}
