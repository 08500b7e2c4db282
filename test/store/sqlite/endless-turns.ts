/** Commits turns of 16 conversations without end, and writes one line for each that was acknowledged. */
import { writeSync } from 'node:fs'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { add, caseOf, text } from '../turns.ts'

const [path = '', boot = ''] = process.argv.slice(2)
const store = await openSqlite({ path, mode: 'local' })

await Promise.all(Array.from({ length: 16 }, (_, n) => talk(`${boot}-${n}`)))

async function talk(conversation: string): Promise<void> {
  for (let n = 0; ; n++) {
    const activityId = `a${n}`
    const transcript = [{ from: 'employee', text: 'still nothing', activityId, at: n }] as const
    await add(store, {
      conversation,
      activityId,
      transcript,
      case: caseOf({ id: conversation }),
      outbox: [text('hm')],
    })
    writeSync(1, `${conversation} ${activityId}\n`)
  }
}
