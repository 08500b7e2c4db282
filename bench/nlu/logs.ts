/** Logs as people paste them, made up line by line: the same seed gives the same log. */
import type { Random } from '../../src/knowledge/matcher/random.ts'

export type LogStyle = 'charon' | 'oakley' | 'events'

export const logStyles: readonly LogStyle[] = ['charon', 'oakley', 'events']

/** `lines` lines without a line end behind the last. */
export function logOf(style: LogStyle, lines: number, random: Random): string {
  const any = picker(random)
  return Array.from({ length: lines }, (_, n) => lineOf[style](n, any)).join('\n')
}

interface Any {
  readonly of: (choices: readonly string[]) => string
  readonly number: (from: number, to: number) => number
  readonly hex: (digits: number) => string
}

function picker(random: Random): Any {
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    number,
    of: choices => choices[number(0, choices.length - 1)] ?? '',
    hex: digits => Array.from({ length: digits }, () => number(0, 15).toString(16)).join(''),
  }
}

const lineOf: Readonly<Record<LogStyle, (n: number, any: Any) => string>> = { charon, oakley, events }

function time(n: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(n / 3600) % 24)}:${two(Math.floor(n / 60) % 60)}:${two(n % 60)}`
}

function address({ number }: Any): string {
  return `${number(10, 212)}.${number(0, 255)}.${number(0, 255)}.${number(1, 254)}`
}

function charon(n: number, any: Any): string {
  const peer = address(any)
  return `Nov 03 ${time(n)} gw${any.number(1, 9)} charon: ${any.number(1, 16)}${any.of([
    `[NET] <vpn|${n}> received packet: from ${peer}[500] to 10.0.0.4[500] (${any.number(60, 900)} bytes)`,
    `[ENC] <vpn|${n}> parsed IKE_SA_INIT request 0 [ SA KE No N(NATD_S_IP) N(NATD_D_IP) N(FRAG_SUP) ]`,
    `[CFG] <vpn|${n}> looking for peer configs matching 10.0.0.4[%any]...${peer}[anna.muster@firma.example]`,
    `[IKE] <vpn|${n}> IKE_SA vpn[${n}] state change: CONNECTING => ESTABLISHED`,
    `[IKE] <vpn|${n}> sending retransmit ${any.number(1, 5)} of request message ID ${any.number(0, 9)}, seq ${n}`,
    `[CHD] <vpn|${n}> CHILD_SA vpn{${n}} established with SPIs c${any.hex(7)}_i c${any.hex(7)}_o`,
    `[IKE] <vpn|${n}> received AUTHENTICATION_FAILED notify error`,
    `[DMN] <vpn|${n}> keepalive to ${peer}[4500], key size ${any.number(128, 4096)}, port ${any.number(1, 65535)}`,
  ])}`
}

function oakley(n: number, any: Any): string {
  return `11-03: ${time(n)}:${any.number(100, 999)}:${any.hex(3)} ${any.of([
    `Receive: (get) SA = 0x${any.hex(8)} from ${address(any)}.500`,
    `ISAKMP Header: (V1.0), len = ${any.number(80, 900)}, I-COOKIE ${any.hex(16)}, exchange: Oakley Main Mode`,
    `processing payload VENDOR ID, data ${any.hex(32)}`,
    `Find Policy by Address: Src = ${address(any)}, Dst = ${address(any)}, DstMask = 255.255.255.255`,
    `isadb_schedule_kill_oldPolicy_sas: ${any.hex(8)}-${any.hex(4)}-4${any.hex(3)}-${any.hex(4)}${any.hex(12)} 4`,
    `Certificate based Identity. Peer Subject CN=vpn${any.number(1, 40)}.firma.example, OU=IT, O=Firma`,
    `constructing ISAKMP Header, constructing KE, constructing NONCE (ISAKMP)`,
    `ProcessFailure: sa:0x${any.hex(8)} centry:0x00000000 status:35e9`,
  ])}`
}

function events(n: number, any: Any): string {
  return `${any.of(['Information', 'Informationen', 'Fehler', 'Error', 'Avertissement'])},2026-11-03 ${time(n)},${any.of(
    [
      `RasClient,${any.number(20220, 20230)},None,"CoId={${any.hex(8)}-${any.hex(4)}-4${any.hex(3)}-${any.hex(4)}-${any.hex(12)}}: The user FIRMA\\anna dialed a connection named Firma VPN which has failed. The error code returned on failure is 809."`,
      `Service Control Manager,7036,Keine,"Dienst ""Windows Update"" befindet sich jetzt im Status ""Ausgeführt""."`,
      `Microsoft-Windows-Security-Auditing,${any.number(4600, 5200)},Logon,"An account was successfully logged on. Subject: S-1-5-${any.number(10, 99)} LogonId 0x${any.hex(6)}"`,
      `DistributedCOM,10016,Aucun,"Les paramètres d’autorisation propres à l’application n’accordent pas l’autorisation Activation locale"`,
      `Microsoft-Windows-DNS-Client,1014,None,"Name resolution for the name wpad${any.number(1, 99)}.firma.example timed out after none of the servers responded."`,
      `Kernel-Power,${any.number(40, 200)},(${any.number(10, 99)}),"The system session has transitioned from ${any.number(1, 99)} to ${any.number(1, 99)}."`,
      `disk,${any.number(1, 160)},Nessuna,"È stato rilevato un errore nel dispositivo \\Device\\Harddisk${any.number(0, 3)} durante un'operazione di paging."`,
    ],
  )}`
}
