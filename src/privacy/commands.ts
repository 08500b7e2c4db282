/** Passwords and keys as commands and configuration files carry them, without a label of their own. */
import { type Form, findForms } from './forms.ts'
import type { Finder } from './secrets.ts'
import { isPlainCandidate } from './values.ts'

const value = `["'“„]?(?<s>[^\\s"'”“⟨*]{2,200})`
/** "Login: anna / Sommer2025!". */
const pair =
  '(?:log[io]n|credentials?|zugangsdaten|anmeldedaten|logindaten|user ?/ ?pass(?:word)?|benutzer ?/ ?(?:pw|passwort)|identifiants?|credenziali|credenciales|acceso|accesso|로그인)'
const forms: readonly Form[] = [
  {
    kind: 'password',
    clue: 'log[io]n|credential|zugangsdaten|anmeldedaten|logindaten|user ?/ ?pass|benutzer ?/ ?p|identifiant|credenziali|credenciales|acceso|accesso|로그인',
    form: line(`${pair} ?[:=] ?[^\\s/:|]{2,60} ?[/:|] ?(?=\\S{0,60}[\\d!$%&*+=?@#])(?<s>[^\\s"'⟨]{5,100})`),
  },
  {
    kind: 'password',
    clue: 'rasdial',
    form: line(`rasdial(?:\\.exe)? (?:"[^"\\n]{1,80}"|[^\\s"]{1,80}) (?!/)\\S{1,80} (?!/)${value}`),
  },
  {
    kind: 'password',
    clue: 'net use ',
    form: line(`net use [^\\n]{0,120}?/user:\\S{1,80} (?![/\\\\])${value}`),
  },
  {
    kind: 'password',
    clue: 'net use ',
    form: line(`net use \\S{1,120} (?:\\\\\\\\\\S{1,120} )?(?![/\\\\])${value} /user`),
  },
  { kind: 'password', clue: 'net user ', form: line(`net user \\S{1,60} (?![/\\\\])${value}`) },
  {
    kind: 'password',
    clue: 'curl ',
    form: line(`curl [^\\n]{0,200}?(?:-u|--user) ["']?[^\\s:"']{1,80}:(?<s>[^\\s"'⟨]{1,200})`),
  },
  {
    kind: 'password',
    clue: 'sshpass|psexec|mysql|plink',
    form: line(`(?:sshpass|psexec|mysql|mysqldump|plink)(?:\\.exe)? [^\\n]{0,120}?-pw? ?${value}`),
  },
  {
    kind: 'password',
    clue: 'cmdkey|rasphone|mstsc|runas|wmic|schtasks',
    form: line(
      `(?:cmdkey|rasphone|mstsc|runas|wmic|schtasks) [^\\n]{0,160}?[/-](?:pass|password|p|rp)[: ]${value}`,
    ),
  },
  { kind: 'pin', clue: 'cv[vc]2?[ :=]', form: line(`cv[vc]2?[ :=]{1,3}(?<s>\\d{3,4})(?!\\d)`) },
  {
    kind: 'psk',
    clue: '-(?:l2tppsk|presharedkey|psk) ',
    form: line(`-(?:l2tppsk|presharedkey|psk) ${value}`),
  },
  {
    kind: 'password',
    clue: '-(?:password|adminpassword|pass) ',
    form: line(`-(?:password|adminpassword|pass) (?!\\(|\\$)${value}`),
  },
  {
    kind: 'password',
    clue: 'convertto-securestring ',
    form: line(`convertto-securestring (?:-string )?(?!\\$)${value}`),
  },
  {
    kind: 'psk',
    clue: 'crypto (?:isakmp|ikev1|ikev2) key ',
    form: line(`crypto (?:isakmp|ikev1|ikev2) key (?:\\d )?${value} address`),
  },
  {
    kind: 'psk',
    clue: 'pre-shared-(?:key|secret) ',
    form: line(
      `pre-shared-(?:key|secret) (?:local |remote |address \\S{1,60} key |ascii-text |hexadecimal |\\d )?${value}`,
    ),
  },
  {
    kind: 'psk',
    clue: '(?:set|ike) (?:psksecret|psk|preshared-key) ',
    form: line(`(?:set|ike) (?:psksecret|psk|preshared-key) (?:ENC )?${value}`),
  },
  { kind: 'psk', clue: ': ?psk ', form: line(`: ?PSK ${value}`) },
  {
    kind: 'password',
    clue: ': ?(?:eap|xauth|ntlm|rsa) ',
    form: line(`: ?(?:EAP|XAUTH|NTLM|RSA \\S{1,80}) "(?<s>[^"\\n⟨]{1,200})"`),
  },
  {
    kind: 'password',
    clue: ' (?:password|secret) ',
    form: line(`(?:username|user) \\S{1,60} (?:privilege \\d{1,2} )?(?:password|secret) (?:\\d )?${value}`),
  },
  {
    kind: 'password',
    clue: '(?:enable|login) (?:secret|password) ',
    form: line(`(?:enable|login) (?:secret|password) (?:\\d )?${value}`),
  },
  {
    kind: 'psk',
    clue: 'secret ',
    form: line(`(?:ikev?[12]?|ipsec|vpn)[ -](?:secret|shared-secret) (?!is |ist |est |è )${value}`),
  },
]

const found = findForms(forms)

export const commands: Finder = {
  clues: found.clues,
  find: (text, seen) => found.find(text, seen).filter(({ start, end }) => !isRemark(text.slice(start, end))),
}

/** "Pre-shared-key mismatch" is a sentence, no command. */
function isRemark(value: string): boolean {
  return /^[\p{L}-]+$/u.test(value) && !isPlainCandidate(value, 2)
}

function line(source: string): RegExp {
  return new RegExp(`(?<![\\w-])${source}`, 'gdi')
}
