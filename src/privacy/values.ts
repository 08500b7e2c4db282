/** Could this word be the secret that a label announces? */
import { remarks } from './labels.ts'

/** Products, protocols and units that look like passwords. */
const terms =
  /^(?:office ?365|o365|m365|win(?:dows)?[-_ ]?(?:7|8|10|11|2\d{3})|wpa[23]?(?:[-/]\w+)*|wlan\d?|ikev[12]|l2tp(?:\/ipsec)?|sha-?\d+|md5|aes-?\d+(?:-\w+)*|3des|des|rsa-?\d*|mschap-?v2|ms-chap-?v2|ntlmv?\d?|eap-?\w*|peap|utf-?8|base64|ipv[46]|http\/?\d?|tls ?1\.\d|vpn\d{0,3}|802\.1x|phase ?[12]|pfx|pkcs-?12|x\.?509|g\d|usb-?c|mfa|2fa|sso)$/i

const placeholder = /^[⟨<[({*•●∙·_%$#-]|^x{3,}$|^\.{2,}$|^\$\{|^\{\{|removed|redacted|entfernt|hidden/i
const errorCode =
  /^(?:0x(?:f{8})?[0-9a-f]{1,8}|8[0-9a-f]{7}|c0[0-9a-f]{6}|-?2\d{9}|1(?:3[89]\d\d)|202\d\d|[6-9]\d\d)$/i
const constant = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/
const guid = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i
const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}[.:]\d{2}(?::\d{2})?(?:uhr|h|am|pm)?$/i
const versionOrAddress = /^v?\d+(?:\.\d+){1,4}(?:\/\d+|:\d+)?$/
const address = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$|^https?:\/\//i
const path = /^(?:[a-z]:\\|\\\\|HK(?:LM|CU|EY)|\/(?:etc|var|home|usr)\/)/i
const quantity = /^\d+(?:x|%|er|st|nd|rd|th|min|sec|ms|gb|mb|kb|h|m|s|d|mal|fach|자|자리|일|번|회)?$/i
const nothing =
  /^(?:null|none|nil|undefined|true|false|yes|no|on|off|required|missing|empty|wrong|invalid|expired|falsch|leer|abgelaufen)$/i
const fingerprint = /^(?:[0-9a-f]{2}:){5,}[0-9a-f]{2}$/i

/** True for what is a reading of the problem, not a secret: codes, addresses, dates, names of things. */
export function isHarmless(value: string): boolean {
  return [
    placeholder,
    errorCode,
    constant,
    guid,
    date,
    versionOrAddress,
    address,
    path,
    fingerprint,
    terms,
  ].some(form => form.test(value))
}

/** Letters together with digits or signs, or capitals in the middle: nobody writes words like that. */
export function looksSecret(value: string): boolean {
  if (value.length < 4 || isHarmless(value) || quantity.test(value)) return false
  if (!/\p{L}/u.test(value)) return /\d/.test(value) && /[^\d\s.,:/-]/.test(value)
  if (/\d/.test(value)) return true
  if (/[!$%&*+=?@^~§#€£]/.test(value.slice(0, -1)) || /[$%&*+=@^~§#€£]$/.test(value)) return true
  return /\p{Ll}\p{Lu}/u.test(value) && value.length >= 6 && !/^(?:Mac|Mc|e|i)\p{Lu}/u.test(value)
}

/** A word like any other, but no remark about a password: "hunter", "azerty". */
export function isPlainCandidate(value: string, shortest: number): boolean {
  return isQuotedCandidate(value, shortest) && !looksLikeRemark(value.toLowerCase())
}

/** Within quotes a word is rarely a remark; only the known ones count. */
export function isQuotedCandidate(value: string, shortest: number): boolean {
  if ([...value].length < shortest || !/^[\p{L} _'-]+$/u.test(value) || isHarmless(value)) return false
  return !remarks.has(value.toLowerCase())
}

/** Participles and adverbs of the languages: "zurückgesetzt", "réinitialisé", "dimenticata". */
function looksLikeRemark(word: string): boolean {
  return (
    /^(?:ge|zurückge|abge|einge|ausge|umge|nachge|freige|ver|be|ent|er|zer)\p{L}{3,}(?:t|en)$/u.test(word) ||
    /(?:lich|ung|bar|los|isch)$/.test(word) ||
    /(?:ing|ly|able|tion|less)$/.test(word) ||
    /(?:ée?s?|tion|able)$/.test(word) ||
    /(?:at[oa]|ut[oa]|it[oa]|zione|bile|mente)$/.test(word) ||
    /(?:ad[oa]|id[oa]|ción)$/.test(word) ||
    (word.length > 6 && /(?:ed)$/.test(word)) ||
    /(?:요|니다|나요|까요|세요|네요)$/.test(word)
  )
}

/** `pwd=geheim`: in an assignment nearly every word is the value. */
export function isAssigned(value: string): boolean {
  return value.length >= 3 && !isHarmless(value) && !nothing.test(value)
}

/** A password of digits only; never a code of ours. */
export function isDigits(value: string, from: number, to: number): boolean {
  return /^\d+$/.test(value) && value.length >= from && value.length <= to && !errorCode.test(value)
}
