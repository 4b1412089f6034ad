import type { Bench, Note } from './kit/bench.js'
import { type Buyer, holdAtBare, holdAtMarquee, isHeld, signInBuyers } from './kit/buyers.js'
import type { Child } from './kit/child.js'
import type { Lab } from './kit/lab.js'
import { type LoadResult, runLoad } from './kit/load.js'
import { compareRounds } from './kit/rounds.js'
import { FreeSeats, seedShows, type Wish } from './kit/shows.js'

const BUYERS = 256
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500
const CROWD = { connections: 64, holds: 2_000, rounds: 9 }
/** In short rounds: what a hold waits for, the cores and the disk, changes within seconds. */
const ALONE = { connections: 1, holds: 500, rounds: 25 }

interface Crowd {
  readonly connections: number
  /** In a round. */
  readonly holds: number
  readonly rounds: number
}

export const hold: Bench = {
  name: 'hold',
  title: 'holdSeats against a bare node:http handler with the one statement',
  goal: 1.8,
  bound: 'at least',
  run: (lab, note) => compareHolds(lab, note, { ...CROWD, measure: ({ perSecond }) => perSecond }),
}

export const holdP99: Bench = {
  name: 'hold-p99',
  title: 'how long 99 % of holdSeats take at most, against the same handler',
  goal: 1,
  bound: 'at most',
  run: (lab, note) => compareHolds(lab, note, { ...CROWD, measure: ({ p99Ms }) => p99Ms }),
}

export const holdLone: Bench = {
  name: 'hold-lone',
  title: 'holdSeats by one client alone, against the same handler',
  goal: 0.8,
  bound: 'at least',
  run: (lab, note) => compareHolds(lab, note, { ...ALONE, measure: ({ perSecond }) => perSecond }),
}

/** Holds free seats at our server and at the bare handler in turn, and gives the median of the ratios of what is measured. */
async function compareHolds(
  lab: Lab,
  note: Note,
  { measure, ...crowd }: Crowd & { readonly measure: (result: LoadResult) => number },
): Promise<number> {
  const url = await lab.createDatabase()
  const seats = ((crowd.rounds + 1) * crowd.holds + CROWD.holds) * 2 * SEATS_EACH
  const free = new FreeSeats(
    await seedShows(url, { shows: Math.ceil(seats / SEATS_OF_SHOW), seats: SEATS_OF_SHOW }),
    SEATS_EACH,
  )
  const marquee = await lab.startServer('marquee', url)
  const bare = await lab.startServer('bareHold', url)
  const buyers = await signInBuyers(marquee.port, BUYERS)
  const load = async (
    { port }: Child,
    toRequest: (buyer: Buyer, wish: Wish) => Buffer,
    { connections, holds }: Crowd,
  ) => {
    const requests = free.take(holds).map((wish, index) => toRequest(buyers[index % BUYERS]!, wish))
    const result = await runLoad({ port, connections, requests, accepts: isHeld })
    if (result.failed > 0) throw new Error(`${result.failed} of ${holds} holds of free seats failed`)
    return result
  }
  // One client alone would not get them warm before the end.
  await load(marquee, holdAtMarquee, CROWD)
  await load(bare, holdAtBare, CROWD)
  return compareRounds({
    rounds: crowd.rounds,
    ours: () => load(marquee, holdAtMarquee, crowd),
    theirs: () => load(bare, holdAtBare, crowd),
    measure,
    note,
  })
}
