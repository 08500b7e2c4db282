/** Names that are the same in every language: products, protocols, versions of Windows. */
import type { FactKind } from '../fact.ts'

/** How people write it; each is a phrase of words. */
type Spellings = readonly string[]

const vpn = {
  ikev2: ['ikev2', 'ike v2', 'ike 2'],
  l2tp: ['l2tp', 'l2tp ipsec', 'l2tp over ipsec', 'ipsec l2tp'],
  sstp: ['sstp'],
  pptp: ['pptp'],
  'always-on': ['always on vpn', 'always on', 'alwayson vpn', 'aovpn'],
} satisfies Record<string, Spellings>

const product = {
  anyconnect: [
    'anyconnect',
    'any connect',
    'cisco anyconnect',
    'cisco secure client',
    'cisco vpn',
    'cisco client',
  ],
  globalprotect: ['globalprotect', 'global protect', 'palo alto globalprotect'],
  forticlient: ['forticlient', 'forti client', 'fortinet client', 'fortinet vpn', 'forticlient vpn'],
  openvpn: ['openvpn', 'open vpn', 'openvpn connect'],
  wireguard: ['wireguard', 'wire guard'],
  'pulse-secure': ['pulse secure', 'pulsesecure', 'ivanti secure access', 'ivanti'],
  'check-point': ['checkpoint vpn', 'check point vpn', 'check point endpoint', 'endpoint security vpn'],
  ncp: ['ncp client', 'ncp secure entry', 'ncp vpn'],
  'sophos-connect': ['sophos connect', 'sophos vpn', 'sophos client'],
  zscaler: ['zscaler', 'zscaler client connector'],
  'shrew-soft': ['shrew', 'shrew soft', 'shrewsoft'],
  lancom: ['lancom client', 'lancom vpn', 'lancom advanced vpn client'],
  netextender: ['netextender', 'net extender', 'sonicwall netextender', 'sonicwall vpn'],
  'big-ip': ['big ip edge client', 'f5 vpn', 'f5 edge client', 'big ip edge'],
  citrix: ['citrix gateway', 'citrix vpn', 'citrix secure access'],
  tailscale: ['tailscale'],
  nordvpn: ['nordvpn', 'nord vpn'],
  expressvpn: ['expressvpn', 'express vpn'],
  surfshark: ['surfshark'],
  protonvpn: ['protonvpn', 'proton vpn'],
} satisfies Record<string, Spellings>

/** As their makers write them. */
const written: Readonly<Record<string, string>> = {
  ikev2: 'IKEv2',
  l2tp: 'L2TP',
  sstp: 'SSTP',
  pptp: 'PPTP',
  'always-on': 'Always On VPN',
  anyconnect: 'Cisco AnyConnect',
  globalprotect: 'GlobalProtect',
  forticlient: 'FortiClient',
  openvpn: 'OpenVPN',
  wireguard: 'WireGuard',
  'pulse-secure': 'Ivanti (Pulse) Secure',
  'check-point': 'Check Point',
  ncp: 'NCP Client',
  'sophos-connect': 'Sophos Connect',
  zscaler: 'Zscaler',
  'shrew-soft': 'Shrew Soft',
  lancom: 'LANCOM Client',
  netextender: 'SonicWall NetExtender',
  'big-ip': 'F5 BIG-IP Edge',
  citrix: 'Citrix',
  tailscale: 'Tailscale',
  nordvpn: 'NordVPN',
  expressvpn: 'ExpressVPN',
  surfshark: 'Surfshark',
  protonvpn: 'Proton VPN',
  mac: 'macOS',
  linux: 'Linux',
  ios: 'iOS',
  android: 'Android',
}

const system = {
  mac: ['macbook', 'mac os', 'macos', 'imac'],
  linux: ['linux', 'ubuntu'],
  ios: ['ipad'],
  android: ['android tablet'],
} satisfies Record<string, Spellings>

const clients = ['7', '8', '8.1', '10', '11']
const servers = ['2012', '2016', '2019', '2022', '2025']
const releases = ['20h2', '21h1', '21h2', '22h2', '23h2', '24h2', '25h2']

export interface NeutralName {
  readonly kind: FactKind
  readonly value: string
  readonly phrases: Spellings
}

export function neutralNames(): NeutralName[] {
  const named = [
    ...rows('vpn', vpn),
    ...rows('product', product),
    ...rows('system', system),
    ...clients.map(number =>
      windows(number, ['windows', 'win', 'windows version'], number.replace('.', ' ')),
    ),
    ...servers.map(year =>
      windows(`server-${year}`, ['server', 'windows server', 'win server', 'windows'], year),
    ),
  ]
  const versions = releases.map(value => ({ kind: 'release' as const, value, phrases: [value] }))
  return [...named, ...versions]
}

function windows(value: string, names: Spellings, number: string): NeutralName {
  const glued = /^\d{1,2}$/.test(number) && number !== '7' ? [`win${number}`, `windows${number}`] : []
  return { kind: 'windows', value, phrases: [...names.map(name => `${name} ${number}`), ...glued] }
}

function rows(kind: FactKind, names: Readonly<Record<string, Spellings>>): NeutralName[] {
  return Object.entries(names).map(([value, phrases]) => ({ kind, value, phrases }))
}

/** A value that needs no translation, as people write it; undefined: it has words of its own in each language. */
export function neutralText(kind: string, value: string): string | undefined {
  if (kind === 'windows') return `Windows ${value.replace('server-', 'Server ')}`
  if (kind === 'release') return value.toUpperCase()
  return kind === 'vpn' || kind === 'product' || kind === 'system' ? (written[value] ?? value) : undefined
}
