/** What every database has to do. A backend's test file calls this with a way to open an empty one. */
import { afterEach, beforeEach, describe } from 'vitest'
import { cases } from './contract/cases.ts'
import { conversations } from './contract/conversations.ts'
import { database } from './contract/database.ts'
import { outbox } from './contract/outbox.ts'
import { pictures } from './contract/pictures.ts'
import { queue } from './contract/queue.ts'
import { repeats } from './contract/repeats.ts'
import type { Opened, Subject } from './contract/subject.ts'
import { timers } from './contract/timers.ts'
import { transcript } from './contract/transcript.ts'

export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.remove())

    const subject: Subject = {
      get store() {
        return opened.store
      },
      reopen: () => opened.reopen(),
      deleteCase: id => opened.deleteCase(id),
    }
    conversations(subject)
    repeats(subject)
    cases(subject)
    queue(subject)
    outbox(subject)
    timers(subject)
    transcript(subject)
    pictures(subject)
    database(subject)
  })
}
