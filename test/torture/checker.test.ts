import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Fault, type Story, tellStory } from './story.js'

let story: Story

beforeAll(async () => {
  story = await tellStory()
})
afterAll(() => story.close())

it('finds nothing wrong where nothing is', async () => {
  expect(await story.violations({})).toEqual({})
})

/** Switches triggers and foreign keys off: what the database itself would refuse or record. */
const UNGUARDED = 'SET LOCAL session_replication_role = replica;'

function copyBooking(changes: string): string {
  return `INSERT INTO booking SELECT (jsonb_populate_record(booking, jsonb_build_object('id', gen_random_uuid()) || '${changes}')).*
    FROM booking WHERE id = '{confirmed}';`
}

const seat = (number: number) => `show_id = {show} AND seat_id = {seat${number}}`
const PAYMENT = `payment WHERE booking_id = '{confirmed}'`
const LEDGER = (changes: string, of = 'confirmed') =>
  `UPDATE sandbox_payment SET ${changes} WHERE key = (SELECT id::text FROM payment WHERE booking_id = '{${of}}');`
const pending = { __typename: 'HoldSeatsSuccess', booking: { id: '{confirmed}', status: 'PENDING' } }
const later = new Date(Date.now() + 3_600_000)

const CASES: readonly [string, Fault][] = [
  ['', { sql: copyBooking('{}') }],
  ['', { sql: UNGUARDED + copyBooking('{}') }],
  ['', { sql: copyBooking('{"status": "EXPIRED", "confirmed_at": null}') }],
  ['', { sql: `UPDATE show_seat SET booking_id = '{cancelled}' WHERE ${seat(1)}` }],
  ['', { sql: `UPDATE show_seat SET status = 'AVAILABLE', booking_id = NULL WHERE ${seat(1)}` }],
  ['', { sql: `UPDATE show_seat SET status = 'BOOKED', booking_id = '{confirmed}' WHERE ${seat(6)}` }],
  ['', { sql: `DELETE FROM booked_seat WHERE ${seat(1)}` }],
  ['', { sql: `UPDATE booking SET status = 'EXPIRED' WHERE id = '{confirmed}'` }],
  [
    '',
    {
      sql: `UPDATE show_seat SET status = 'HELD', held_until = now() + interval '1 day', booking_id = '{cancelled}' WHERE ${seat(6)}`,
    },
  ],
  [
    '',
    { sql: `UPDATE show_seat SET status = 'HELD', held_until = now(), booking_id = '{cancelled}' WHERE ${seat(6)}` },
  ],
  ['', { sql: `${UNGUARDED} UPDATE show_seat SET price = price + 1 WHERE ${seat(6)}` }],
  [
    '',
    {
      sql: `ALTER TABLE show_seat DISABLE TRIGGER show_seat_updated; UPDATE show_seat SET price = price + 1 WHERE ${seat(6)}`,
    },
  ],
  ['', { sql: `UPDATE ticket SET status = 'VOID', voided_at = now() WHERE ${seat(1)}` }],
  [
    '',
    {
      sql: `INSERT INTO ticket (id, booking_id, show_id, seat_id, status, issued_at) VALUES (gen_random_uuid(), '{cancelled}', {show}, {seat6}, 'VALID', now())`,
    },
  ],
  ['', { sql: LEDGER('captured = false') }],
  ['', { sql: LEDGER('refunded = 500') }],
  ['', { sql: LEDGER('refunded = 5000') }],
  ['', { sql: LEDGER('refunded = 0', 'cancelled') }],
  ['', { sql: LEDGER('voided = true') }],
  ['', { sql: LEDGER(`decline_reason = 'GENERIC_DECLINE'`) }],
  [
    '',
    {
      sql: `INSERT INTO sandbox_payment (key, reference, method, amount, currency, captured) VALUES ('x', 'x', 'CARD', 1, 'EUR', true)`,
    },
  ],
  [
    '',
    {
      sql: `INSERT INTO payment SELECT (jsonb_populate_record(payment, jsonb_build_object('id', gen_random_uuid(), 'reference', 'y'))).* FROM ${PAYMENT};
    INSERT INTO sandbox_payment (key, reference, method, amount, currency, captured) SELECT id::text, 'y', 'CARD', amount, 'EUR', true FROM ${PAYMENT} AND reference = 'y'`,
    },
  ],
  ['', { sql: `UPDATE booking SET confirmed_at = NULL WHERE id = '{confirmed}'` }],
  ['', { sql: `UPDATE refund SET status = 'FAILED'` }],
  ['', { sql: `UPDATE refund SET status = 'PENDING'` }],
  ['', { sql: `UPDATE payment SET status = 'CAPTURING' WHERE booking_id = '{confirmed}'` }],
  ['', { sql: `UPDATE booking SET status = 'PENDING', slot = 9 WHERE id = '{confirmed}'` }],
  ['', { sql: `SELECT graphile_worker.add_job('payRefund', '{}'::json, run_at := now() + interval '1 hour')` }],
  [
    '',
    { told: { operation: 'holdSeats', input: { showId: '{show}', seatIds: ['{seat1}', '{seat2}'] }, answer: pending } },
  ],
  [
    '',
    { told: { operation: 'holdSeats', input: { showId: '{show}', seatIds: ['{seat1}', '{seat3}'] }, answer: pending } },
  ],
  [
    '',
    {
      told: {
        operation: 'holdSeats',
        input: { showId: '{show}', seatIds: ['{seat1}', '{seat2}'] },
        answer: pending,
        sentAt: later,
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'swapSeats',
        input: { bookingId: '{confirmed}', releaseSeatIds: ['{seat2}'], takeSeatIds: ['{seat5}'] },
        answer: { __typename: 'SwapSeatsSuccess' },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'exchangeBooking',
        input: { bookingId: '{confirmed}', showId: '{show}', seatIds: ['{seat5}'] },
        answer: { __typename: 'ExchangeBookingSuccess' },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'releaseSeats',
        input: { bookingId: '{confirmed}' },
        answer: { __typename: 'ReleaseSeatsSuccess' },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'confirmBooking',
        input: { bookingId: '{confirmed}' },
        answer: { __typename: 'ConfirmBookingSuccess' },
      },
      sql: `UPDATE booking SET confirmed_at = NULL WHERE id = '{confirmed}'`,
    },
  ],
  [
    '',
    {
      told: {
        operation: 'confirmBooking',
        input: { bookingId: '{cancelled}' },
        answer: { __typename: 'ConfirmBookingSuccess' },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'cancelBooking',
        input: { bookingId: '{cancelled}' },
        answer: { __typename: 'CancelBookingSuccess', refund: { amount: '20.00' } },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'cancelBooking',
        input: { bookingId: '{cancelled}' },
        answer: { __typename: 'CancelBookingSuccess', refund: { amount: '20.01' } },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'booking',
        input: { id: '{cancelled}' },
        answer: { __typename: 'Booking', status: 'RELEASED' },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'booking',
        input: { id: '{confirmed}' },
        answer: { __typename: 'Booking', status: 'EXPIRED' },
      },
    },
  ],
  ['', { told: { operation: 'booking', input: { id: '{confirmed}' } } }],
  [
    '',
    {
      told: {
        operation: 'cancelBooking',
        input: { bookingId: '{confirmed}' },
        answer: { __typename: 'NotFoundError', message: 'You have no such booking.' },
      },
    },
  ],
  ['', { told: { operation: 'confirmBooking', error: 'INTERNAL_SERVER_ERROR' } }],
  ['', { told: { operation: 'confirmBooking', error: 'broken: ECONNRESET' } }],
  [
    '',
    {
      told: {
        operation: 'holdSeats',
        input: { showId: '{show}', seatIds: ['{seat1}', '{seat6}'] },
        answer: { __typename: 'SeatsUnavailableError', seats: [{ id: '{seat1}' }] },
      },
    },
  ],
  [
    '',
    {
      told: {
        operation: 'holdSeats',
        input: { showId: '{show}', seatIds: ['{seat1}', '{seat6}'] },
        answer: { __typename: 'SeatsUnavailableError', seats: [{ id: '{seat6}' }] },
      },
    },
  ],
  ['', { watched: { seat: 1, status: 'BOOKED', version: 2 } }],
]

it.each(CASES)('%s', async (name, fault) => {
  const found = await story.violations(fault)
  console.log(JSON.stringify(fault).slice(0, 240), found)
  void name
})
