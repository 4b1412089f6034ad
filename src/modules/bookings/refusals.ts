import { describeClosed, type ShowStatus, showStatus } from '../shows/index.js'
import { canBecome, statusOf } from './booking.js'
import type { HoldExpired, NotFound, SeatLimitExceeded, ServerBusy, ShowClosed, WrongState } from './outcomes.js'
import type { Booking, BookingOfShow } from './store.js'

/** The refusal of a step that does not lead on from where the booking stands. */
export function wrongState(booking: BookingOfShow, now: Date): WrongState {
  const message = `The booking is ${statusOf(booking, now).toLowerCase()}: that cannot be done with it any more.`
  return { __typename: 'BookingStateError', message, bookingId: booking.id }
}

/** The refusal of what has to wait, or cannot be, for a reason that is told. */
export function notNow({ id }: Booking, message: string): WrongState {
  return { __typename: 'BookingStateError', message, bookingId: id }
}

/** The refusal of what a show has to lie ahead for. */
export function showClosed(showId: number, status: ShowStatus): ShowClosed {
  return { __typename: 'ShowClosedError', message: describeClosed(status), showId }
}

export function notFound(message: string): NotFound {
  return { __typename: 'NotFoundError', message }
}

export const bookingNotFound = notFound('You have no such booking.')

export function seatLimitExceeded(limit: number): SeatLimitExceeded {
  return { __typename: 'SeatLimitExceededError', message: `A booking has at most ${limit} seats.`, limit }
}

/** Who is refused comes back at different times, and not all at once. */
const BUSY_SECONDS = { min: 2, max: 5 }

export function serverBusy(): ServerBusy {
  const { min, max } = BUSY_SECONDS
  const retryAfterSeconds = min + Math.floor(Math.random() * (max - min + 1))
  const message = `Too many want seats at once: send the same request again in ${retryAfterSeconds} s.`
  return { __typename: 'ServerBusyError', message, retryAfterSeconds }
}

export function holdExpired({ id, expiresAt }: Booking): HoldExpired {
  const message = `The hold ended at ${expiresAt.toISOString()}. Nothing was charged: hold the seats again.`
  return { __typename: 'HoldExpiredError', message, bookingId: id }
}

/** Why a hold cannot be changed now, null if it can. */
export function refuseHold(booking: BookingOfShow, now: Date): HoldExpired | WrongState | ShowClosed | null {
  const status = statusOf(booking, now)
  if (status === 'EXPIRED') return holdExpired(booking)
  if (status !== 'PENDING') return wrongState(booking, now)
  const show = showStatus(booking.show, now)
  return show === 'SCHEDULED' ? null : showClosed(booking.showId, show)
}

/** Why a booking cannot be paid for and confirmed now, null if it can. */
export function refusePayment(booking: BookingOfShow, now: Date): HoldExpired | WrongState | ShowClosed | null {
  if (statusOf(booking, now) === 'EXPIRED') return holdExpired(booking)
  return refuseConfirmation(booking, now)
}

/** Why a booking that is paid cannot be confirmed now, null if it can. One whose hold is over still can. */
export function refuseConfirmation(booking: BookingOfShow, now: Date): WrongState | ShowClosed | null {
  if (!canBecome(booking, 'CONFIRMED', now)) return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' || status === 'STARTED' ? null : showClosed(booking.showId, status)
}

/** Why seats of a booking cannot be cancelled now, null if they can. Those of a show that is cancelled always can. */
export function refuseCancellation(booking: BookingOfShow, now: Date): WrongState | ShowClosed | null {
  if (!canBecome(booking, 'CANCELLED', now)) return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' || status === 'CANCELLED' ? null : showClosed(booking.showId, status)
}

/** Why a booking cannot change hands now, null if it can. */
export function refuseTransfer(booking: BookingOfShow, now: Date): WrongState | ShowClosed | null {
  if (statusOf(booking, now) !== 'CONFIRMED') return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' ? null : showClosed(booking.showId, status)
}
