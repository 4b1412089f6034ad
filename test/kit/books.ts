import { expect } from 'vitest'
import { reconcile } from '../../src/modules/reconciliation/index.js'
import { seatsTopic } from '../../src/modules/seatmaps/events.js'
import type { PayingServer } from './payingServer.js'
import type { SeededShow } from './seed.js'
import type { TestServer } from './server.js'

/** The key of a row in the tables, of its global id. */
export function keyOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1]!
}

/** What the provider's books say of the payments for a booking, the oldest first. */
export async function ledger({ seed }: TestServer, bookingId: string) {
  return seed.sql(
    `SELECT p.amount, captured, voided, refunded FROM sandbox_payment p JOIN payment ON payment.id::text = p.key
     WHERE payment.booking_id = $1 ORDER BY created_at, payment.id`,
    [keyOf(bookingId)],
  ) as Promise<{ amount: number; captured: boolean; voided: boolean; refunded: number }[]>
}

/** What the provider has of the money for a booking in the end: collected and not given back. Null while something is open. */
export async function netPaid(server: TestServer, bookingId: string): Promise<number | null> {
  const payments = await ledger(server, bookingId)
  const pending = await server.seed.sql(
    `SELECT 1 FROM payment LEFT JOIN refund ON payment_id = payment.id WHERE booking_id = $1 AND (refund.status = 'PENDING'
       OR payment.status IN ('INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURING', 'VOIDING'))`,
    [keyOf(bookingId)],
  )
  if (pending.length > 0) return null
  return payments.reduce((sum, { amount, captured, refunded }) => sum + (captured ? amount - refunded : 0), 0)
}

/** A booking as it is written. */
export async function readBooking({ seed }: TestServer, bookingId: string) {
  const [row] = await seed.sql(
    `SELECT status, total, retained, expires_at AS "expiresAt", cardinality(seat_ids) AS seats FROM booking WHERE id = $1`,
    [keyOf(bookingId)],
  )
  return row as { status: string; total: number; retained: number; expiresAt: Date; seats: number }
}

/** The statuses of the payments for a booking, the oldest first. */
export async function paymentStatuses({ seed }: TestServer, bookingId: string): Promise<string[]> {
  const rows = await seed.sql('SELECT status FROM payment WHERE booking_id = $1 ORDER BY created_at, id', [
    keyOf(bookingId),
  ])
  return rows.map(({ status }: { status: string }) => status)
}

const OF_BOOKING = 'WHERE booking_id IN (SELECT id FROM booking WHERE show_id = $1)'
const TABLES = [
  `SELECT id, account_id, status, seat_ids, seat_prices, total, retained, expires_at, payment_extended_at, contact_email
   FROM booking WHERE show_id = $1 ORDER BY id`,
  `SELECT id, status, amount FROM payment ${OF_BOOKING} ORDER BY id`,
  `SELECT id, amount FROM refund WHERE payment_id IN (SELECT id FROM payment ${OF_BOOKING}) ORDER BY id`,
  'SELECT * FROM booked_seat WHERE show_id = $1 ORDER BY seat_id',
  'SELECT seat_id, status, held_until, booking_id, version FROM show_seat WHERE show_id = $1 ORDER BY seat_id',
  `SELECT id, status, to_account_id FROM booking_transfer ${OF_BOOKING} ORDER BY id`,
  `SELECT id, status FROM ticket ${OF_BOOKING} ORDER BY id`,
  `SELECT id, event FROM notification ${OF_BOOKING} ORDER BY id`,
  `SELECT key, captured, voided FROM sandbox_payment WHERE key IN (SELECT id::text FROM payment ${OF_BOOKING}) ORDER BY key`,
]

/** All that operations on the bookings of a show write but for their answers, and what the provider has. */
async function readBooks({ seed }: TestServer, show: SeededShow) {
  const books = []
  for (const table of TABLES) books.push(await seed.sql(table, [show.key]))
  return books
}

/** Runs what is to be refused, and makes sure that nothing is written about the show, no watcher told anything, and nobody charged. */
export async function refused<Answer>(
  server: TestServer,
  show: SeededShow,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const before = await readBooks(server, show)
  const told: unknown[] = []
  const stop = server.services.pubsub.subscribe(seatsTopic(show.key), (message) => told.push(message))
  const answer = await work()
  stop()
  expect(await readBooks(server, show)).toEqual(before)
  expect(told).toEqual([])
  return answer
}

/** Makes sure that holds, bookings, seats, the log of seats, payments and the provider agree, once all has come to rest. */
export async function expectAgreement(server: PayingServer): Promise<void> {
  const { services, gateway, seed } = server
  const open = `SELECT id, status::text FROM payment WHERE status IN ('CAPTURING', 'VOIDING')
    UNION ALL SELECT id, status::text FROM refund WHERE status = 'PENDING'
    UNION ALL SELECT id, status::text FROM booking WHERE status = 'PENDING' AND expires_at <= $1`
  await expect.poll(() => seed.sql(open, [server.clock.now()]), { timeout: 20_000 }).toEqual([])
  const reports = await reconcile({ ...services, gateway })
  expect(reports.filter(({ drift, failure }) => drift.length > 0 || failure !== null)).toEqual([])
}
