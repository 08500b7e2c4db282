/** What /metrics tells; the only file that imports prom-client. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Exchange } from './content/reload.ts'
import type { Version } from './content.ts'
import type { Store } from './store/store.ts'
import type { Delivered } from './turn/delivery.ts'
import type { Outbox } from './turn/outbox.ts'
import type { Observed } from './turn/turn.ts'

export interface Metrics {
  turn(observed: Observed): void
  sendFailed(outcome: Delivered): void
  /** How a reload ended, and what serves since. */
  knowledge(exchange: Exchange): void
  /** Prometheus text. */
  text(): Promise<string>
}

export function createMetrics(store: Store, outbox: Outbox, version: Version): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const turns = new Counter({
    name: 'deskhand_turns_total',
    help: 'Events by kind and result',
    labelNames: ['kind', 'result'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'deskhand_turn_seconds',
    help: 'From load to commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  })
  const failed = new Counter({
    name: 'deskhand_send_failures_total',
    help: 'Sends that did not arrive',
    labelNames: ['result'],
    registers: [registry],
  })
  gauge(registry, 'deskhand_outbox_backlog', 'Committed messages not sent yet', () => outbox.backlog)
  gauge(
    registry,
    'deskhand_store_batches_total',
    'Transactions of the writer, one sync each',
    () => store.stats().batches,
  )
  gauge(registry, 'deskhand_store_turns_total', 'Turns committed by the writer', () => store.stats().turns)
  const knowledge = knowledgeMetrics(registry, version)
  return {
    turn({ kind, result, ms }) {
      turns.inc({ kind, result })
      seconds.observe(ms / 1000)
    },
    sendFailed: ({ result }) => failed.inc({ result }),
    knowledge,
    text: () => registry.metrics(),
  }
}

/** Which knowledge serves, as labels of a 1: so that machines with different ones are seen side by side. */
function knowledgeMetrics(registry: Registry, version: Version): (exchange: Exchange) => void {
  const serving = new Gauge({
    name: 'deskhand_knowledge',
    help: 'The knowledge that serves',
    labelNames: ['hash', 'articles', 'languages'],
    registers: [registry],
  })
  const reloads = new Counter({
    name: 'deskhand_knowledge_reloads_total',
    help: 'Reloads by how they ended',
    labelNames: ['result'],
    registers: [registry],
  })
  const show = ({ hash, articles, languages }: Version) => {
    serving.reset()
    serving.set({ hash, articles: String(articles), languages: languages.join(' ') }, 1)
  }
  show(version)
  return ({ kind, version }) => {
    reloads.inc({ result: kind })
    show(version)
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}
