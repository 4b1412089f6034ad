import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Closers } from '../bench/kit/closers.js'
import { type Books, readBooks } from './audit.js'
import { type AllFindings, mergeFindings } from './findings.js'
import type { Options } from './options.js'
import { countOverTime, countUnsold, readLog, readVersions, type SeatCounts } from './seatLog.js'
import { type Note, Stage } from './stage.js'
import { readUsage, type Usage } from './usage.js'

export interface Outcome {
  /** How many processes wanted a core, on the whole machine, as the sale opened. */
  readonly load: number
  /** How long it took until all buyers watched. */
  readonly connectMs: number
  readonly seats: readonly SeatCounts[]
  /** From the opening; null when it did not come to that. */
  readonly allHeldMs: number | null
  readonly soldOutMs: number | null
  readonly found: AllFindings
  /** How long after the last change of a seat the last map changed. */
  readonly mapsLateMs: number
  readonly books: Books
  readonly usage: ServerUsage | null
}

/** What all servers use together. */
export interface ServerUsage {
  readonly before: Usage
  /** With all sockets, before the sale. */
  readonly watched: Usage
  readonly after: Usage
  /** How many cores they had while they sold. */
  readonly cores: number
}

const OPENS_IN_MS = 500
const LOOK_EVERY_MS = 100
const NOTE_EVERY_MS = 2_000
const GIVE_UP_AFTER_MS = 600_000
/** Longer than it takes until a payment is given up that nobody goes on with. */
const SETTLED_WITHIN_MS = 120_000

/** Sells a show to a crowd, on a Postgres, a Redis and servers of its own, which `closers` will end. */
export async function runSale(options: Options, { closers, note }: { closers: Closers; note: Note }): Promise<Outcome> {
  const stage = await Stage.set(options, closers, note)
  const pids = stage.servers.map(({ pid }) => pid)
  await stage.signIn(options)
  const before = await readUsage(pids)
  const began = performance.now()
  await stage.watch(options)
  const connectMs = performance.now() - began
  note(`all are watching after ${(connectMs / 1000).toFixed(1)} s`)
  const watched = await readUsage(pids)
  const load = loadavg()[0]!
  const openedAt = await openSale(stage)
  await waitUntilSold(stage, openedAt, note)
  const sold = await readUsage(pids)
  const sellingMs = Date.now() - openedAt
  const ended = await endSale(stage, options, openedAt)
  const after = await readUsage(pids)
  const cores = ((sold?.cpuSeconds ?? 0) - (watched?.cpuSeconds ?? 0)) / (sellingMs / 1000)
  return { load, connectMs, ...ended, usage: before && watched && after && { before, watched, after, cores } }
}

async function openSale(stage: Stage): Promise<number> {
  const at = Date.now() + OPENS_IN_MS
  await stage.tell(() => ({ kind: 'open', at }))
  return at
}

async function waitUntilSold(stage: Stage, openedAt: number, note: Note): Promise<void> {
  for (let noteAt = openedAt; Date.now() < openedAt + GIVE_UP_AFTER_MS; await delay(LOOK_EVERY_MS)) {
    const { available, held } = await countUnsold(stage.pool, stage.show.key)
    if (available + held === 0) return
    if (Date.now() < noteAt) continue
    const seconds = Math.round((Date.now() - openedAt) / 1000)
    note(`${seconds} s: ${available} seats free, ${held} held; ${stage.progress.answered} requests answered`)
    noteAt += NOTE_EVERY_MS
  }
}

async function endSale(stage: Stage, { seats }: Options, openedAt: number) {
  const { pool, show } = stage
  const log = await readLog(pool, show.key)
  const versions = await readVersions(pool, show.key)
  const changes = log.map(({ seatKey, version, at }) => ({ seat: show.seatKeys.indexOf(seatKey), version, at }))
  const findings = await stage.tell(() => ({ kind: 'end', ending: { changes, versions } }))
  const found = mergeFindings(findings.filter((each) => each !== null))
  const overTime = countOverTime(log, seats, openedAt)
  return {
    found,
    books: await settle(() => readBooks(pool, show.key)),
    seats: overTime,
    allHeldMs: overTime.find(({ available }) => available === 0)?.atMs ?? null,
    soldOutMs: overTime.find(({ sold }) => sold === seats)?.atMs ?? null,
    mapsLateMs: Math.max(0, found.lastMapAt - (log.at(-1)?.at ?? openedAt)),
  }
}

/** The books once nothing is pending, or as they are after a while. */
async function settle(read: () => Promise<Books>): Promise<Books> {
  const until = Date.now() + SETTLED_WITHIN_MS
  for (;;) {
    const books = await read()
    if (books.pending.length === 0 || Date.now() > until) return books
    await delay(LOOK_EVERY_MS)
  }
}
