/** Secrets with a form of their own: tokens, cloud keys, cookies, passwords in addresses. */
import { type Form, findForms } from './forms.ts'

const queryNames =
  'sig|signature|access_token|id_token|refresh_token|token|api_?key|auth|key|secret|client_secret|session'
const cookieNames =
  'jsessionid|phpsessid|asp\\.net_sessionid|connect\\.sid|session_?id|laravel_session|estsauth|\\.aspnet|xsrf-token|csrftoken|ssotoken|dsid|webvpn|svpncookie|wordpress_logged_in'

/** Each begins with fixed letters, so that most positions of a text are left at once. */
const forms: readonly Form[] = [
  {
    kind: 'token',
    clue: 'eyj',
    overLines: true,
    form: /(?<s>\beyJ[\w-]{8,}(?:\.[\w-]{4,}){0,2}(?:\n[\w.-]{20,}){0,40})/dg,
  },
  {
    kind: 'token',
    clue: 'akia|asia|aida|aroa|agpa',
    form: /(?<s>\b(?:AKIA|ASIA|AIDA|AROA|AGPA)[A-Z0-9]{16}\b)/dg,
  },
  {
    kind: 'token',
    clue: 'gh[pousr]_|github_pat_|glpat-',
    form: /(?<s>\bgh[pousr]_[A-Za-z0-9]{20,255}|\bgithub_pat_\w{20,255}|\bglpat-[\w-]{16,80})/dg,
  },
  {
    kind: 'token',
    clue: 'xox[abeoprs]-|xapp-',
    form: /(?<s>\bxox[abeoprs]-[\w-]{10,255}|\bxapp-[\w-]{10,255})/dg,
  },
  {
    kind: 'token',
    clue: 'aiza|ya29\\.|gocspx-',
    form: /(?<s>\bAIza[\w-]{30,60}|\bya29\.[\w-]{20,500}|\bGOCSPX-[\w-]{20,60})/dg,
  },
  {
    kind: 'token',
    clue: '[sr]k_(?:live|test)_|whsec_',
    form: /(?<s>\b(?:sk|rk)_(?:live|test)_\w{10,255}|\bwhsec_\w{16,255})/dg,
  },
  {
    kind: 'token',
    clue: 'sk-|hf_',
    form: /(?<s>\bsk-(?:ant-|proj-)?[\w-]{20,255}|\bhf_[A-Za-z0-9]{20,80})/dg,
  },
  {
    kind: 'token',
    clue: 'sg\\.|key-|dapi',
    form: /(?<s>\bSG\.[\w-]{16,64}\.[\w-]{16,64}|\bkey-[0-9a-f]{32}\b|\bdapi[0-9a-f]{32}\b)/dg,
  },
  {
    kind: 'token',
    clue: 'npm_|pypi-|hv[sb]\\.',
    form: /(?<s>\bnpm_[A-Za-z0-9]{30,60}|\bpypi-[\w-]{50,255}|\bhv[sb]\.[\w-]{20,255})/dg,
  },
  {
    kind: 'token',
    clue: 'do[op]_v1_|shp(?:at|ca|ss)_|atatt3x',
    form: /(?<s>\bdo[op]_v1_[0-9a-f]{64}\b|\bshp(?:at|ca|ss)_[0-9a-f]{32}\b|\bATATT3x[\w=-]{20,255})/dg,
  },
  { kind: 'token', clue: 'q~', form: /(?<s>\b[\w~.-]{3}\dQ~[\w~.-]{28,40})/dg },
  { kind: 'token', clue: ':aa', form: /(?<s>\b\d{8,10}:AA[\w-]{30,40})/dg },
  {
    kind: 'token',
    clue: 'hooks\\.slack\\.com/services/',
    form: /hooks\.slack\.com\/services\/(?<s>[\w/]{20,100})/dg,
  },
  {
    kind: 'token',
    clue: 'webhook\\.office\\.com/webhookb2/',
    form: /webhook\.office\.com\/webhookb2\/(?<s>[\w@/-]{20,300})/dg,
  },
  { kind: 'private-key', clue: 'age-secret-key-1', form: /(?<s>\bAGE-SECRET-KEY-1[A-Z0-9]{20,80})/dg },
  {
    kind: 'token',
    clue: 'bearer|basic|negotiate|ntlm',
    overLines: true,
    form: /\b(?:bearer|basic|negotiate|ntlm)[ \n](?<s>(?=\S{0,80}[0-9=])[\w+/=.~-]{12,4000})/dgi,
  },
  {
    kind: 'token',
    clue: 'authorization',
    form: /\bauthorization["']?[:=] ?["']?(?:[A-Za-z]{3,12} )?(?<s>(?=\S{0,80}\d)[^\s"',]{8,4000})/dgi,
  },
  {
    kind: 'token',
    clue: `[?&;](?:${queryNames})=`,
    form: /[?&;](?:sig|signature|access_token|id_token|refresh_token|token|api_?key|auth|key|secret|client_secret|session)=(?<s>[^\s&;"'<>⟨]{8,2000})/dgi,
  },
  { kind: 'token', clue: '[?&]code=', form: /[?&]code=(?!0x)(?<s>[^\s&;"'<>⟨]{20,2000})/dgi },
  {
    kind: 'password',
    clue: '[?&;](?:password|passwd|pwd|pass)=',
    form: /[?&;](?:password|passwd|pwd|pass)=(?<s>[^\s&;"'<>⟨]{1,500})/dgi,
  },
  { kind: 'cookie', clue: 'cookie:', form: /\b(?:set-)?cookie: ?(?<s>[^\n=⟨]{1,80}=[^\n⟨]{1,8000})/dgi },
  {
    kind: 'cookie',
    clue: cookieNames,
    form: /\b(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|connect\.sid|session_?id|laravel_session|ESTSAUTH\w{0,20}|\.AspNet(?:Core)?\.\w{1,40}|XSRF-TOKEN|csrftoken|SSOToken|DSID|webvpn|SVPNCOOKIE|wordpress_logged_in\w{0,40})=(?<s>[^\s;"'⟨]{6,4000})/dgi,
  },
  {
    kind: 'password',
    clue: '://',
    form: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,100}:(?<s>[^\s@/⟨]{1,200})@/dgi,
  },
]

export const keys = findForms(forms)
