import { performance } from 'node:perf_hooks'
import type { Bench, Note } from './kit/bench.js'
import type { Child } from './kit/child.js'
import type { Lab } from './kit/lab.js'
import { pinApart } from './kit/pin.js'
import { cpuSecondsOf } from './kit/processStat.js'
import { median } from './kit/rounds.js'
import { seedShows, showIdOf } from './kit/shows.js'
import { Watchers } from './kit/watchers.js'

const SEATS = 500
const WARM_UP_EVENTS = 5

interface FanOut {
  readonly name: string
  readonly watchers: number
  readonly goal: number
}

interface Rounds {
  /** Of each round. */
  readonly events: number
  readonly rounds: number
}

const QUERY = `subscription Watch($showId: ID!, $after: String) {
  seatMapChanged(showId: $showId, after: $after) { kind cursor seats { seatId status version } } }`

/** Our server with one show, of which it tells whenever it is told to. */
export async function startTelling(lab: Lab, windowMs = 0) {
  const url = await lab.createDatabase()
  const [show] = await seedShows(url, { shows: 1, seats: SEATS })
  const server = await lab.startServer('marqueeTelling', url, { SEAT_MAP_WINDOW_MS: String(windowMs) })
  return { server, payload: { query: QUERY, variables: { showId: showIdOf(show!) } } }
}

/** Deliveries a second of ours, as a ratio to those of a constant broadcast. */
export function fanOut({ name, watchers: count, goal }: FanOut): Bench {
  return {
    name,
    title: `a change told to ${count} watchers against a constant buffer to as many sockets of ws`,
    goal,
    bound: 'at least',
    async run(lab, note) {
      const { server, payload } = await startTelling(lab)
      const messageBytes = await measureMessage(server, payload)
      const theirs = await lab.startServer('constantBroadcast', undefined, { MESSAGE_BYTES: String(messageBytes) })
      const sides = { ours: server, theirs, payload, count }
      return compare(sides, roundsOf(count), note)
    },
  }
}

/** The same against graphql-ws with an execution for each subscriber. */
export function fanOutNaive({ name, watchers: count, goal }: FanOut): Bench {
  return {
    name,
    title: `a change told to ${count} watchers against an execution for each of them by graphql-ws`,
    goal,
    bound: 'at least',
    async run(lab, note) {
      const { server, payload } = await startTelling(lab)
      const theirs = await lab.startServer('naiveFanOut')
      return compare({ ours: server, theirs, payload, count }, roundsOf(count), note)
    },
  }
}

function roundsOf(count: number): Rounds {
  return count > 5_000 ? { events: 20, rounds: 3 } : { events: 100, rounds: 7 }
}

interface Compared {
  readonly ours: Child
  readonly theirs: Child
  readonly payload: unknown
  readonly count: number
}

/** A B A B, each on sockets of its own, the median of the ratios. */
async function compare(
  { ours, theirs, payload, count }: Compared,
  { events, rounds }: Rounds,
  note: Note,
): Promise<number> {
  const unpin = await pinApart([ours.pid, theirs.pid])
  const ratios: number[] = []
  try {
    for (let round = 0; round <= rounds; round++) {
      const [a, b] = [
        await measure(ours, { payload, count, events }),
        await measure(theirs, { payload, count, events }),
      ]
      if (round > 0) ratios.push(a.perSecond / b.perSecond)
      const what = round === 0 ? 'warm-up' : `round ${round} of ${rounds}`
      note(`${what}: ours ${tell(a)}; theirs ${tell(b)}; ratio ${(a.perSecond / b.perSecond).toFixed(2)}`)
    }
  } finally {
    await unpin()
  }
  return median(ratios)
}

interface Measured {
  readonly perSecond: number
  /** What each cost the server in processor time. */
  readonly microseconds: number
  readonly bytes: number
  /** The share of the time in which the generator was at work. */
  readonly busy: number
}

/** Tells of one event after the other, each once everyone has the one before. */
async function measure(
  server: Child,
  { payload, count, events }: { payload: unknown; count: number; events: number },
): Promise<Measured> {
  const watchers = await Watchers.connect({ port: server.port, count, payload })
  const broadcast = async () => {
    const delivered = watchers.deliver(count)
    server.tell('tell')
    await delivered
  }
  for (let event = 0; event < WARM_UP_EVENTS; event++) await broadcast()
  const idle = performance.eventLoopUtilization()
  const cpu = cpuSecondsOf(server.pid)
  const startedAt = performance.now()
  for (let event = 0; event < events; event++) await broadcast()
  const seconds = (performance.now() - startedAt) / 1000
  const microseconds = ((cpuSecondsOf(server.pid) - cpu) * 1e6) / (count * events)
  const busy = performance.eventLoopUtilization(idle).utilization
  const bytes = watchers.messageBytes
  await watchers.close()
  return { perSecond: (count * events) / seconds, microseconds, bytes, busy }
}

async function measureMessage(server: Child, payload: unknown): Promise<number> {
  return (await measure(server, { payload, count: 1, events: 1 })).bytes
}

function tell({ perSecond, microseconds, bytes, busy }: Measured): string {
  return `${Math.round(perSecond)}/s of ${bytes} B (${microseconds.toFixed(1)} us each, generator ${Math.round(busy * 100)} % busy)`
}
