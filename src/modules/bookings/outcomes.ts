import type { PaymentDeclineReason } from '../../generated/graphql.js'
import type { Amount } from '../../lib/money.js'
import type { SeatStatus } from '../seatmaps/index.js'
import type { Booking } from './store.js'

// What operations answer. Plain JSON with keys instead of rows, as answers are kept under their idempotency keys.

/** An answer with a booking, which is read when it is asked for, unless it is at hand. */
export interface BookingRef {
  readonly bookingId: string
  readonly booking?: Booking
}

export interface CancelledBooking extends BookingRef {
  readonly refund: Amount
}

export interface BookingError extends BookingRef {
  readonly message: string
}

export interface ShowError {
  readonly message: string
  readonly showId: number
}

export interface UnavailableSeat {
  readonly showId: number
  readonly seatId: number
  readonly status: SeatStatus
}

type Named<Name extends string, Fields = unknown> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}

export type NotFound = Named<'NotFoundError', Message>
export type Mismatch = Named<'IdempotencyMismatchError', Message>
export type ShowClosed = Named<'ShowClosedError', ShowError>
export type WrongState = Named<'BookingStateError', BookingError>
export type SeatsUnavailable = Named<'SeatsUnavailableError', Message & { readonly seats: UnavailableSeat[] }>

export type HoldSeatsOutcome =
  | Named<'HoldSeatsSuccess', BookingRef>
  | Named<'SeatLimitExceededError', Message & { readonly limit: number }>
  | Named<'HoldLimitExceededError', Message & { readonly limit: number }>
  | SeatsUnavailable
  | ShowClosed
  | NotFound
  | Mismatch

export type ReleaseSeatsOutcome = Named<'ReleaseSeatsSuccess', BookingRef> | WrongState | NotFound

export type ConfirmBookingOutcome =
  | Named<'ConfirmBookingSuccess', BookingRef>
  | Named<'PaymentDeclinedError', Message & { readonly reason: PaymentDeclineReason }>
  | Named<'PaymentUnavailableError', Message>
  | Named<'PaymentGivenUpError', Message>
  | Named<'HoldExpiredError', BookingError>
  | ShowClosed
  | WrongState
  | NotFound
  | Mismatch

export type CancelBookingOutcome = Named<'CancelBookingSuccess', CancelledBooking> | ShowClosed | WrongState | NotFound
