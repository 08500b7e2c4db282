import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { convoOf, exportBotium } from '../../src/rehearsal/botium.ts'
import type { Script } from '../../src/rehearsal/script.ts'
import { scriptsOf } from './play.ts'

function scriptOf(text: string): Script {
  const [script] = scriptsOf(text).scripts
  if (!script) throw new Error('no script')
  return script
}

test("a conversation becomes a convo with Botium's asserters and button clicks", () => {
  const script = scriptOf(`conversation: at the hotel
employee: error 809,
  the log says so
bot: step other-network; "hotspot | phone"; not "sorry"; [Works there] [Same error there]
employee: [Works there]
bot: step restart-router
case: open
`)
  expect(convoOf(script)).toBe(`at the hotel

#me
error 809,
the log says so

#bot
TEXT_CONTAINS_ALL_IC hotspot \\| phone
!TEXT_CONTAINS_ANY_IC sorry
BUTTONS Works there|Same error there

#me
BUTTON Works there

#bot
`)
})

test('where time passes, or a line would start a section, nothing is exported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-botium-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { scripts } = scriptsOf(`conversation: one
employee: error 809
bot: step other-network

conversation: two
employee: error 809
later: 2 hours
bot: silent

conversation: three
employee: log
  # 809
bot: step other-network
`)
  const { written, left } = exportBotium(scripts, folder)
  expect(written).toBe(1)
  expect(left.map(({ name }) => name)).toEqual(['two', 'three'])
  expect(readdirSync(folder)).toHaveLength(1)
})
