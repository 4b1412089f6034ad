import { availableParallelism } from 'node:os'
import type { Check } from './checks.js'
import type { Latencies } from './latencies.js'
import type { Options } from './options.js'
import type { Outcome } from './sale.js'

const NAME_WIDTH = 46
const MEGABYTE = 1024 ** 2

/** What was sold, how long it took, and what it cost, as a table. */
export function toTable(options: Options, outcome: Outcome, checks: readonly Check[]): string {
  const { found, usage, load } = outcome
  return [
    row('seats sold', outcome.books.soldSeats),
    row('seats sold twice', outcome.books.soldTwice),
    row('all seats held after', toTime(outcome.allHeldMs)),
    row('sold out after', toTime(outcome.soldOutMs)),
    row('all sockets connected within', toTime(outcome.connectMs)),
    '',
    'requests',
    ...[...found.outcomes].map(([name, count]) => row(`  ${name}`, count)),
    '',
    `${'latency'.padEnd(NAME_WIDTH)}${['count', 'p50', 'p90', 'p99', 'max'].map((name) => name.padStart(10)).join('')}`,
    latencyRow('  holds, from the wish to the answer', found.holds),
    latencyRow('  the same, without waiting for a connection', found.sentHolds),
    latencyRow('  confirmations, from the wish to the answer', found.confirmations),
    latencyRow('  events, from the change to each watcher', found.events),
    '',
    row('messages received', found.messages),
    row('changes that a watcher was not told of', found.missed),
    row('sockets lost and come back', found.breaks),
    '',
    ...(usage === null ? [] : tellMemory(usage, options)),
    row('cores: servers', usage?.cores.toFixed(2) ?? '?'),
    row('cores: buyers', found.cores.map((cores) => cores.toFixed(2)).join(', ')),
    row('buyers at work', found.busy.map((busy) => `${Math.round(busy * 100)} %`).join(', ')),
    row('cores of the machine, load at the opening', `${availableParallelism()}, ${load.toFixed(1)}`),
    '',
    'checked',
    ...checks.map((check) => row(`  ${check.name}`, `${check.holds ? 'yes' : 'NO'}: ${check.found}`)),
  ].join('\n')
}

export function toJson(options: Options, outcome: Outcome, checks: readonly Check[]): string {
  const { found, usage, books } = outcome
  const { buyers, seats, servers, connections, seed, picture } = options
  return JSON.stringify({
    options: { buyers, seats, servers, connections, seed, picture },
    soldSeats: books.soldSeats,
    soldTwice: books.soldTwice,
    bookings: books.bookings,
    allHeldMs: outcome.allHeldMs,
    soldOutMs: outcome.soldOutMs,
    connectMs: Math.round(outcome.connectMs),
    requests: Object.fromEntries(found.outcomes),
    latencyMs: {
      holds: summarize(found.holds),
      sentHolds: summarize(found.sentHolds),
      confirmations: summarize(found.confirmations),
      events: summarize(found.events),
    },
    messages: found.messages,
    missedChanges: found.missed,
    mapsLateMs: Math.round(outcome.mapsLateMs),
    lostSockets: found.breaks,
    serverBytes: usage && {
      before: usage.before.rss,
      watched: usage.watched.rss,
      peak: usage.after.peak,
    },
    cores: { servers: usage?.cores ?? null, buyers: found.cores, machine: availableParallelism() },
    buyersBusy: found.busy,
    load: outcome.load,
    checks,
  })
}

/** A time for people: `850 ms`, `12.3 s`. */
export function toTime(ms: number | null): string {
  if (ms === null) return 'never'
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}

function tellMemory({ before, watched, after }: NonNullable<Outcome['usage']>, { buyers }: Options): string[] {
  const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`
  const each = (watched.rss - before.rss) / 1024 / buyers
  return [
    row('memory of all servers before the sockets', megabytes(before.rss)),
    row('  with them', `${megabytes(watched.rss)} (${each.toFixed(1)} kB each)`),
    row('  at most', megabytes(after.peak)),
  ]
}

function summarize({ all }: Latencies) {
  const round = (ms: number | null) => ms && Math.round(ms * 10) / 10
  const at = (share: number) => round(all.percentile(share))
  return { count: all.count, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: round(all.maxMs) }
}

function latencyRow(name: string, latencies: Latencies): string {
  const { count, p50, p90, p99, max } = summarize(latencies)
  const cells = [String(count), ...[p50, p90, p99, max].map((ms) => toTime(ms))]
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(10)).join('')
}

function row(name: string, value: number | string): string {
  return `${name.padEnd(NAME_WIDTH)}${typeof value === 'number' ? String(value).padStart(10) : `  ${value}`}`
}
