/** What every drill looks like: figures it can be told, and findings it comes back with. */

/** One line of the table: what was looked at, what was seen, and whether that is as promised. */
export interface Finding {
  readonly what: string
  readonly saw: string
  readonly good: boolean
}

/** The same drill in full, and short enough for a test run. */
export interface Figure {
  readonly full: number
  readonly quick: number
}

export interface Drill {
  /** One sentence for the list of drills. */
  readonly about: string
  readonly figures: Readonly<Record<string, Figure>>
  /** Further options, as text; absent unless told. */
  readonly settings: readonly string[]
  run(told: Told): Promise<readonly Finding[]>
}

/** The command line: options by name, as typed. */
export interface Told {
  readonly quick: boolean
  readonly values: Readonly<Record<string, string | undefined>>
}

interface Described<Name extends string, Setting extends string> {
  readonly about: string
  readonly figures: Readonly<Record<Name, Figure>>
  readonly settings?: readonly Setting[]
  run(
    figures: Readonly<Record<Name, number>>,
    settings: Readonly<Record<Setting, string | undefined>>,
  ): Promise<readonly Finding[]>
}

/** Typed by its names, so that a drill cannot ask for an option that nobody can give. */
export function drill<Name extends string, Setting extends string = never>(
  described: Described<Name, Setting>,
): Drill {
  const { about, figures, settings = [] } = described
  return {
    about,
    figures,
    settings,
    run({ quick, values }) {
      const number = (name: Name) => Number(values[name] ?? figures[name][quick ? 'quick' : 'full'])
      const names = Object.keys(figures) as Name[]
      return described.run(
        record(names, number),
        record(settings, name => values[name]),
      )
    },
  }
}

export function finding(what: string, saw: string | number, good: boolean): Finding {
  return { what, saw: String(saw), good }
}

function record<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) {
  return Object.fromEntries(names.map(name => [name, value(name)])) as Record<Name, Value>
}
