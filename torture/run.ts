import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Closers } from '../bench/kit/closers.js'
import { Crowd } from './buyers/crowd.js'
import { Market } from './buyers/market.js'
import { check } from './checker/check.js'
import { createFacts } from './checker/facts.js'
import type { Violation } from './checker/invariant.js'
import { insertWatched, loadMails, loadTold } from './checker/loadFacts.js'
import { readReconciliation } from './checker/reconciliation.js'
import { mapsConverge } from './checker/watchers.js'
import { FaultSchedule } from './faults/schedule.js'
import { Random } from './kit/random.js'
import type { Options } from './options.js'
import { settle, waitFor } from './settle.js'
import { Transcript } from './transcript.js'
import { openWorld, type World } from './world/world.js'

export interface RunResult {
  readonly operations: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly faults: ReadonlyMap<string, number>
  readonly violations: readonly Violation[]
  /** How long it took after the last fault until nothing was pending. */
  readonly settledMs: number
}

export type Note = (line: string) => void

export const CRASHES = 'a server ends when it is killed, and not otherwise'
const NOTE_EVERY_MS = 5_000
const ANSWERS_WITHIN_MS = 40_000
/** Longer than it takes until a payment is given up that nobody goes on with, or that may be on its way to the provider. */
const SETTLED_WITHIN_MS = 120_000
const MAPS_WITHIN_MS = 10_000

/** Tortures a world for as long as is wanted, lets it settle, and checks what is left of it. */
export async function torture(
  options: Options,
  { closers, folder, note }: { closers: Closers; folder: string; note: Note },
): Promise<RunResult & { world: World }> {
  const { seed, servers, minutes } = options
  const world = await openWorld(closers, folder, servers)
  const transcript = new Transcript(join(folder, 'told.jsonl'))
  const market = new Market(world.servers, world.pool, new Random(`${seed} shows`))
  closers.add(async () => market.end())
  await market.open(minutes * 60_000)
  const crowd = new Crowd({ ...options, market, transcript })
  closers.add(async () => crowd.leave())
  const faults = new FaultSchedule(world, new Random(`${seed} faults`), () => transcript.answered)
  const notes = setInterval(() => note(tellProgress(transcript, faults, world)), NOTE_EVERY_MS)
  closers.add(async () => clearInterval(notes))
  crowd.start()
  faults.start()
  await delay(minutes * 60_000)
  note('the faults end, and all that was begun comes to its end')
  market.close()
  await faults.end()
  const settledMs = await comeToRest(world, market, crowd)
  clearInterval(notes)
  await transcript.close()
  const violations = [...listCrashes(world), ...(await checkAll(world, crowd, transcript))]
  return { world, operations: transcript.counts, faults: faults.counts, violations, settledMs }
}

async function comeToRest({ pool }: World, market: Market, crowd: Crowd): Promise<number> {
  const began = performance.now()
  const answered = crowd.finish()
  await Promise.race([answered, delay(ANSWERS_WITHIN_MS)])
  market.end()
  await answered
  await settle(pool, SETTLED_WITHIN_MS)
  return performance.now() - began
}

async function checkAll(
  { pool, outbox, run }: World,
  { watchers }: Crowd,
  transcript: Transcript,
): Promise<Violation[]> {
  await createFacts(pool)
  await loadTold(pool, transcript.path)
  await loadMails(pool, outbox)
  await waitFor(async () => {
    await pool.query('TRUNCATE torture.watched')
    for (const { name, seats } of watchers) {
      await insertWatched(
        pool,
        [...seats.values()].map((seat) => ({ watcher: name, ...seat })),
      )
    }
    return (await check(pool, [mapsConverge])).length === 0
  }, MAPS_WITHIN_MS)
  // The last, as it mends.
  return [...(await check(pool)), ...(await readReconciliation(pool, await run('dist/reconcile.js', '--json')))]
}

/** Servers that ended without being killed. */
function listCrashes({ servers, worker }: World): Violation[] {
  return [worker, ...servers].flatMap(({ crashes }) =>
    crashes.map((detail) => ({
      invariant: CRASHES,
      detail,
      bookingId: null,
      showId: null,
      seatId: null,
    })),
  )
}

function tellProgress({ counts }: Transcript, faults: FaultSchedule, { servers }: World): string {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)
  const asked = sum([...counts.values()].map((outcomes) => sum(outcomes.values())))
  const told = (operation: string, outcome: string) => counts.get(operation)?.get(outcome) ?? 0
  return [
    `${asked} requests`,
    `${told('holdSeats', 'HoldSeatsSuccess')} held`,
    `${told('confirmBooking', 'ConfirmBookingSuccess')} confirmed`,
    `${told('cancelBooking', 'CancelBookingSuccess')} cancelled`,
    `${told('cancelShow', 'CancelShowSuccess')} shows cancelled`,
    `${sum(faults.counts.values())} faults`,
    `${servers.filter(({ isRunning }) => isRunning).length} of ${servers.length} servers up`,
  ].join(', ')
}
