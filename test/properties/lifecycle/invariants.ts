import { expect } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import { jumpTo } from './commands/jumps.js'
import { compareBooking } from './compare.js'
import { type Booking, HOLD, type Model, owed, seatStatus, statusOf } from './model/model.js'
import { BOOKING } from './mutations.js'
import { type Answer, type Real, type SeenSeat, work } from './real.js'

/** What has to hold whenever nobody is doing anything. Lets all holds end, and checks it once more. */
export async function checkAll(model: Model, real: Real): Promise<void> {
  await work(real.server)
  await checkBookings(model, real)
  await checkSeats(model, real)
  jumpTo(model, real, model.now + HOLD.max + 60_000)
  await work(real.server)
  // What was let go a moment ago had to wait for the first round.
  await work(real.server)
  await checkBookings(model, real)
  await checkSeats(model, real)
  await checkMoney(model, real)
}

const BOOKINGS = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Booking { ${BOOKING} tickets { seat { id } status } } } }`

async function checkBookings(model: Model, real: Real): Promise<void> {
  for (const [index, guest] of real.guests.entries()) {
    const owned = model.bookings.filter(({ owner }) => owner === index)
    const ids = owned.map((booking) => real.bookingIds[model.bookings.indexOf(booking)])
    const { nodes } = await guest.query(BOOKINGS, { ids })
    for (const [place, booking] of owned.entries()) {
      compareBooking(model, real, { answer: nodes[place], booking })
      compareTickets(model, booking, nodes[place])
    }
  }
}

/** One ticket a seat of what is confirmed, none of anything else. */
function compareTickets(model: Model, booking: Booking, answer: Answer): void {
  const isValid = ['CONFIRMED', 'COMPLETED'].includes(statusOf(model, booking))
  const seatIds = isValid ? answer.seats.map(({ seat }: Answer) => seat.id) : []
  expect(answer.tickets.map(({ seat }: Answer) => seat.id).sort()).toEqual(seatIds.sort())
  expect(answer.tickets.every(({ status }: Answer) => status === 'VALID')).toBe(true)
}

const MAP = 'query ($id: ID!) { seatMap(showId: $id) { seatCodes rows { seats { id status version } } } }'
const CODES = { AVAILABLE: 'A', HELD: 'H', BOOKED: 'B', BLOCKED: 'X' } as const

/** The map of each show is the model's, and each seat its owner's. */
export async function checkSeats(model: Model, real: Real): Promise<void> {
  for (const [index, { id, key }] of real.shows.entries()) {
    const { seatMap } = await real.guests[0]!.query(MAP, { id })
    const codes = model.shows[index]!.prices.map((_, seat) => CODES[seatStatus(model, index, seat)])
    expect(seatMap.seatCodes).toBe(codes.join(''))
    for (const seat of seatMap.rows.flatMap(({ seats }: Answer) => seats)) compareVersion(real, seat)
    expect(await strayOwners(real, key)).toEqual([])
  }
}

/** A seat that has changed has a higher version, and none ever has a lower one. */
function compareVersion({ seen }: Real, { id, ...seat }: SeenSeat & { readonly id: string }): void {
  const before = seen.get(id)
  const least = before === undefined ? 0 : before.version + (before.status === seat.status ? 0 : 1)
  expect(seat.version).toBeGreaterThanOrEqual(least)
  seen.set(id, seat)
}

/** Seats that are not exactly those of the one booking they should be of. */
async function strayOwners({ server }: Real, showKey: number): Promise<unknown[]> {
  return server.seed.sql(
    `SELECT seat.seat_id, seat.status, seat.booking_id, booked.booking_id AS booked_by, owners.ids FROM show_seat seat
     LEFT JOIN booked_seat booked USING (show_id, seat_id)
     CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(id), '{}') AS ids FROM booking
       WHERE booking.show_id = seat.show_id AND seat.seat_id = ANY (seat_ids)
         AND booking.status = ANY (CASE seat.status WHEN 'HELD' THEN '{PENDING}' ELSE '{CONFIRMED,COMPLETED}' END::booking_status[])
     ) AS owners
     WHERE seat.show_id = $1 AND NOT CASE seat.status
       WHEN 'BOOKED' THEN owners.ids = ARRAY[seat.booking_id] AND booked.booking_id IS NOT DISTINCT FROM seat.booking_id
       WHEN 'HELD' THEN owners.ids = ARRAY[seat.booking_id] AND booked.booking_id IS NULL
       ELSE owners.ids = '{}' AND booked.booking_id IS NULL END`,
    [showKey],
  )
}

async function checkMoney(model: Model, real: Real): Promise<void> {
  for (const [index, booking] of model.bookings.entries()) {
    const id = fromGlobalId(real.bookingIds[index]!)!.key
    const name = `#${index}, ${statusOf(model, booking)}`
    expect({ name, ...(await moneyOf(real, id)) }).toEqual({
      name,
      collected: booking.captured,
      kept: owed(model, booking),
      atProvider: owed(model, booking),
      unsettled: 0,
    })
    expect(booking.captured - booking.refunded).toBe(owed(model, booking))
  }
}

/** What the payments of a booking come to: in our books, in the provider's, and how many steps are still to be done. */
async function moneyOf({ server }: Real, bookingId: string) {
  const [row] = await server.seed.sql(
    `SELECT
       coalesce(sum(amount) FILTER (WHERE status = 'CAPTURED'), 0)::int AS collected,
       coalesce(sum(amount) FILTER (WHERE status = 'CAPTURED'), 0)::int - coalesce(sum(back), 0)::int AS kept,
       coalesce(sum(at_provider), 0)::int AS "atProvider",
       count(*) FILTER (WHERE status NOT IN ('CAPTURED', 'DECLINED', 'VOIDED') OR is_reserved OR pending > 0)::int AS unsettled
     FROM payment
     CROSS JOIN LATERAL (
       SELECT sum(amount) FILTER (WHERE status <> 'FAILED') AS back, count(*) FILTER (WHERE status <> 'SUCCEEDED') AS pending
       FROM refund WHERE payment_id = payment.id
     ) AS refunds
     LEFT JOIN LATERAL (
       SELECT CASE WHEN captured THEN amount - refunded ELSE 0 END AS at_provider,
         decline_reason IS NULL AND NOT captured AND NOT voided AS is_reserved
       FROM sandbox_payment WHERE key = payment.id::text
     ) AS books ON true
     WHERE booking_id = $1`,
    [bookingId],
  )
  return row
}
