/**
 * Are the linter and the conversations worth anything? `node test/mutations/main.ts [--changes 200] [--seed 1]` makes
 * random mistakes in copies of the shipped articles, or of those named by `--article`, and counts how many turn one of
 * them red. `--without` switches off `conversations`, those of a language, one by its name, `lint`, or one of its rules;
 * it may be given several times.
 */
import { parseArgs } from 'node:util'
import { mutate } from './run.ts'

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    article: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true, default: [] },
  },
})

const started = performance.now()
const figures = await mutate({
  changes: Number(values.changes),
  seed: Number(values.seed),
  without: values.without,
  articles: values.article,
})
const noticed = figures.byConversation + figures.byLintAlone
for (const [kind, { made, noticed }] of [...figures.kinds].sort())
  console.log(`${kind.padEnd(28)} ${noticed} of ${made}`)
for (const what of figures.missed) console.log(`missed  ${what}`)
if (values.without.length > 0) console.log(`without ${values.without.join(', ')}`)
console.log(
  `${noticed} of ${figures.changes} changes noticed (${((100 * noticed) / figures.changes).toFixed(1)} %):`,
  `${figures.byConversation} by a conversation, ${figures.byLintAlone} by the linter alone;`,
  `${((performance.now() - started) / 1000).toFixed(1)} s`,
)
