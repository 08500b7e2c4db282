/** The checker has to turn red when a guard of the product is missing, and stay green when it is there. */
import { startPostgres } from '../../support/postgres.ts'
import type { Verdict } from '../checker.ts'
import { drill, type Finding, finding } from '../drill.ts'
import { type Proof, proofs } from '../proofs.ts'
import type { Guard } from '../sabotages.ts'

export { drillSabotages as drill }

const drillSabotages = drill({
  about: 'plants one bug after the other and shows that the checker finds it',
  figures: {
    /** 1: each scenario also without the bug, where nothing may be found. */
    without: { full: 1, quick: 0 },
  },
  settings: ['only'],
  async run({ without }, { only }) {
    const postgres = await startPostgres({ durable: true })
    const findings: Finding[] = []
    const wanted = (Object.entries(proofs) as [Guard, Proof][]).filter(([guard]) => !only || only === guard)
    for (const [guard, { planted, kind, run }] of wanted) {
      const red = await run([guard], async () => postgres)
      findings.push(finding(`planted (${guard}): ${planted}`, seen(red), kindsOf(red).has(kind)))
      if (without === 0) continue
      const green = await run([], async () => postgres)
      findings.push(
        finding(`the same without the bug (${guard})`, seen(green), green.violations.length === 0),
      )
    }
    await postgres.stop()
    return findings
  },
})

function kindsOf({ violations }: Verdict): ReadonlySet<string> {
  return new Set(violations.map(({ kind }) => kind))
}

/** `lost 12, unfinished 3` */
function seen(verdict: Verdict): string {
  const kinds = [...kindsOf(verdict)].map(
    name => `${name} ${verdict.violations.filter(({ kind }) => kind === name).length}`,
  )
  return `${kinds.join(', ') || 'nothing found'}; ${verdict.acknowledged} activities`
}
