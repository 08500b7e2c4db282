/** The service, built by hand: read it from top to bottom and you have seen every part. */

import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createFileReader } from './attachments/read.ts'
import { connectorTokens, createChannel } from './bot/channel.ts'
import { createDelivery } from './bot/delivery.ts'
import { createGuard } from './bot/guard.ts'
import { startPlayground } from './bot/playground.ts'
import { createServer } from './bot/server.ts'
import { failPlainly } from './cli/fail.ts'
import { type Config, readConfig } from './config.ts'
import { type Exchange, serveContent } from './content/reload.ts'
import { type ContentOptions, foldersOf } from './content/source.ts'
import { watchFolders } from './content/watch.ts'
import { warm } from './content.ts'
import { listenForHangUps } from './hang-up.ts'
import { createLog, type Logger, logExchange, logFile, logTurn } from './log.ts'
import { createMetrics } from './metrics.ts'
import { openStore } from './store/open.ts'
import { firstLanguage } from './turn/decide.ts'
import { createLanes } from './turn/lane.ts'
import { createOutbox } from './turn/outbox.ts'
import { createPace, type TeamsPace } from './turn/pace.ts'
import { startTimers } from './turn/timers.ts'
import { createTurn, type Observed } from './turn/turn.ts'

/** A conversation that has not ended by then is cut: what is committed is sent after the next start. */
const drainMs = 8_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { identity, agents, database, defaultLanguage } = config
  const log = createLog(config.logLevel)
  const hangUps = listenForHangUps()
  const contentOptions = {
    knowledgeFolder: config.knowledge.dir,
    packs: config.knowledge.packs,
    defaultLanguage,
  }
  const exchanged = (exchange: Exchange) => {
    metrics.knowledge(exchange)
    logExchange(log, exchange)
  }
  const { content, reload } = await serveContent(contentOptions, exchanged)
  const mode = identity.kind === 'local' ? 'local' : 'production'
  const store = await openStore(database, { mode, sends: true, broken: endAtOnce(log) })
  const tokens = connectorTokens(identity)
  const delivery = createDelivery({ identity, tokens, ...(agents && { agents }) })
  const files = createFileReader({ identity, tokens, observe: seen => logFile(log, seen) })
  // The limits are Teams' own; other connectors have none.
  const limits: { readonly pace?: TeamsPace } = {
    ...(identity.kind === 'azure' && {
      pace: createPace({ account: store.account, agentsChannel: agents?.conversationId }),
    }),
  }
  const outbox = createOutbox({
    store,
    deliver: delivery.deliver,
    ...limits,
    failed: (row, outcome) => {
      metrics.sendFailed(outcome)
      log.warn({ outbox: row.id, kind: row.outbound.kind, ...outcome }, 'a message did not arrive')
    },
  })
  const metrics = createMetrics(store, outbox, content().version)
  const observe = (observed: Observed) => {
    metrics.turn(observed)
    logTurn(log, observed)
  }
  const lanes = createLanes()
  const agentsLanguage = agents && defaultLanguage
  const receive = createTurn({ store, lanes, outbox, content, read: files.read, agentsLanguage, observe })
  const guard = createGuard({ identity, log })
  const channel = createChannel({
    receive,
    deliver: delivery.deliver,
    typing: async address => {
      if ((await limits.pace?.hasRoom(address)) ?? true) await delivery.typing(address)
    },
    groupLine: locale =>
      content().speech.sentence('group.personal-only', firstLanguage(content(), locale)[0]),
    log,
  })
  const boot = randomUUID()
  const ready = async () => void (await Promise.all([store.ready(), guard.ready()]))
  const server = createServer({ config, guard, channel, ready, metrics: metrics.text, boot, log })

  await store.ready()
  const replayed = await outbox.replay()
  const timers = startTimers(store, receive, error => log.error({ err: error }, 'a timer could not be fired'))
  const address = await server.listen()
  log.info({ boot, replayed, port: address.port, knowledge: content().version }, 'ready')
  void warm(content())
  hangUps.reloadBy(reload)
  const unwatch = identity.kind === 'local' ? watchContent(contentOptions, reload, log) : undefined
  const playground = await openChatPage(config, address.url, log)

  onceSignalled(async signal => {
    log.info({ signal }, 'ending: no new requests, what is under way is finished')
    timers.stop()
    unwatch?.()
    await server.close(drainMs)
    await Promise.race([lanes.idle().then(outbox.idle), setTimeout(drainMs)])
    outbox.stop()
    await Promise.allSettled([playground?.stop(), delivery.close(), files.close()])
    await store.close()
    log.info({ unsent: outbox.backlog }, 'ended')
  })
}

/** Everything that was acknowledged is on disk, and the next start goes on with it. */
function endAtOnce(log: Logger): (reason: string) => void {
  return reason => {
    log.fatal({ reason }, 'nothing can be written any more: ended, to be started again')
    process.exit(1)
  }
}

/** Local mode: who edits an article sees it in the next answer. */
function watchContent(options: ContentOptions, reload: () => Promise<void>, log: Logger): () => void {
  const lost = (folder: string, err: unknown) =>
    log.warn({ folder, err }, 'this folder is not watched; SIGHUP reloads it')
  return watchFolders(foldersOf(options), () => void reload(), lost)
}

/** Local mode: where a person goes next, in plain words. */
async function openChatPage(config: Config, url: string, log: Logger) {
  if (config.identity.kind !== 'local') return undefined
  say(`Deskhand listens on ${url} in local mode: no sign-in, this machine only.`)
  if (!config.playground) return undefined
  const page = await startPlayground({ endpoint: `${url}/api/messages`, port: config.playground.port, log })
  if (page.kind === 'absent') say(`${page.reason}. Talk to Deskhand in the terminal: npm run -s chat`)
  else say(`Open the chat page: ${page.url}`)
  return page.kind === 'started' ? page : undefined
}

function say(line: string): void {
  process.stdout.write(`\n  ${line}\n`)
}

/** The first signal ends in order; a second one, or an end that takes too long, ends at once. */
function onceSignalled(end: (signal: string) => Promise<void>): void {
  const handle = (signal: NodeJS.Signals) => {
    const atOnce = () => process.exit(1)
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.removeListener(name, handle).once(name, atOnce)
    void end(signal).then(() => process.exit(0), atOnce)
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, handle)
}

await main().catch(failPlainly)
