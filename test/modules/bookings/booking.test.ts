import { describe, expect, it } from 'vitest'
import {
  canBecome,
  extendedEnd,
  paymentEnd,
  statusAt,
  TRANSITIONS,
  toColumns,
} from '../../../src/modules/bookings/booking.js'
import type { Booking, BookingOfShow, BookingStatus } from '../../../src/modules/bookings/store.js'

const STATUSES: BookingStatus[] = ['PENDING', 'CONFIRMED', 'EXPIRED', 'RELEASED', 'CANCELLED', 'COMPLETED']
const LEGAL = new Set([
  'PENDING CONFIRMED',
  'PENDING EXPIRED',
  'PENDING RELEASED',
  'EXPIRED CONFIRMED',
  'CONFIRMED CANCELLED',
  'CONFIRMED COMPLETED',
])
const NOW = new Date('2026-07-01T12:00:00Z')
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const moves = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const))

function booking(status: BookingStatus, { endsAt = at(7200), cancelledAt = null as Date | null } = {}): BookingOfShow {
  const show = { startsAt: at(3600), endsAt, cancelledAt }
  return { status, expiresAt: at(60), show } as BookingOfShow
}

describe('the table of transitions', () => {
  it('knows every status', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual(STATUSES.toSorted())
  })

  it.each(moves)('%s -> %s', (from, to) => {
    expect(canBecome(booking(from), to, NOW)).toBe(LEGAL.has(`${from} ${to}`))
  })
})

describe('where a booking stands', () => {
  it.each([
    ['PENDING', -1, 'PENDING'],
    ['PENDING', 0, 'EXPIRED'],
    ['CONFIRMED', 0, 'CONFIRMED'],
    ['RELEASED', 0, 'RELEASED'],
    ['CANCELLED', 0, 'CANCELLED'],
  ] as const)('%s, %i s after its hold has ended: %s', (status, seconds, expected) => {
    expect(statusAt({ status, expiresAt: NOW }, at(seconds))).toBe(expected)
  })

  it.each([
    ['CONFIRMED', 1, 'CONFIRMED'],
    ['CONFIRMED', 0, 'COMPLETED'],
    ['CANCELLED', 0, 'CANCELLED'],
  ] as const)('%s, %i s before its show ends: %s', (status, seconds, expected) => {
    expect(statusAt({ status, expiresAt: at(-9999) }, NOW, at(seconds))).toBe(expected)
  })

  it('is never over with a show that is cancelled: it can be cancelled', () => {
    expect(canBecome(booking('CONFIRMED', { endsAt: at(-1) }), 'CANCELLED', NOW)).toBe(false)
    expect(canBecome(booking('CONFIRMED', { endsAt: at(-1), cancelledAt: NOW }), 'CANCELLED', NOW)).toBe(true)
  })
})

describe('the end of a hold', () => {
  const createdAt = NOW

  it.each([
    [0, 600],
    [299, 899],
    [300, 900],
    [301, 900],
    [800, 900],
  ])('extended after %i s: %i s after its beginning', (seconds, end) => {
    expect(extendedEnd({ createdAt }, at(seconds), { seconds: 600, maxSeconds: 900 })).toEqual(at(end))
  })

  it.each([
    ['far away', { expiresAt: at(600) }, 100, null],
    ['exactly three minutes away', { expiresAt: at(600) }, 420, null],
    ['near', { expiresAt: at(600) }, 421, 601],
    ['nearer', { expiresAt: at(600) }, 599, 779],
    ['near, as late as it may be', { expiresAt: at(880) }, 870, 900],
    ['as late as it may be', { expiresAt: at(900) }, 899, null],
    ['near a second time', { expiresAt: at(600), paymentExtendedAt: NOW }, 599, null],
  ])('that is %s when it is paid', (_what, more, seconds, end) => {
    const hold = { createdAt, paymentExtendedAt: null, ...more } as Booking
    expect(paymentEnd(hold, at(seconds), 900)).toEqual(end === null ? null : at(end))
  })
})

describe('the seats of a booking', () => {
  it('are ascending, each with its own price', () => {
    const seats = [
      { seatId: 9, price: 300 },
      { seatId: 2, price: 100 },
      { seatId: 10, price: 200 },
    ]
    expect(toColumns(seats)).toEqual({ seatIds: [2, 9, 10], seatPrices: [100, 300, 200], total: 600 })
  })
})
