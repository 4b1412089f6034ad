import type { Bench } from './kit/bench.js'
import { type Buyer, holdAtMarquee, isHeld, signInBuyers } from './kit/buyers.js'
import { runLoad } from './kit/load.js'
import { compareRounds } from './kit/rounds.js'
import { FreeSeats, seedShows, type Wish } from './kit/shows.js'

const CLIENTS = 256
const ROUNDS = 7
/** Of a round: some seconds on either side. */
const ATTEMPTS = { ours: 16_000, theirs: 2_000 }
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500
const WITHOUT_LOST_SEATS = { LOST_SEAT_MS: '0' }

export const veryHot: Bench = {
  name: 'very-hot',
  title: `${CLIENTS} clients who all want the same seats, against the same server that asks Postgres for each of them`,
  goal: 10,
  bound: 'at least',
  async run(lab, note) {
    const url = await lab.createDatabase()
    // A round is about the seats of a show of its own, which nobody has wanted before.
    const shows = await seedShows(url, { shows: (ROUNDS + 1) * 2, seats: SEATS_OF_SHOW })
    const wishes = shows.map((show) => new FreeSeats([show], SEATS_EACH).take(1)[0]!)
    const ours = await lab.startServer('marquee', url)
    const theirs = await lab.startServer('marquee', url, WITHOUT_LOST_SEATS)
    const buyers = await signInBuyers(ours.port, CLIENTS)
    return compareRounds({
      rounds: ROUNDS,
      ours: () => crowd(ours.port, requestsFor(wishes.pop()!, buyers, ATTEMPTS.ours)),
      theirs: () => crowd(theirs.port, requestsFor(wishes.pop()!, buyers, ATTEMPTS.theirs)),
      note,
    })
  },
}

function requestsFor(wish: Wish, buyers: readonly Buyer[], count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => holdAtMarquee(buyers[index % CLIENTS]!, wish))
}

/** Lets all clients try to hold the same seats, again and again: the first has them, and all others are told so. */
async function crowd(port: number, requests: readonly Buffer[]) {
  let held = 0
  const result = await runLoad({
    port,
    connections: CLIENTS,
    requests,
    accepts: (answer) => {
      if (isHeld(answer)) held += 1
      return isHeld(answer) || answer.body.includes('"SeatsUnavailableError"')
    },
  })
  if (held !== 1 || result.failed > 0) throw new Error(`${held} hold the seats, ${result.failed} got another answer`)
  return result
}
