/** Reads what a service says about itself at /metrics (Prometheus text format). */

/** Values by name; series of one name with different labels are added up. */
export type Metrics = ReadonlyMap<string, number>

export async function scrape(url: string): Promise<Metrics> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const metrics = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, value] = /^(\w+)(?:\{.*\})? (\S+)/.exec(line) ?? []
    if (name) metrics.set(name, (metrics.get(name) ?? 0) + Number(value))
  }
  return metrics
}

/** By how much a counter rose; undefined when the service does not have it. */
export function rise(before: Metrics, after: Metrics, name: string): number | undefined {
  const [from, to] = [before.get(name), after.get(name)]
  return from === undefined || to === undefined ? undefined : to - from
}

/** Seconds of processor time that all threads of the process used together. */
export function processorSeconds(before: Metrics, after: Metrics): number {
  const user = rise(before, after, 'process_cpu_user_seconds_total') ?? 0
  return user + (rise(before, after, 'process_cpu_system_seconds_total') ?? 0)
}
