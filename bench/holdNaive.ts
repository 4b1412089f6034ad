import type { Bench } from './kit/bench.js'
import { holdAtMarquee, holdAtNaive, isHeld, signInBuyers } from './kit/buyers.js'
import { runLoad } from './kit/load.js'
import { compareRounds } from './kit/rounds.js'
import { FreeSeats, seedShows } from './kit/shows.js'

const CONNECTIONS = 64
const BUYERS = 256
const ROUNDS = 7
const OUR_HOLDS = 2_500
const THEIR_HOLDS = 640
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500

export const holdNaive: Bench = {
  name: 'hold-naive',
  title: 'holdSeats against Apollo on Express with interactive transactions of Prisma',
  goal: 4,
  bound: 'at least',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const seats = (ROUNDS + 1) * (OUR_HOLDS + THEIR_HOLDS) * SEATS_EACH
    const free = new FreeSeats(
      await seedShows(url, { shows: Math.ceil(seats / SEATS_OF_SHOW) + 1, seats: SEATS_OF_SHOW }),
      SEATS_EACH,
    )
    const marquee = await lab.startServer('marquee', url)
    const naive = await lab.startServer('naive', url)
    const buyers = await signInBuyers(marquee.port, BUYERS)
    const load = (port: number, count: number, toRequest: typeof holdAtMarquee) =>
      runLoad({
        port,
        connections: CONNECTIONS,
        requests: free.take(count).map((wish, index) => toRequest(buyers[index % BUYERS]!, wish)),
        accepts: isHeld,
      })
    return compareRounds({
      rounds: ROUNDS,
      async ours() {
        const result = await load(marquee.port, OUR_HOLDS, holdAtMarquee)
        if (result.failed > 0) throw new Error(`${result.failed} of ${OUR_HOLDS} holds of free seats failed`)
        return result
      },
      // What it fails to hold does not count, as nobody sent it again: it retries on P2034, as a tutorial would.
      theirs: () => load(naive.port, THEIR_HOLDS, holdAtNaive),
      note,
    })
  },
}
