import { describe, expect, it } from 'vitest'
import { isFlagged, type PastBooking } from '../../../src/modules/bookings/holds/flagged/flagging.js'

const NOW = new Date('2026-11-21T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** A booking that has ended so, so many minutes ago. */
const ended = (status: PastBooking['status'], minutes: number): PastBooking => {
  const at = minutesAgo(minutes)
  const isSold = status === 'CONFIRMED' || status === 'COMPLETED'
  return { status, expiresAt: at, confirmedAt: isSold ? at : null, cancelledAt: status === 'CANCELLED' ? at : null }
}
const [expired, cancelled] = [
  (minutes: number) => ended('EXPIRED', minutes),
  (minutes: number) => ended('CANCELLED', minutes),
]

describe('isFlagged, after three in a row', () => {
  it.each<[string, PastBooking[], boolean]>([
    ['nothing', [], false],
    ['two that have expired', [expired(1), expired(2)], false],
    ['three that have expired or were cancelled', [expired(1), cancelled(2), expired(3)], true],
    ['one of them by the clock alone', [ended('PENDING', 1), expired(2), expired(3)], true],
    ['one that still waits', [ended('PENDING', -5), expired(2), expired(3)], false],
    ['one that still waits beside three', [ended('PENDING', -5), expired(2), expired(3), expired(4)], true],
    ['a confirmed one after them', [ended('CONFIRMED', 1), expired(2), expired(3), expired(4)], false],
    ['a completed one after them', [ended('COMPLETED', 1), expired(2), expired(3), expired(4)], false],
    ['a confirmed one before them', [expired(1), expired(2), expired(3), ended('CONFIRMED', 4)], true],
    ['a confirmed one between them', [expired(1), ended('CONFIRMED', 2), expired(3), expired(4)], false],
    [
      'one that was held before them and confirmed after',
      [expired(3), expired(4), expired(5), ended('CONFIRMED', 1)],
      false,
    ],
    ['one that was given back between them', [expired(1), ended('RELEASED', 2), expired(3), expired(4)], true],
    ['three that were given back', [1, 2, 3].map((minutes) => ended('RELEASED', minutes)), false],
  ])('with %s', (_name, bookings, expected) => {
    expect(isFlagged(bookings, { afterBookings: 3, now: NOW })).toBe(expected)
  })
})
