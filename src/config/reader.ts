/** Reads environment variables one by one and keeps every problem, so that the operator sees all of them at once. */

export type Environment = Readonly<Record<string, string | undefined>>

export interface Reader {
  /** True also for a variable that is set to nothing. */
  isSet(name: string): boolean
  /** The value; undefined when the variable is not set, or set to nothing, which is a problem. */
  text(name: string): string | undefined
  /** The value when it has this form; otherwise undefined and a problem that says what was expected. */
  matching(name: string, form: RegExp, expected: string): string | undefined
  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T
  port(name: string, otherwise: number): number
  /** Values between commas; undefined when the variable is not set. */
  list(name: string, form: RegExp, expected: string): readonly string[] | undefined
  problem(sentence: string): void
}

export function reader(env: Environment, problems: string[]): Reader {
  const problem = (sentence: string): void => {
    if (!problems.includes(sentence)) problems.push(sentence)
  }
  const from: Source = { env, problem }
  return {
    problem,
    isSet: name => env[name] !== undefined,
    text: name => text(from, name),
    matching: (name, form, expected) => matching(from, name, form, expected),
    oneOf: (name, allowed, otherwise) => oneOf(from, name, allowed, otherwise),
    port: (name, otherwise) => port(from, name, otherwise),
    list: (name, form, expected) => list(from, name, form, expected),
  }
}

interface Source {
  readonly env: Environment
  problem(sentence: string): void
}

function text({ env, problem }: Source, name: string): string | undefined {
  const value = env[name]
  const fault = value === undefined ? undefined : faultOf(value)
  if (fault === undefined) return value
  problem(`${name} ${fault}`)
  return undefined
}

function matching(from: Source, name: string, form: RegExp, expected: string): string | undefined {
  const value = text(from, name)
  if (value === undefined || form.test(value)) return value
  from.problem(`${name} is ${shown(value)}; expected ${expected}`)
  return undefined
}

function oneOf<T extends string>(from: Source, name: string, allowed: readonly T[], otherwise: T): T {
  const value = text(from, name)
  const found = value === undefined ? otherwise : allowed.find(one => one === value)
  if (found === undefined) from.problem(`${name} is ${shown(value)}; expected ${allowed.join(', ')}`)
  return found ?? otherwise
}

function port(from: Source, name: string, otherwise: number): number {
  const value = matching(from, name, /^\d{1,5}$/, 'a number from 0 to 65535')
  if (value === undefined) return otherwise
  if (Number(value) > 65_535) from.problem(`${name} is ${value}; expected a number from 0 to 65535`)
  return Number(value)
}

function list(from: Source, name: string, form: RegExp, expected: string): readonly string[] | undefined {
  const value = text(from, name)
  const values = value?.split(',').map(one => one.trim())
  const wrong = values?.filter(one => !form.test(one)) ?? []
  for (const one of wrong) from.problem(`${name} contains ${shown(one)}; expected ${expected}`)
  return values
}

/** A variable set to nothing is a half done configuration: an unresolved secret must not open local mode. */
function faultOf(value: string): string | undefined {
  if (value.trim() === '') return 'is set but empty; give it a value or remove it'
  if (value !== value.trim()) return 'begins or ends with a space, as happens when pasting; remove it'
  return undefined
}

function shown(value: string | undefined): string {
  const text = value ?? ''
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
