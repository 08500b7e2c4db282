/** Where messages of many conversations wait for the same meters: the most urgent first, else as they came. */
import type { Store } from '../../store/store.ts'
import { type Meter, type Spent, spend } from './meter.ts'

export interface GatesParts {
  readonly account: Store['account']
  readonly meters: readonly Meter[]
  wait(ms: number): Promise<void>
}

/** The smaller, the more urgent. May fall while it waits. */
export type Rank = () => number

/** Nobody has asked for it: what the meters keep in reserve is for the others. */
export const lastRank = 2

/** When the database does not answer. */
export const awayMs = 1_000

interface Gate {
  readonly name: string
  readonly waiting: { readonly rank: Rank; readonly go: () => void }[]
}

/** Resolves when one more may go; `name` is that of the account, shared by all instances. */
export function createGates({
  account,
  meters,
  wait,
}: GatesParts): (name: string, rank: Rank) => Promise<void> {
  const gates = new Map<string, Gate>()

  function enter(name: string, rank: Rank): Promise<void> {
    const gate = gates.get(name) ?? { name, waiting: [] }
    const entered = new Promise<void>(go => gate.waiting.push({ rank, go }))
    if (!gates.has(name)) {
      gates.set(name, gate)
      void serve(gate)
    }
    return entered
  }

  async function serve(gate: Gate): Promise<void> {
    while (gate.waiting.length > 0) {
      const pauseMs = await letIn(gate).catch(() => awayMs)
      if (pauseMs > 0) await wait(pauseMs)
    }
    gates.delete(gate.name)
  }

  /** Answers how long those who are left have to wait. */
  async function letIn(gate: Gate): Promise<number> {
    let spent: Spent | undefined
    await account(gate.name, (state, now) => {
      const chats = gate.waiting.filter(({ rank }) => rank() < lastRank).length
      spent = spend(meters, state, now, { chats, all: gate.waiting.length })
      return spent.account
    })
    gate.waiting.sort((a, b) => a.rank() - b.rank())
    for (const { go } of gate.waiting.splice(0, spent?.granted ?? 0)) go()
    return spent?.pauseMs ?? 0
  }

  return enter
}
