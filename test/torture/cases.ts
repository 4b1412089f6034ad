import type { Told } from '../../torture/transcript.js'
import type { Fault } from './story.js'

export interface Case extends Fault {
  readonly name: string
  /** The names of all invariants that it violates, and of no others. */
  readonly violated: readonly string[]
  readonly detail?: RegExp
}

const ONE_CLAIM = 'a seat has one claim at most, at any time'
const WHOLE = 'a hold takes all of its seats in its own transaction'
const BOOKED = 'a BOOKED seat has exactly one booking, which is paid for'
const SEATS = 'a paid booking has its seats'
const CANCELLED = 'a show that is cancelled has no paid booking'
const HELD = 'a held seat has an end, the one of its booking'
const VERSIONS = 'each change of a seat has a version of its own, and is in the log'
const TICKETS = 'a BOOKED seat has one ticket that lives, the one of its booking'
const PAID = 'a booking is paid for once, and not at all where it has no seats'
const ENDED = 'a payment ends once: collected, given back, or never taken'
const BOOKS = 'our books say what the ledger of the gateway says'
const REFUNDS = 'a refund fails where the gateway refuses it, and not otherwise'
const PENDING = 'nothing is left pending'
const TOLD_HELD = 'told that seats are held: they were, for this account'
const TOLD_CONFIRMED = 'told that a booking is confirmed: it was, and was paid for'
const TOLD_BACK = 'told what goes back of a booking: it went back'
const TOLD_CHANGED = 'told that a booking is changed: it was, as was asked for'
const TOLD_STATUS = 'told where a booking stands: it stood there'
const TOLD_NONE = 'told that there is no such booking: there is none'
const TOLD_FAULT = 'told of a fault: to send the same again, and of no other'
const TOLD_REFUSED = 'told that a payment is refused: its key has paid nothing'
const TOLD_TAKEN = 'told that a seat is not to be had: somebody had it'
const ONE_ANSWER = 'a key gets one answer'
const MAILS = 'a notification is sent once at most, and was where it says so'
const MAPS = 'a watched map ends as the seats are'

const EXCHANGED = { bookingId: '{confirmed}' }
const SHARE = '3f2a9c1e-1111-4222-8333-444455556666'
const CONFIRMED = { __typename: 'ConfirmBookingSuccess', booking: { id: '{confirmed}', status: 'CONFIRMED' } }
const REFUSED = { __typename: 'PaymentCaptureError', booking: { id: '{confirmed}', status: 'CONFIRMED' } }
const NO_BOOKING = { __typename: 'NotFoundError', message: 'You have no such booking.' }

/** Switches triggers and foreign keys off: what would refuse or record it. */
const UNGUARDED = 'SET LOCAL session_replication_role = replica;'

function copyBooking(changes = '{}'): string {
  return `INSERT INTO booking SELECT (jsonb_populate_record(booking, jsonb_build_object('id', gen_random_uuid()) || '${changes}')).*
    FROM booking WHERE id = '{confirmed}';`
}

function setLedger(changes: string, of = 'confirmed'): string {
  return `UPDATE sandbox_payment SET ${changes} WHERE key = (SELECT id::text FROM payment WHERE booking_id = '{${of}}');`
}

function setSeat(number: number, changes: string): string {
  return `UPDATE show_seat SET ${changes} WHERE show_id = {show} AND seat_id = {seat${number}};`
}

function told(operation: string, input: object, answer: object | null, more: Partial<Told> = {}) {
  return { told: [{ operation, input: input as Told['input'], answer, ...more }] }
}

function toldToHold(seatIds: string[], answer: object, more: Partial<Told> = {}) {
  return told('holdSeats', { showId: '{show}', seatIds }, answer, more)
}

const held = { __typename: 'HoldSeatsSuccess', booking: { id: '{confirmed}', status: 'PENDING' } }
const cancelledFor = (amount: string) => ({ __typename: 'CancelBookingSuccess', refund: { amount } })
const stateError = { __typename: 'BookingStateError', booking: { id: '{confirmed}', status: 'CONFIRMED' } }
const takenSeat = (seatId: string) => ({ __typename: 'SeatsUnavailableError', seats: [{ seatId }] })
const tomorrow = new Date(Date.now() + 86_400_000)
const yesterday = new Date(Date.now() - 86_400_000)

const OF_SEATS: readonly Case[] = [
  { name: 'a seat in two bookings', sql: copyBooking(), violated: [ONE_CLAIM, WHOLE, SEATS, PAID] },
  {
    name: 'a booking of a show that is cancelled',
    sql: 'UPDATE show SET cancelled_at = now() WHERE id = {show};',
    violated: [CANCELLED],
    detail: /^is CONFIRMED, and its show is cancelled$/,
  },
  { name: 'a hold without its seats', sql: copyBooking('{"status": "EXPIRED"}'), violated: [WHOLE] },
  {
    name: 'a seat that goes from one booking to another',
    sql: setSeat(1, `booking_id = '{cancelled}'`),
    violated: [ONE_CLAIM, BOOKED, SEATS],
  },
  {
    name: 'a seat that is held and booked away before its time',
    sql: `${setSeat(6, `status = 'HELD', held_until = now() + interval '1 min', booking_id = '{cancelled}'`)}
      ${setSeat(6, `status = 'HELD', booking_id = '{confirmed}'`)}
      ${setSeat(6, `status = 'AVAILABLE', held_until = NULL, booking_id = NULL`)}`,
    violated: [ONE_CLAIM],
  },
  {
    name: 'a booking that has lost a seat',
    sql: setSeat(1, `status = 'AVAILABLE', booking_id = NULL`),
    violated: [BOOKED, SEATS],
  },
  {
    name: 'a seat that is booked by a booking that does not know',
    sql: `${setSeat(6, `status = 'BOOKED', booking_id = '{confirmed}'`)}
      INSERT INTO booked_seat VALUES ({show}, {seat6}, '{confirmed}');
      INSERT INTO ticket (id, booking_id, show_id, seat_id, status, issued_at)
        VALUES (gen_random_uuid(), '{confirmed}', {show}, {seat6}, 'VALID', now())`,
    violated: [BOOKED],
  },
  {
    name: 'a seat that is held for longer than a hold may last',
    sql: setSeat(6, `status = 'HELD', held_until = now() + interval '1 day', booking_id = '{cancelled}'`),
    violated: [HELD, PENDING],
  },
  {
    name: 'a seat that is held by what is no hold',
    sql: setSeat(6, `status = 'HELD', held_until = now(), booking_id = '{cancelled}'`),
    violated: [HELD, PENDING],
  },
  { name: 'a version too many', sql: UNGUARDED + setSeat(6, 'price = price + 1'), violated: [VERSIONS] },
  {
    name: 'a change that is not in the log',
    sql: `ALTER TABLE show_seat DISABLE TRIGGER show_seat_updated; ${setSeat(6, 'price = price + 1')}`,
    violated: [VERSIONS],
  },
  {
    name: 'a seat without a ticket',
    sql: `UPDATE ticket SET status = 'VOID', voided_at = now() WHERE show_id = {show} AND seat_id = {seat1}`,
    violated: [TICKETS],
  },
  {
    name: 'a ticket without a seat',
    sql: `INSERT INTO ticket (id, booking_id, show_id, seat_id, status, issued_at)
      VALUES (gen_random_uuid(), '{cancelled}', {show}, {seat6}, 'VALID', now())`,
    violated: [TICKETS],
  },
]

const OF_MONEY: readonly Case[] = [
  { name: 'a booking that is not paid for', sql: setLedger('captured = false'), violated: [PAID, ENDED, BOOKS] },
  { name: 'money that went back for nothing', sql: setLedger('refunded = 500'), violated: [PAID, BOOKS] },
  { name: 'more than all that went back', sql: setLedger('refunded = 5000'), violated: [PAID, ENDED, BOOKS] },
  { name: 'money that did not go back', sql: setLedger('refunded = 0', 'cancelled'), violated: [PAID, BOOKS] },
  { name: 'money both collected and let go', sql: setLedger('voided = true'), violated: [ENDED] },
  { name: 'a collected payment that was declined', sql: setLedger(`decline_reason = 'X'`), violated: [ENDED] },
  {
    name: 'a payment that we do not know of',
    sql: `INSERT INTO sandbox_payment (key, reference, method, amount, currency, captured) VALUES ('x', 'x', 'CARD', 1, 'EUR', true)`,
    violated: [ENDED],
  },
  {
    name: 'a booking that was paid for twice',
    sql: `INSERT INTO payment SELECT (jsonb_populate_record(payment, jsonb_build_object('id', gen_random_uuid(), 'reference', 'y'))).*
        FROM payment WHERE booking_id = '{confirmed}';
      INSERT INTO sandbox_payment (key, reference, method, amount, currency, captured)
        SELECT id::text, 'y', 'CARD', amount, 'EUR', true FROM payment WHERE reference = 'y'`,
    violated: [PAID],
    detail: /owes 2000, and the gateway keeps 4000/,
  },
  {
    name: 'a paid hold that was never confirmed',
    sql: `UPDATE booking SET confirmed_at = NULL, status = 'EXPIRED' WHERE id = '{confirmed}'`,
    violated: [PAID, ENDED, BOOKED],
  },
  { name: 'a refund that fails for no reason', sql: `UPDATE refund SET status = 'FAILED'`, violated: [REFUNDS, BOOKS] },
]

const OF_TIME: readonly Case[] = [
  { name: 'a refund on its way', sql: `UPDATE refund SET status = 'PENDING'`, violated: [PENDING, BOOKS] },
  {
    name: 'a payment on its way',
    sql: `UPDATE payment SET status = 'CAPTURING' WHERE booking_id = '{confirmed}'`,
    violated: [PENDING, BOOKS],
  },
  {
    name: 'a hold that lasts',
    sql: `UPDATE booking SET status = 'PENDING', slot = 9 WHERE id = '{confirmed}'`,
    violated: [PENDING, BOOKED, PAID],
  },
  {
    name: 'a job that waits',
    sql: `SELECT graphile_worker.add_job('payRefund', '{}'::json, run_at := now() + interval '1 hour')`,
    violated: [PENDING],
  },
]

const OF_WHAT_WAS_TOLD: readonly Case[] = [
  { name: 'a hold that was told as it is', ...toldToHold(['{seat1}', '{seat2}'], held), violated: [] },
  {
    name: 'a hold that was told with another seat',
    ...toldToHold(['{seat1}', '{seat3}'], held),
    violated: [TOLD_HELD],
  },
  {
    name: 'a hold that was told when it was over',
    ...toldToHold(['{seat1}', '{seat2}'], held, { sentAt: tomorrow }),
    violated: [TOLD_STATUS],
  },
  {
    name: 'a confirmation that never was',
    ...told('confirmBooking', { bookingId: '{cancelled}' }, { __typename: 'ConfirmBookingSuccess' }),
    sql: `UPDATE booking SET confirmed_at = NULL, status = 'RELEASED' WHERE id = '{cancelled}'`,
    violated: [TOLD_CONFIRMED],
  },
  {
    name: 'a swap that never was',
    ...told(
      'swapSeats',
      { bookingId: '{confirmed}', releaseSeatIds: ['{seat2}'], takeSeatIds: ['{seat5}'] },
      { __typename: 'SwapSeatsSuccess' },
    ),
    violated: [TOLD_CHANGED],
  },
  {
    name: 'an exchange that never was',
    ...told(
      'exchangeBooking',
      { bookingId: '{confirmed}', showId: '{show}', seatIds: ['{seat5}'] },
      { __typename: 'ExchangeBookingSuccess', refund: { amount: '0.00' } },
    ),
    violated: [TOLD_CHANGED],
  },
  {
    name: 'a release that never was',
    ...told('releaseSeats', { bookingId: '{confirmed}' }, { __typename: 'ReleaseSeatsSuccess' }),
    violated: [TOLD_CHANGED],
  },
  {
    name: 'a refund that was told as it is',
    ...told('cancelBooking', { bookingId: '{cancelled}' }, cancelledFor('20.00')),
    violated: [],
  },
  {
    name: 'a refund that was told to be more',
    ...told('cancelBooking', { bookingId: '{cancelled}' }, cancelledFor('20.01')),
    violated: [TOLD_BACK],
  },
  {
    name: 'a status that never was',
    ...told('booking', { id: '{cancelled}' }, { __typename: 'Booking', status: 'RELEASED' }),
    violated: [TOLD_STATUS],
  },
  {
    name: 'an expiry of what was confirmed already',
    ...told('booking', { id: '{confirmed}' }, { __typename: 'Booking', status: 'EXPIRED' }, { sentAt: tomorrow }),
    violated: [TOLD_STATUS],
  },
  { name: 'a booking told not to be there', ...told('booking', { id: '{confirmed}' }, null), violated: [TOLD_NONE] },
  {
    name: 'a booking told not to be there, by a refusal',
    ...told('cancelBooking', { bookingId: '{confirmed}' }, NO_BOOKING),
    violated: [TOLD_NONE],
  },
  {
    name: 'an error of our own',
    ...told('confirmBooking', {}, null, { error: 'INTERNAL_SERVER_ERROR' }),
    violated: [TOLD_FAULT],
  },
  {
    name: 'a connection that broke',
    ...told('confirmBooking', {}, null, { error: 'broken: ECONNRESET' }),
    violated: [],
  },
  {
    name: 'a refusal of what was paid',
    ...told('confirmBooking', { bookingId: '{confirmed}' }, stateError, { key: '{key}' }),
    violated: [TOLD_REFUSED],
  },
  {
    name: 'two answers under one key',
    told: [
      { operation: 'confirmBooking', input: {}, key: 'k', answer: { __typename: 'PaymentActionRequired' } },
      { operation: 'confirmBooking', input: {}, key: 'k', answer: { __typename: 'PaymentGivenUpError' } },
      { operation: 'confirmBooking', input: {}, key: 'k', answer: { __typename: 'PaymentDeclinedError' } },
    ],
    violated: [ONE_ANSWER],
    detail: /answered with PaymentDeclinedError, PaymentGivenUpError/,
  },
  {
    name: 'an answer that is not shown any more, as the booking was transferred since',
    sql: `INSERT INTO booking_transfer (id, booking_id, from_account_id, to_account_id, email, status, code_hash, created_at, settled_at)
      SELECT gen_random_uuid(), id, account_id, account_id, 'a@example.org', 'ACCEPTED', 'hash', now(), now() FROM booking WHERE id = '{confirmed}'`,
    told: [
      { operation: 'exchangeBooking', input: EXCHANGED, key: 'k', answer: { __typename: 'ExchangeClosedError' } },
      { operation: 'exchangeBooking', input: EXCHANGED, key: 'k', answer: NO_BOOKING, answeredAt: tomorrow },
    ],
    violated: [],
  },
  {
    name: 'a confirmation that was undone, as the money of another share was refused',
    sql: `${UNGUARDED}
      INSERT INTO payment SELECT (jsonb_populate_record(payment, '{"id": "${SHARE}", "status": "VOIDED"}')).*
        FROM payment WHERE booking_id = '{confirmed}';
      INSERT INTO sandbox_payment SELECT (jsonb_populate_record(g, '{"key": "${SHARE}", "reference": "share", "failing": "CAPTURE",
        "captured": false, "voided": true}')).* FROM sandbox_payment AS g JOIN payment ON g.key = payment.id::text
        WHERE booking_id = '{confirmed}'`,
    told: [
      { operation: 'confirmBooking', input: EXCHANGED, key: 'k', answer: CONFIRMED },
      { operation: 'confirmBooking', input: EXCHANGED, key: 'k', answer: REFUSED, answeredAt: tomorrow },
    ],
    violated: [],
  },
  {
    name: 'a taken seat told to be taken',
    ...toldToHold(['{seat1}', '{seat6}'], takenSeat('{seat1}')),
    violated: [],
  },
  {
    name: 'a free seat told to be taken',
    ...toldToHold(['{seat1}', '{seat6}'], takenSeat('{seat6}')),
    violated: [TOLD_TAKEN],
  },
  {
    name: 'a free seat told to be taken, which it was when that was first asked',
    told: [
      {
        ...toldToHold(['{seat3}'], {}).told[0],
        key: 'k',
        answer: null,
        error: 'broken: ECONNRESET',
        sentAt: yesterday,
      },
      { ...toldToHold(['{seat3}'], takenSeat('{seat3}')).told[0], key: 'k', sentAt: tomorrow, answeredAt: tomorrow },
    ],
    violated: [],
  },
  {
    name: 'a free seat told to be taken, which it was before that was asked',
    ...toldToHold(['{seat3}'], takenSeat('{seat3}'), { sentAt: tomorrow, answeredAt: tomorrow }),
    violated: [TOLD_TAKEN],
  },
  {
    name: 'a map that lacks seats',
    watched: [{ seat: 1, status: 'BOOKED', version: 2 }],
    violated: [MAPS],
    detail: /does not know of it/,
  },
  {
    name: 'a map that is behind',
    watched: [1, 2, 3, 4, 5, 6].map((seat) => ({ seat, status: seat < 3 ? 'HELD' : 'AVAILABLE', version: 1 })),
    violated: [MAPS],
    detail: /sees HELD at version 1; it is BOOKED at 2/,
  },
]

const OF_MAILS: readonly Case[] = [
  { name: 'a mail that was sent', mails: { status: 'SENT', count: 1 }, violated: [] },
  { name: 'a mail that was sent twice', mails: { status: 'SENT', count: 2 }, violated: [MAILS] },
  { name: 'a mail that was not sent', mails: { status: 'SENT', count: 0 }, violated: [MAILS] },
  { name: 'a mail that is to be sent again', mails: { status: 'PENDING', count: 1 }, violated: [MAILS] },
]

/** Each thing that can go wrong, made to go wrong. */
export const CASES: readonly Case[] = [...OF_SEATS, ...OF_MONEY, ...OF_TIME, ...OF_WHAT_WAS_TOLD, ...OF_MAILS]
