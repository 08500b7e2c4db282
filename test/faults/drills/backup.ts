/** A backup while turns come in, restored, and asked what it knows. */
import { pgDumpVersion, type Ran, serverVersionFromNpm } from '../backup/command.ts'
import { type BackedUp, backUp, type Delay } from '../backup/restored.ts'
import { drill, type Finding, finding } from '../drill.ts'

export { drillBackup as drill }

/** pg_dump takes no server that is newer than itself. */
const serverVersion = serverVersionFromNpm()

const drillBackup = drill({
  about: 'a backup under load, restored; --database sqlite or postgres for one of them',
  figures: {
    /** Turns a second. */
    rate: { full: 200, quick: 50 },
    /** Before the backup begins. */
    seconds: { full: 60, quick: 4 },
  },
  settings: ['database'],
  async run({ rate: perSecond, seconds }, { database }) {
    const findings: Finding[] = []
    if (database !== 'postgres') {
      findings.push(...lines('sqlite', await backUp({ database: 'sqlite', perSecond, seconds })))
    }
    const version = await pgDumpVersion()
    if (database === 'sqlite') return findings
    if (version !== undefined && version >= serverVersion) {
      findings.push(...lines('postgres', await backUp({ database: 'postgres', perSecond, seconds })))
    } else {
      const found = version === undefined ? 'no pg_dump here' : `pg_dump ${version} here`
      const saw = `not tried: ${found}, the server from npm is ${serverVersion} and brings none`
      findings.push(finding('postgres', saw, true))
    }
    return findings
  },
})

function lines(backend: string, seen: BackedUp): Finding[] {
  const { backup, restore, perSecond, calm, during, known, integrity } = seen
  const { before, refused, answered, later, laterAnswered } = known
  const line = (what: string, saw: string | number, good: boolean) =>
    finding(`${backend}: ${what}`, saw, good)
  return [
    line('turns a second', Math.round(perSecond), true),
    line('backup', `${ms(backup.ms)}; ${contents(backup)}`, backup.code === 0),
    line('restore', `${ms(restore.ms)}; ${contents(restore)}`, restore.code === 0),
    line('acknowledged before the backup; while it ran', `${spread(calm)}; ${spread(during)}`, true),
    line(
      'acknowledged before it began; not known to the restored',
      `${before}; ${answered}`,
      before > 0 && answered === 0,
    ),
    line('of these refused when they came again', refused, refused === 0),
    line(
      'begun after it had ended; not known to the restored',
      `${later}; ${laterAnswered}`,
      later > 0 && later === laterAnswered,
    ),
    line('integrity check', integrity, integrity === 'ok'),
  ]
}

/** Of what the command says only what is in the copy; all of it when it failed. */
function contents({ said }: Ran): string {
  return /\d+ conversations.*\d+ messages/.exec(said)?.[0] ?? said.replaceAll('\n', ' ')
}

function spread({ p50, p99 }: Delay): string {
  return `p50 ${ms(p50)}, p99 ${ms(p99)}`
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}
