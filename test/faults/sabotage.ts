/**
 * Loaded in front of the service (`SABOTAGE=name node --import …`): takes a guard away, so that the crash test has to
 * turn red, or lets the process die at a named point. It rewrites the source while it is read, because the product
 * itself must have no switch for it; a line that is no longer there ends the start, so no sabotage fails in silence.
 */
import { registerHooks } from 'node:module'

interface Rewrite {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Not the first time, so that the service comes up and works off what was left; then at any time. */
const passes = 60 + Math.floor(Math.random() * 140)
const die = `if ((globalThis.passed = (globalThis.passed ?? 0) + 1) > ${passes}) process.kill(process.pid, 'SIGKILL');`

const rewrites: Readonly<Record<string, Rewrite>> = {
  /** What an earlier process left behind is forgotten. */
  'outbox-replay': {
    file: 'src/turn/outbox.ts',
    from: 'store.takeUp([...queues.keys()])',
    to: 'Promise.resolve([])',
  },
  /** A repeated activity is not recognised. */
  inbox: {
    file: 'src/store/sqlite/jobs.ts',
    from: 'activityId: turn.activityId ?? null',
    to: 'activityId: null',
  },
  /** Whoever commits a message sends for the conversation, also while another instance does. */
  lease: {
    file: 'src/store/postgres/commit-sql.ts',
    from: 'WHERE i.id = v.sender) THEN v.sender',
    to: 'WHERE i.id = v.sender) THEN $1::bigint',
  },
  /** A mark is taken from a process that has lost the conversation. */
  fencing: {
    file: 'src/store/postgres/sending.ts',
    from: 'AND v.sender = m.lease',
    to: 'AND true',
  },
  /** Acknowledged now, committed a moment later. */
  'acknowledge-first': {
    file: 'src/turn/turn.ts',
    from: 'const committed = await parts.store.commit(record)',
    to: `setTimeout(async () => {
           const late = await parts.store.commit(record)
           if (late.result === 'committed') parts.outbox.take(late.outbox)
         }, 30)
         if (record) return record.answered
         const committed = await parts.store.commit(record)`,
  },
  'die-before-commit': {
    file: 'src/store/sqlite/apply.ts',
    from: 'write.commit.run()',
    to: `${die} write.commit.run()`,
  },
  'die-after-commit': {
    file: 'src/store/sqlite/apply.ts',
    from: 'write.commit.run()',
    to: `write.commit.run(); ${die}`,
  },
  'die-before-send': {
    file: 'src/turn/outbox/sending.ts',
    from: 'const outcome = await deliver(',
    to: `${die} const outcome = await deliver(`,
  },
  'die-after-send': {
    file: 'src/turn/outbox.ts',
    from: 'const [kept] = await Promise.all(',
    to: `${die} const [kept] = await Promise.all(`,
  },
  'die-after-mark': {
    file: 'src/turn/outbox.ts',
    from: "return 'more'",
    to: `${die} return 'more'`,
  },
}

const name = process.env.SABOTAGE ?? ''
const rewrite = rewrites[name]
if (!rewrite) throw new Error(`SABOTAGE is "${name}"; there is ${Object.keys(rewrites).join(', ')}.`)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(`/${rewrite.file}`)) return loaded
    const source = String(loaded.source)
    if (!source.includes(rewrite.from)) throw new Error(`${rewrite.file} does not say: ${rewrite.from}`)
    return { ...loaded, source: source.replace(rewrite.from, rewrite.to) }
  },
})
