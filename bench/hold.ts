import type { Bench } from './kit/bench.js'
import { type Buyer, holdAtBare, holdAtMarquee, isHeld, signInBuyers } from './kit/buyers.js'
import { runLoad } from './kit/load.js'
import { compareRounds } from './kit/rounds.js'
import { FreeSeats, seedShows, type Wish } from './kit/shows.js'

const CONNECTIONS = 64
const BUYERS = 256
const ROUNDS = 9
const HOLDS = 2_000
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500

export const hold: Bench = {
  name: 'hold',
  title: 'holdSeats against a bare node:http handler with the one statement',
  goal: 0.7,
  bound: 'at least',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const seats = (ROUNDS + 1) * 2 * HOLDS * SEATS_EACH
    const free = new FreeSeats(
      await seedShows(url, { shows: Math.ceil(seats / SEATS_OF_SHOW), seats: SEATS_OF_SHOW }),
      SEATS_EACH,
    )
    const marquee = await lab.startServer('marquee', url)
    const bare = await lab.startServer('bareHold', url)
    const buyers = await signInBuyers(marquee.port, BUYERS)
    const load = async (port: number, toRequest: (buyer: Buyer, wish: Wish) => Buffer) => {
      const requests = free.take(HOLDS).map((wish, index) => toRequest(buyers[index % BUYERS]!, wish))
      const result = await runLoad({ port, connections: CONNECTIONS, requests, accepts: isHeld })
      if (result.failed > 0) throw new Error(`${result.failed} of ${HOLDS} holds of free seats failed`)
      return result
    }
    return compareRounds({
      rounds: ROUNDS,
      ours: () => load(marquee.port, holdAtMarquee),
      theirs: () => load(bare.port, holdAtBare),
      note,
    })
  },
}
