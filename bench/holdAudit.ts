import type { Bench } from './kit/bench.js'
import { holdAtMarquee, isHeld, signInBuyers } from './kit/buyers.js'
import { type Lab, runSql } from './kit/lab.js'
import { runLoad } from './kit/load.js'
import { compareRounds } from './kit/rounds.js'
import { FreeSeats, seedShows } from './kit/shows.js'

const CONNECTIONS = 64
const BUYERS = 256
const ROUNDS = 15
const HOLDS = 2_000
const SEATS_EACH = 2
const SEATS_OF_SHOW = 500

export const holdAudit: Bench = {
  name: 'hold-audit',
  title: 'holdSeats with the log of seats against holdSeats on a database without its trigger',
  goal: 0.9,
  bound: 'at least',
  async run(lab, note) {
    const logged = await openMarket(lab)
    const unlogged = await openMarket(lab, 'DROP TRIGGER show_seat_updated ON show_seat')
    return compareRounds({ rounds: ROUNDS, ours: logged, theirs: unlogged, note })
  },
}

/** A server with a database of its own, changed by `sql`: the function that it gives runs one round of holds. */
async function openMarket(lab: Lab, sql = 'SELECT') {
  const url = await lab.createDatabase()
  await runSql(url, sql)
  const seats = (ROUNDS + 1) * HOLDS * SEATS_EACH
  const free = new FreeSeats(
    await seedShows(url, { shows: Math.ceil(seats / SEATS_OF_SHOW), seats: SEATS_OF_SHOW }),
    SEATS_EACH,
  )
  const { port } = await lab.startServer('marquee', url)
  const buyers = await signInBuyers(port, BUYERS)
  return async () => {
    const requests = free.take(HOLDS).map((wish, index) => holdAtMarquee(buyers[index % BUYERS]!, wish))
    const result = await runLoad({ port, connections: CONNECTIONS, requests, accepts: isHeld })
    if (result.failed > 0) throw new Error(`${result.failed} of ${HOLDS} holds of free seats failed`)
    return result
  }
}
