/** An upgrade that is killed again and again, on both databases; and databases of a newer program. */
import { migrations } from '../../../src/store/migrations.ts'
import { drill, type Finding, finding } from '../drill.ts'
import { type Interrupted, interrupt } from '../migration/interrupted.ts'

export { drillMigration as drill }

const drillMigration = drill({
  about: 'an upgrade of the tables, killed in the middle; --database sqlite or postgres for one of them',
  figures: {
    /** In the database of the version before. */
    conversations: { full: 2_000, quick: 100 },
    kills: { full: 10, quick: 2 },
  },
  settings: ['database'],
  async run(figures, { database }) {
    const findings: Finding[] = []
    for (const backend of ['sqlite', 'postgres'] as const) {
      if (database !== undefined && database !== backend) continue
      findings.push(...lines(backend, await interrupt({ backend, ...figures })))
    }
    return findings
  },
})

function lines(backend: string, seen: Interrupted): Finding[] {
  const { deaths, wrong, version, integrity, unsent, arrived, newer, together } = seen
  const different = [...new Set(deaths)].map(sql => sql.slice(0, 40))
  const line = (what: string, saw: string | number, good: boolean) =>
    finding(`${backend}: ${what}`, saw, good)
  return [
    line('deaths; at different statements', `${deaths.length}; ${different.join(' / ')}`, true),
    line('rows or pages that were not as before', wrong.join(', ') || 0, wrong.length === 0),
    line('version afterwards', version, version === migrations.length),
    line('integrity check', integrity, integrity === 'ok'),
    line('unsent before; sent after the upgrade', `${unsent}; ${arrived}`, unsent === arrived),
    ...newer.map(({ what, said, good }) => line(what, said, good)),
    ...(together
      ? [
          line(
            'changes of tables alone; by two that started together',
            `${together.alone}; ${together.both}`,
            together.alone === together.both,
          ),
        ]
      : []),
  ]
}
