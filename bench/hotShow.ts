import type { Socket } from 'node:net'
import type { Bench, Note } from './kit/bench.js'
import { type Buyer, holdAtMarquee, isHeld, signInBuyers } from './kit/buyers.js'
import { runSql } from './kit/lab.js'
import { exchange, openSocket } from './kit/load.js'
import { type BenchShow, seedShows } from './kit/shows.js'

const CLIENTS = 64
const SEATS = 500
const SOLD_OUT_AT = 0.96
const MIN_COMMITS = 2_000
const MAX_SEATS_EACH = 4
/** Enough for the commits wanted, were all holds of four seats. */
const SHOWS = Math.ceil((MIN_COMMITS * MAX_SEATS_EACH) / (SEATS * SOLD_OUT_AT)) + 1

export const hotShow: Bench = {
  name: 'hot-show',
  title: 'retries of serializable transactions a committed hold, 64 clients on one show of 500 seats',
  goal: 0.01,
  bound: 'at most',
  async run(lab, note) {
    const url = await lab.createDatabase()
    const shows = await seedShows(url, { shows: SHOWS, seats: SEATS })
    const marquee = await lab.startServer('marquee', url)
    const buyers = await signInBuyers(marquee.port, CLIENTS)
    const sockets = await Promise.all(buyers.map(() => openSocket(marquee.port)))
    let held = 0
    for (const show of shows) {
      if (held >= MIN_COMMITS) break
      held += await sellOut(show, { buyers, sockets, note })
    }
    for (const socket of sockets) socket.destroy()
    // Only when a connection ends has it told Postgres all that it counted.
    await marquee.stop()
    await checkSeats(url, held)
    const rollbacks = await readRollbacks(url)
    note(`${held} holds committed, ${rollbacks} transactions rolled back`)
    return rollbacks / held
  },
}

interface Market {
  readonly buyers: readonly Buyer[]
  readonly sockets: readonly Socket[]
  readonly note: Note
}

/** Lets all clients buy until nearly all seats are held: how many holds they got. */
async function sellOut(show: BenchShow, { buyers, sockets, note }: Market): Promise<number> {
  const free = new Set(show.seatKeys)
  let held = 0
  let refused = 0
  const enough = SEATS * (1 - SOLD_OUT_AT)
  await Promise.all(
    buyers.map(async (buyer, index) => {
      while (free.size > enough) {
        const seatKeys = pickSeats(free)
        const answer = await exchange(sockets[index]!, holdAtMarquee(buyer, { show, seatKeys }))
        if (isHeld(answer)) {
          held++
          for (const seat of seatKeys) free.delete(seat)
        } else if (answer.body.includes('"SeatsUnavailableError"')) refused++
        else throw new Error(`a hold was answered with ${answer.body}`)
      }
    }),
  )
  note(`show ${show.key}: ${held} holds, ${refused} refused as somebody was faster`)
  return held
}

/** One to four seats that nobody is known to have. */
function pickSeats(free: ReadonlySet<number>): number[] {
  const left = [...free]
  const wanted = 1 + Math.floor(Math.random() * MAX_SEATS_EACH)
  const picked = new Set<number>()
  while (picked.size < wanted) picked.add(left[Math.floor(Math.random() * left.length)]!)
  return [...picked]
}

/** Throws unless each hold that was answered is there, has its seats, and shares none with another. */
async function checkSeats(url: string, held: number): Promise<void> {
  const [sums] = await runSql(
    url,
    `SELECT count(*)::int AS bookings,
       (SELECT count(*)::int FROM (SELECT DISTINCT show_id, unnest(seat_ids) FROM booking) AS seat) AS seats,
       sum(cardinality(seat_ids))::int AS wanted,
       (SELECT count(*)::int FROM show_seat s JOIN booking b ON b.id = s.booking_id AND b.show_id = s.show_id
        WHERE s.status = 'HELD' AND s.seat_id = ANY(b.seat_ids)) AS owned
     FROM booking`,
  )
  const { bookings, seats, wanted, owned } = sums
  if (bookings !== held) throw new Error(`${held} holds were answered, ${bookings} are there`)
  if (seats !== wanted) throw new Error(`${wanted - seats} seats were sold twice`)
  if (owned !== wanted) throw new Error(`${wanted - owned} seats do not belong to the booking that has them`)
}

/** All transactions of the database that were rolled back: the ones that lost, and any others, so rather too many. */
async function readRollbacks(url: string): Promise<number> {
  const [row] = await runSql(
    url,
    'SELECT xact_rollback::int AS rollbacks FROM pg_stat_database WHERE datname = current_database()',
  )
  return row.rollbacks
}
