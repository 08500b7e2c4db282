/**
 * What can be taken away from the product, by name: guards, so that the checker has to turn red, and the life of the
 * process at a named point. Each is a piece of source that is exchanged while it is read; see sabotage.ts.
 */
export interface Rewrite {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A guard: without it something goes wrong, and a checker that does not say so is worth nothing. */
const guards = {
  /** What an earlier process left behind is forgotten. */
  'outbox-replay': [
    { file: 'src/turn/outbox/looking.ts', from: 'store.takeUp([...held()])', to: 'Promise.resolve([])' },
  ],
  /** The next message does not wait for the last one. */
  order: [
    {
      file: 'src/turn/outbox/draining.ts',
      from: 'const outcome = await sending.send(',
      to: `setRows(queue, queue.rows.slice(1))
           void sending.send(row, { address: () => row.address, urgency: () => 'chat' }).then(sent => 'row' in sent && store.sent([sent]))
           if (row) return 'more'
           const outcome = await sending.send(`,
    },
  ],
  /** A repeated activity is not recognised. */
  inbox: [
    {
      file: 'src/store/sqlite/jobs.ts',
      from: 'activityId: turn.activityId ?? null',
      to: 'activityId: null',
    },
  ],
  /** Of two instances that change one conversation, the second writes over what the first wrote. */
  version: [
    {
      file: 'src/store/postgres/commit-sql.ts',
      from: 'AND v.version = turn.version AND turn.version > 0',
      to: 'AND turn.version > 0',
    },
  ],
  /** Whoever commits a message sends for the conversation, also while another instance does. */
  lease: [
    {
      file: 'src/store/postgres/commit-sql.ts',
      from: 'WHERE i.id = v.sender) THEN v.sender',
      to: 'WHERE i.id = v.sender) THEN $1::bigint',
    },
  ],
  /** A process that has lost the conversation while it stood still may go on sending, and marks are taken from it. */
  fencing: [
    {
      file: 'src/store/postgres/leases.ts',
      from: 'if (lease !== life) return false',
      to: 'if (lease) return true',
    },
    { file: 'src/store/postgres/sending.ts', from: 'AND v.sender = m.lease', to: 'AND true' },
  ],
  /** Acknowledged now, committed a moment later. */
  'acknowledge-first': [
    {
      file: 'src/turn/turn.ts',
      from: 'const committed = await parts.store.commit(record)',
      to: `setTimeout(async () => {
             const late = await parts.store.commit(record)
             if (late.result === 'committed') parts.outbox.take(late.outbox)
           }, 30)
           if (record) return record.answered
           const committed = await parts.store.commit(record)`,
    },
  ],
  /** What is committed is not brought to the disk. */
  sync: [
    {
      file: 'src/store/sqlite/connection.ts',
      from: 'PRAGMA synchronous = FULL',
      to: 'PRAGMA synchronous = OFF',
    },
  ],
} as const satisfies Record<string, readonly Rewrite[]>

export type Guard = keyof typeof guards

/**
 * `{}` before the piece and after it: the process dies there; see `passes`. `{employee}`: not with a card for the agents,
 * which goes out beside the reply that tells of the hand-over; that reply may be anywhere at this moment.
 */
const deaths: Readonly<Record<string, readonly Rewrite[]>> = {
  'die-before-commit': dies('src/store/sqlite/apply.ts', 'write.commit.run()', '{turns} write.commit.run()'),
  'die-after-commit': dies('src/store/sqlite/apply.ts', 'write.commit.run()', 'write.commit.run(); {turns}'),
  'die-before-send': dies(
    'src/turn/outbox/sending.ts',
    'return { outcome: await deliver(',
    '{} return { outcome: await deliver(',
  ),
  'die-after-send': dies(
    'src/turn/outbox/draining.ts',
    'const [kept] = await Promise.all(',
    '{employee} const [kept] = await Promise.all(',
  ),
  'die-after-mark': dies('src/turn/outbox/draining.ts', "return 'more'", "{employee} return 'more'"),
}

/** No guard is taken away; the service is made fit for a drill. */
const conditions: Readonly<Record<string, readonly Rewrite[]>> = {
  /** All times of a lease are a fifth. */
  'short-leases': [
    ['lifeMs = 20_000', 'lifeMs = 4_000'],
    ['heartbeatMs = 4_000', 'heartbeatMs = 800'],
    ['sendMs = 12_000', 'sendMs = 2_400'],
    ['calmMs = 10_000', 'calmMs = 2_000'],
  ].map(([from = '', to = '']) => ({ file: 'src/store/postgres/leases.ts', from, to })),
  /** The log only grows: what is on disk of it is then one number. */
  'no-checkpoint': [
    {
      file: 'src/store/sqlite/connection.ts',
      from: 'PRAGMA wal_autocheckpoint = 4000',
      to: 'PRAGMA wal_autocheckpoint = 0',
    },
  ],
  /** After each commit that SQLite has synced, writes down how long the log is, into the file SYNCED. */
  'note-syncs': [
    {
      file: 'src/store/sqlite/apply.ts',
      from: 'write.commit.run()',
      to: `write.commit.run()
           if (db.prepare('PRAGMA synchronous').get().synchronous === 2) {
             const { appendFileSync, statSync } = process.getBuiltinModule('node:fs')
             appendFileSync(process.env.SYNCED, statSync(db.location() + '-wal').size + '\\n')
           }`,
    },
  ],
}

/** Not the first time, so that the service comes up and works off what was left; then at any time. */
function passes(): number {
  return 60 + Math.floor(Math.random() * 140)
}

function dies(file: string, from: string, to: string): readonly Rewrite[] {
  return [{ file, from, to }]
}

const all: Readonly<Record<string, readonly Rewrite[]>> = { ...guards, ...conditions, ...deaths }

export const names = Object.keys(all)

/** `name` or `name:number`, the number of passes after which the process dies; several separated by commas. */
export function rewritesOf(names: string): readonly Rewrite[] {
  return names.split(',').flatMap(one => {
    const [name = '', number] = one.split(':')
    const found = all[name]
    if (!found) throw new Error(`SABOTAGE is "${name}"; there is no such thing in sabotages.ts.`)
    const die = `if ((globalThis.passed = (globalThis.passed ?? 0) + 1) > ${number ?? passes()}) process.kill(process.pid, 'SIGKILL');`
    const ofTurns = `if (jobs.some(({ kind }) => kind === 'turn')) { ${die} }`
    const ofEmployees = `if (sent.row.outbound.kind !== 'notice') { ${die} }`
    return found.map(rewrite => ({
      ...rewrite,
      to: rewrite.to.replace('{turns}', ofTurns).replace('{employee}', ofEmployees).replace('{} ', `${die} `),
    }))
  })
}
