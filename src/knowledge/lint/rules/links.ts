/** Links that a card does not make a link of, or that lead nowhere. Nothing is fetched. */
import { Lexer, type Token, type Tokens } from 'marked'
import { fill } from '../../placeholders.ts'
import { allPassages, type Desk } from '../desk.ts'
import { tokensIn } from '../markdown.ts'
import type { Rule } from '../problem.ts'

export const brokenLink: Rule = {
  name: 'broken-link',
  *find(desk: Desk) {
    for (const { kind, text, language, file, line: first } of allPassages(desk)) {
      if (kind === 'phrase') continue
      for (const { token, line } of tokensIn(text, Lexer.lex(text))) {
        if (!isLink(token)) continue
        const wrong = wrongWith(token, fill(withBraces(token.href), language, desk.library))
        if (wrong === undefined) continue
        yield { file, line: first + line, message: wrong[0], cure: wrong[1] }
      }
    }
  },
}

/** marked writes the braces of a placeholder as an address would. */
function withBraces(address: string): string {
  return address.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link'
}

function wrongWith(
  { raw, text, title }: Tokens.Link,
  address: string,
): readonly [string, string] | undefined {
  const whole = 'Write [what it is](https://the.whole.address).'
  if (address.startsWith('mailto:') && !raw.startsWith('[')) return undefined
  if (!raw.startsWith('[')) return [`the bare address ${address} cannot be pressed in a card`, whole]
  if (text.trim() === '') return [`the link to ${address} has no words to press`, whole]
  if (title) return [`the link to ${address} has a title, which becomes part of the address`, 'Remove it.']
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') return [`the link "${address}" is no https address`, whole]
  if (url.username || url.password) return [`the link to ${url.host} holds a user name`, 'Take it out.']
  if (reserved.test(url.hostname) || !url.hostname.includes('.'))
    return [`the link "${address}" leads nowhere`, 'Put in the real address, best as {org:…}.']
  return undefined
}

/** Names that nobody can own (RFC 2606), and the sample companies of Microsoft's documents. */
const reserved = /(^|\.)(example|test|invalid|localhost|example\.(com|org|net)|contoso\.com|fabrikam\.com)$/
