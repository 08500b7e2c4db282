/** Work that takes long, and a far side that does not answer: how long the channel has to wait for its acknowledgment. */
import { setTimeout as pause } from 'node:timers/promises'
import { openStage, type Stage } from '../stage.ts'
import { type Posted, post } from './post.ts'

export interface Slow {
  /** Of messages with a file that takes long to come. */
  readonly files: readonly Posted[]
  /** Messages of others, meanwhile. */
  readonly others: readonly Posted[]
  /** Conversations that sent a file and got a reply. */
  readonly told: number
  /** Of these, the ones that got another when the file was read. */
  readonly read: number
  /** Presses while no call to the far side is answered; `answered`: with the card that replaces the pressed one. */
  readonly presses: readonly Posted[]
  readonly answered: number
}

const problem = { says: 'vpn geht nicht von zuhause, fehler 809' }

export async function workSlowly(conversations: number, fileMs: number): Promise<Slow> {
  let silent = false
  const stage = await openStage({
    replyPatienceMs: 30_000,
    misbehaves: () => (silent ? { instead: 'hang' } : undefined),
  })
  const names = (kind: string) => Array.from({ length: conversations }, (_, n) => `${kind}-${n}`)
  try {
    await stage.supervisor.start()
    const sends = names('file').map(name => sendFile(stage, name, fileMs))
    const others = await inTurn(names('other'), name =>
      post(stage.world, problem, { conversation: name, activity: 'a' }),
    )
    const files = await Promise.all(sends)
    const told = (await Promise.all(names('file').map(name => reply(stage, name)))).filter(Boolean).length
    const read = (await Promise.all(names('file').map(name => reply(stage, name, 2)))).filter(Boolean).length
    const cards = await Promise.all(names('other').map(name => stage.world.far.message(name, 1)))
    silent = true
    const presses = await inTurn(names('other'), (conversation, n) =>
      post(
        stage.world,
        { presses: 'answer:same-there' },
        { conversation, activity: 'b', ...cardOf(cards[n]) },
      ),
    )
    const answered = presses.filter(({ status, body }) => status === 200 && body.includes('adaptive')).length
    return { files, others, told, read, presses, answered }
  } finally {
    await stage.close()
  }
}

function cardOf<Card>(card: Card | undefined): { readonly card?: Card } {
  return card === undefined ? {} : { card }
}

async function sendFile({ world }: Stage, conversation: string, fileMs: number): Promise<Posted> {
  const downloadUrl = world.far.gives(pause(fileMs, Buffer.from('Fehler 809')))
  const contentType = 'application/vnd.microsoft.teams.file.download.info'
  const attachments = [{ contentType, name: 'log.txt', content: { downloadUrl, fileType: 'txt' } }]
  return post(world, { says: '' }, { conversation, activity: 'a', fields: { attachments } })
}

function reply({ world }: Stage, conversation: string, count = 1): Promise<unknown> {
  const giveUp = pause(world.replyPatienceMs, undefined, { ref: false })
  return Promise.race([world.far.message(conversation, count), giveUp])
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) results.push(await work(item, index))
  return results
}
