import { type Booking, HOLD, isClosed, LIMITS, type Model, seatStatus, statusOf } from './model.js'
import { answer, applying, holdRefusals, type Outcome, refuse } from './outcome.js'

export interface Holding {
  readonly by: number
  readonly show: number
  readonly seats: readonly number[]
  /** In seconds, the default when null. */
  readonly seconds: number | null
}

export function holdSeats(model: Model, { by, show, seats, seconds }: Holding): Outcome {
  const holds = model.bookings.filter(
    (booking) => booking.owner === by && booking.show === show && statusOf(model, booking) === 'PENDING',
  )
  const taken = takenOf(model, show, seats)
  const refusals = applying({
    SeatLimitExceededError: seats.length > LIMITS.seats,
    HoldLimitExceededError: holds.length >= LIMITS.holds,
    ShowClosedError: isClosed(model, show),
    SeatsUnavailableError: taken.length > 0,
  })
  if (refusals.length > 0) return { ...refuse(refusals), fields: { seats: taken } }
  const expiresAt = model.now + (seconds === null ? HOLD.default : seconds * 1000)
  const booking: Booking = { ...NEW, owner: by, show, seats: [...seats], createdAt: model.now, expiresAt, reserved: [] }
  model.bookings.push(booking)
  return answer('HoldSeatsSuccess', booking)
}

const NEW = {
  status: 'PENDING',
  isExtendedForPaying: false,
  declines: 0,
  exchangeDeclines: 0,
  captured: 0,
  refunded: 0,
  retained: 0,
  refundCap: 100,
  offer: null,
} as const

export function extendHold(model: Model, booking: Booking): Outcome {
  const refusals = holdRefusals(model, booking)
  if (refusals.length > 0) return refuse(refusals, booking)
  const end = Math.min(model.now + HOLD.default, booking.createdAt + HOLD.max)
  if (end <= booking.expiresAt) return refuse(['HoldNotExtendableError'], booking)
  booking.expiresAt = end
  return answer('ExtendHoldSuccess', booking)
}

export function releaseSeats(model: Model, booking: Booking, seats: readonly number[] | null): Outcome {
  const left = seats === null ? [] : booking.seats.filter((seat) => !seats.includes(seat))
  // What is reserved is for all of them: it can be given up, not changed.
  const isBeingPaid = left.length > 0 && booking.reserved.length > 0
  if (statusOf(model, booking) !== 'PENDING' || isBeingPaid) return refuse(['BookingStateError'], booking)
  if (left.length === 0) booking.status = 'RELEASED'
  else booking.seats = left
  return answer('ReleaseSeatsSuccess', booking)
}

export interface Swap {
  readonly release: readonly number[]
  readonly take: readonly number[]
}

export function swapSeats(model: Model, booking: Booking, { release, take }: Swap): Outcome {
  const seats = [...booking.seats.filter((seat) => !release.includes(seat)), ...take].sort((a, b) => a - b)
  const taken = takenOf(model, booking.show, take)
  const refusals = [
    ...holdRefusals(model, booking),
    ...applying({
      BookingStateError: booking.reserved.length > 0,
      SeatLimitExceededError: seats.length > LIMITS.seats,
      SeatsUnavailableError: taken.length > 0,
    }),
  ]
  if (refusals.length > 0) return { ...refuse(refusals, booking), fields: { seats: taken } }
  booking.seats = seats
  return answer('SwapSeatsSuccess', booking)
}

/** Those of some seats that cannot be had. */
export function takenOf(model: Model, show: number, seats: readonly number[]) {
  return seats
    .map((seat) => ({ show, seat, status: seatStatus(model, show, seat) }))
    .filter(({ status }) => status !== 'AVAILABLE')
}
