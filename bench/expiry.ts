import { setTimeout as delay } from 'node:timers/promises'
import type { Bench } from './kit/bench.js'
import { countExpired, noteExpiries, readLateness, seedDueHolds } from './kit/dueHolds.js'
import { seedShows } from './kit/shows.js'

const HOLDS = 5_000
const HOLDS_PER_SECOND = 500
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500
/** Half of their seats are held. */
const SHOWS = (2 * HOLDS * SEATS_EACH) / SEATS_OF_SHOW
const LIMIT_SECONDS = 2
/** From when they are written until the first is due. */
const LEAD_SECONDS = 8
const GIVE_UP_SECONDS = 30
const LOOK_AGAIN_MS = 250

export const expiry: Bench = {
  name: 'expiry',
  title: `how late ${HOLDS_PER_SECOND} holds a second expire at one worker, 99 % of them, against a limit of ${LIMIT_SECONDS} s`,
  goal: 1,
  bound: 'at most',
  async run(lab, note) {
    const url = await lab.createDatabase()
    await seedShows(url, { shows: SHOWS, seats: SEATS_OF_SHOW })
    await noteExpiries(url)
    const worker = await lab.startServer('worker', url)
    await seedDueHolds(url, {
      holds: HOLDS,
      shows: SHOWS,
      seatsEach: SEATS_EACH,
      perSecond: HOLDS_PER_SECOND,
      leadSeconds: LEAD_SECONDS,
    })
    await waitUntilExpired(url)
    await worker.stop()
    const { p50, p99, max } = await readLateness(url)
    note(`${HOLDS} holds: half of them ${tell(p50)} late at most, 99 % ${tell(p99)}, the last ${tell(max)}`)
    return p99 / LIMIT_SECONDS
  },
}

async function waitUntilExpired(url: string): Promise<void> {
  const patience = performance.now() + (LEAD_SECONDS + HOLDS / HOLDS_PER_SECOND + GIVE_UP_SECONDS) * 1_000
  for (let expired = 0; expired < HOLDS; expired = await countExpired(url)) {
    if (performance.now() > patience) throw new Error(`${HOLDS - expired} holds of ${HOLDS} did not expire`)
    await delay(LOOK_AGAIN_MS)
  }
}

function tell(seconds: number): string {
  return `${Math.round(seconds * 1_000)} ms`
}
