/** Plays a script given as text against the shipped knowledge; the conversations of a test file share a room. */
import { afterAll } from 'vitest'
import { parseScripts } from '../../src/rehearsal/parse.ts'
import { type Rehearsed, rehearse } from '../../src/rehearsal/rehearse.ts'
import { failureText } from '../../src/rehearsal/report.ts'
import { openRoom, type Room } from '../../src/rehearsal/room.ts'
import type { Script } from '../../src/rehearsal/script.ts'
import { shippedContent } from '../support/content.ts'

let opened: Promise<Room> | undefined

/** At the top of a test file; files that run in the same process do not share a room. */
export function closeRoomAfterwards(): void {
  afterAll(async () => {
    await (await opened)?.close()
    opened = undefined
  })
}

export function room(): Promise<Room> {
  opened ??= openRoom()
  return opened
}

export function scriptsOf(text: string, language = 'en'): { scripts: readonly Script[]; problems: string[] } {
  const problems: string[] = []
  const scripts = parseScripts({ file: `talk/${language}.txt`, language, text }, problems)
  return { scripts, problems }
}

/** All at the same time. Throws when the text is no script. */
export async function play(text: string, language = 'en'): Promise<readonly Rehearsed[]> {
  const { scripts, problems } = scriptsOf(text, language)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const place = await room()
  return Promise.all(scripts.map(script => rehearse(script, place, shippedContent())))
}

/** What an author sees; empty when everything is as expected. */
export async function failures(text: string, language = 'en'): Promise<string> {
  const played = await play(text, language)
  return played.map(failureText).join('\n')
}
