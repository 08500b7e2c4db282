/** From where a file may be fetched, and where the bot's token may be shown. Everything else is never connected to. */
import { type Identity, serviceUrlFault } from '../config.ts'
import type { Attached } from '../turn/inbound.ts'

export type Source =
  | { readonly kind: 'source'; readonly url: URL; readonly withToken: boolean }
  | { readonly kind: 'refused'; readonly reason: string }

/** Addresses of SharePoint carry their own permission and are long. */
const longest = 8_000
/** The tenant's SharePoint and, with `-my`, OneDrive: one name below sharepoint.com. */
const sharePoint = /^[a-z0-9-]{1,63}\.sharepoint\.com$/

/** `serviceUrl`: of the activity the file came with. */
export function sourceOf(
  file: Pick<Attached, 'url' | 'from'>,
  serviceUrl: string,
  identity: Identity,
): Source {
  const url = parse(file.url)
  if (url === undefined) return refused('no plain http address')
  const connector =
    serviceUrlFault(serviceUrl, identity) === undefined ? new URL(serviceUrl).origin : undefined
  if (url.origin === connector) return { kind: 'source', url, withToken: file.from === 'connector' }
  return mayBeLinked(url, identity)
    ? { kind: 'source', url, withToken: false }
    : refused('a host that is not allowed')
}

/** Places besides the connector. They are asked without a token. */
function mayBeLinked(url: URL, identity: Identity): boolean {
  switch (identity.kind) {
    case 'local':
      return false
    case 'trusted':
      return identity.connectorHosts.includes(url.host)
    case 'azure':
      return url.protocol === 'https:' && url.port === '' && sharePoint.test(url.hostname)
  }
}

/** Plain characters only, no user and no backslash, so that no two programs can read the address differently. */
function parse(address: string): URL | undefined {
  if (address.length > longest || !/^https?:\/\/[\w.[\]:-]+([/?][!$-;=?-[\]_a-z~]*)?$/i.test(address))
    return undefined
  return URL.canParse(address) ? new URL(address) : undefined
}

function refused(reason: string): Source {
  return { kind: 'refused', reason }
}
