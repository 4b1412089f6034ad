/** How the model is told what the world is like: what a client may know from the schema's descriptions, and no more. */

export type Status = 'PENDING' | 'CONFIRMED' | 'EXPIRED' | 'RELEASED' | 'CANCELLED' | 'COMPLETED'

export interface Show {
  readonly startsAt: number
  readonly endsAt: number
  readonly policy: PolicyName
  /** By the number of the seat, in minor units. */
  readonly prices: readonly number[]
  /** Seats that came back too late to be sold again. */
  readonly blocked: Set<number>
  isCancelled: boolean
}

export interface Booking {
  owner: number
  show: number
  /** Ascending. */
  seats: number[]
  /** As it was written; `statusOf` tells what it is by now. */
  status: Status
  readonly createdAt: number
  expiresAt: number
  isExtendedForPaying: boolean
  /** Payments that are reserved and do not cover it yet. */
  reserved: number[]
  declines: number
  /** Of payments for exchanges. */
  exchangeDeclines: number
  captured: number
  refunded: number
  retained: number
  /** The most that goes back, in percent: what an earlier show gave. */
  refundCap: number
  /** The number of the code that accepts it, where it is offered. */
  offer: number | null
}

export interface Model {
  now: number
  readonly shows: readonly Show[]
  readonly bookings: Booking[]
  /** How many codes of offers were given. */
  codes: number
}

export const MINUTE = 60_000
export const LIMITS = { seats: 4, holds: 2, attempts: 3 } as const
export const HOLD = { default: 600_000, max: 900_000, paying: 180_000 } as const

/** The tiers as [minutes before the start, whether exactly that is enough, percent]. */
const POLICIES = {
  standard: [
    [1440, true, 100],
    [120, true, 50],
  ],
  flexible: [
    [360, false, 100],
    [120, true, 50],
    [30, true, 25],
  ],
  strict: [
    [2880, true, 100],
    [1440, true, 50],
  ],
} as const
const RESALE_MINUTES = 30

export type PolicyName = keyof typeof POLICIES

/** How many minutes before the start the terms of a policy change. */
export function boundsOf(policy: PolicyName): number[] {
  return POLICIES[policy].map(([minutes]) => minutes)
}

export function statusOf(model: Model, { status, expiresAt, show }: Booking): Status {
  if (status === 'PENDING' && expiresAt <= model.now) return 'EXPIRED'
  if (status === 'CONFIRMED' && isOver(model, show)) return 'COMPLETED'
  return status
}

/** Whether a show is over: one that is cancelled never is. */
export function isOver({ now, shows }: Model, show: number): boolean {
  return !shows[show]!.isCancelled && shows[show]!.endsAt <= now
}

/** Whether no seats of a show are sold any more. */
export function isClosed({ now, shows }: Model, show: number): boolean {
  return shows[show]!.isCancelled || shows[show]!.startsAt <= now
}

export type SeatStatus = 'AVAILABLE' | 'HELD' | 'BOOKED' | 'BLOCKED'

export function seatStatus(model: Model, show: number, seat: number): SeatStatus {
  if (model.shows[show]!.blocked.has(seat)) return 'BLOCKED'
  const statuses = model.bookings
    .filter((booking) => booking.show === show && booking.seats.includes(seat))
    .map((booking) => statusOf(model, booking))
  if (statuses.some((status) => status === 'CONFIRMED' || status === 'COMPLETED')) return 'BOOKED'
  return statuses.includes('PENDING') ? 'HELD' : 'AVAILABLE'
}

export function priceOf(model: Model, show: number, seats: readonly number[]): number {
  return seats.reduce((sum, seat) => sum + model.shows[show]!.prices[seat]!, 0)
}

export function totalOf(model: Model, { show, seats }: Booking): number {
  return priceOf(model, show, seats)
}

/** What a booking has cost its buyers by now, once everything is settled. */
export function owed(model: Model, booking: Booking): number {
  const status = statusOf(model, booking)
  if (status === 'CANCELLED') return booking.retained
  return status === 'CONFIRMED' || status === 'COMPLETED' ? totalOf(model, booking) + booking.retained : 0
}

export interface Terms {
  readonly percent: number
  readonly isResold: boolean
}

/** What cancelling seats of a booking comes to now. */
export function termsOf({ now, shows }: Model, { show, refundCap }: Pick<Booking, 'show' | 'refundCap'>): Terms {
  const { startsAt, policy, isCancelled } = shows[show]!
  if (isCancelled) return { percent: 100, isResold: false }
  const left = startsAt - now
  const tier = POLICIES[policy].find(([minutes, isInclusive]) =>
    isInclusive ? left >= minutes * MINUTE : left > minutes * MINUTE,
  )
  return { percent: Math.min(tier?.[2] ?? 0, refundCap), isResold: left >= RESALE_MINUTES * MINUTE }
}

/** What goes back for some seats of a booking: each by itself, half a cent in favor of the buyer. */
export function refundFor(model: Model, booking: Booking, seats: readonly number[]): number {
  const { percent } = termsOf(model, booking)
  return seats.reduce((sum, seat) => sum + Math.round((model.shows[booking.show]!.prices[seat]! * percent) / 100), 0)
}
