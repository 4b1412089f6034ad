import type { ShowStatus } from '../shows/index.js'
import { statusAt } from './booking.js'
import type { NotFound, ShowClosed, WrongState } from './outcomes.js'
import type { Booking } from './store.js'

/** The refusal of a step that does not lead on from where the booking stands. */
export function wrongState(booking: Booking, now: Date): WrongState {
  const message = `The booking is ${statusAt(booking, now).toLowerCase()}: that cannot be done with it any more.`
  return { __typename: 'BookingStateError', message, bookingId: booking.id }
}

/** The refusal of what a show has to lie ahead for. */
export function showClosed(showId: number, status: ShowStatus): ShowClosed {
  const message = status === 'CANCELLED' ? 'The show is cancelled.' : `The show has ${status.toLowerCase()}.`
  return { __typename: 'ShowClosedError', message, showId }
}

export function notFound(message: string): NotFound {
  return { __typename: 'NotFoundError', message }
}

export const bookingNotFound = notFound('You have no such booking.')
