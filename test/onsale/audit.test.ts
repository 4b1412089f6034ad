import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Books, readBooks } from '../../onsale/audit.js'
import { waitFor } from '../../torture/settle.js'
import { confirmBooking, holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'

/** A job looks after each payment seconds after its confirmation. */
const SETTLED_WITHIN_MS = 50_000

let server: TestServer
let pool: pg.Pool
let show: SeededShow
let right: Books

beforeAll(async () => {
  server = await startServer()
  pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  show = await server.seed.show({ seats: 4 })
  for (const seatIds of [show.seatIds.slice(0, 2), show.seatIds.slice(2, 4)]) {
    const buyer = await server.signInAsGuest()
    const { booking } = await holdSeats(buyer, show, seatIds)
    await confirmBooking(buyer, booking.id)
  }
  await waitFor(async () => (await readBooks(pool, show.key)).pending.length === 0, SETTLED_WITHIN_MS)
  right = await readBooks(pool, show.key)
})
afterAll(async () => {
  await pool.end()
  await server.close()
})

it('finds what was sold and collected', () => {
  expect(right).toEqual({ soldSeats: 4, soldTwice: 0, bookings: 2, total: 4000, captured: 4000, pending: [] })
})

it.each([
  [
    'a seat in two bookings',
    { soldTwice: 1 },
    `UPDATE booking SET seat_ids = seat_ids || (SELECT min(seat_id) FROM show_seat), seat_prices = seat_prices || 0
     WHERE NOT (SELECT min(seat_id) FROM show_seat) = ANY(seat_ids)`,
  ],
  [
    'a seat that is sold to nobody',
    { soldTwice: 1 },
    'DELETE FROM booked_seat WHERE seat_id = (SELECT min(seat_id) FROM booked_seat)',
  ],
  [
    'a seat that is free again, while its buyer has a booking',
    { soldSeats: 3, soldTwice: 1 },
    `UPDATE show_seat SET status = 'AVAILABLE', booking_id = NULL WHERE seat_id = (SELECT min(seat_id) FROM show_seat)`,
  ],
  [
    'money that was not collected',
    { captured: 2000 },
    'UPDATE sandbox_payment SET captured = false WHERE key = (SELECT min(key) FROM sandbox_payment)',
  ],
  [
    'a booking that is not paid',
    { bookings: 1, total: 2000, soldTwice: 2, pending: ['a booking that is PENDING'] },
    `UPDATE booking SET status = 'PENDING', expires_at = now() + interval '1 hour'
     WHERE id = (SELECT min(id::text)::uuid FROM booking)`,
  ],
])('finds %s', async (_name, wrong, sql) => {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query(sql)
  const books = await readBooks(client, show.key)
  await client.query('ROLLBACK')
  client.release()
  expect(books).toEqual({ ...right, ...wrong })
})
