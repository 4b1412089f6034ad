import type { CancellationReason, PaymentDeclineReason } from '../../generated/graphql.js'
import type { Amount } from '../../lib/money.js'
import type { CaptchaRequired, RateLimited } from '../accounts/index.js'
import type { SeatStatus } from '../seatmaps/index.js'
import type { AdmissionRequired } from '../waitingroom/index.js'
import type { CancellationPolicy } from './changes/cancellation.js'
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

export interface ShowRef {
  readonly showId: number
}

export interface ShowError extends ShowRef {
  readonly message: string
}

export interface UnavailableSeat {
  readonly showId: number
  readonly seatId: number
  readonly status: SeatStatus
}

/** What is still open of a booking that several pay for. */
export interface OpenAmount extends BookingRef {
  readonly open: Amount
}

export interface Action extends BookingRef {
  readonly paymentId: string
  readonly url: string | null
}

export interface Exchanged extends BookingRef {
  readonly charged: Amount
  readonly refund: Amount
}

/** What cancelling would come to. */
export interface Quote {
  readonly refund: Amount
  readonly retained: Amount
  readonly percent: number
  readonly reason: CancellationReason
  readonly isResold: boolean
}

/** A quote with the policy that it comes from. */
export interface PolicyQuote extends Quote {
  readonly policy: CancellationPolicy
}

export interface AmountError {
  readonly message: string
  readonly open: Amount
}

export interface AmountDue {
  readonly message: string
  readonly amount: Amount
}

export interface Transfer extends BookingRef {
  readonly code: string
}

type Named<Name extends string, Fields = unknown> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}
interface Limit extends Message {
  readonly limit: number
}

export type NotFound = Named<'NotFoundError', Message>
export type Mismatch = Named<'IdempotencyMismatchError', Message>
export type InProgress = Named<'RequestInProgressError', Message & { readonly retryAfterSeconds: number }>
export type ServerBusy = Named<'ServerBusyError', Message & { readonly retryAfterSeconds: number }>
export type ShowClosed = Named<'ShowClosedError', ShowError>
export type WrongState = Named<'BookingStateError', BookingError>
export type SeatsUnavailable = Named<'SeatsUnavailableError', Message & { readonly seats: UnavailableSeat[] }>
export type SeatLimitExceeded = Named<'SeatLimitExceededError', Limit>
export type AllocationExceeded = Named<'AllocationExceededError', ShowError>
export type HoldExpired = Named<'HoldExpiredError', BookingError>
type Keyed = Mismatch | InProgress
type Declined = Named<
  'PaymentDeclinedError',
  Message & { readonly reason: PaymentDeclineReason; readonly attemptsLeft: number }
>
type PaymentRefused =
  | Declined
  | Named<'PaymentUnavailableError', Message & { readonly retryAfterSeconds: number }>
  | Named<'PaymentGivenUpError', Message>
  | Named<'PaymentAttemptsExceededError', Limit>
  | Named<'PaymentCaptureError', BookingError>

export type HoldSeatsOutcome =
  | Named<'HoldSeatsSuccess', BookingRef>
  | SeatLimitExceeded
  | Named<'HoldLimitExceededError', Limit>
  | AllocationExceeded
  | AdmissionRequired
  | ServerBusy
  | RateLimited
  | CaptchaRequired
  | SeatsUnavailable
  | ShowClosed
  | NotFound
  | Keyed

export type ExtendHoldOutcome =
  | Named<'ExtendHoldSuccess', BookingRef>
  | Named<'HoldNotExtendableError', BookingError>
  | HoldExpired
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed

export type ReleaseSeatsOutcome = Named<'ReleaseSeatsSuccess', BookingRef> | WrongState | NotFound | Keyed

export type SwapSeatsOutcome =
  | Named<'SwapSeatsSuccess', BookingRef>
  | SeatLimitExceeded
  | SeatsUnavailable
  | AllocationExceeded
  | HoldExpired
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed

export type ConfirmBookingOutcome =
  | Named<'ConfirmBookingSuccess', BookingRef>
  | Named<'PartialPaymentSuccess', OpenAmount>
  | Named<'PaymentActionRequired', Action>
  | PaymentRefused
  | Named<'InvalidPaymentAmountError', AmountError>
  | Named<'SeatsLostError', BookingError>
  | HoldExpired
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed

export type CancelBookingOutcome =
  | Named<'CancelBookingSuccess', CancelledBooking>
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed

export type CancelShowOutcome = Named<'CancelShowSuccess', ShowRef> | ShowClosed | NotFound

export type CancellationQuoteOutcome = Named<'CancellationQuote', PolicyQuote> | ShowClosed | WrongState | NotFound

export type ExchangeBookingOutcome =
  | Named<'ExchangeBookingSuccess', Exchanged>
  | Named<'PaymentActionRequired', Action>
  | PaymentRefused
  | Named<'PaymentRequiredError', AmountDue>
  | Named<'InvalidPaymentAmountError', AmountError>
  | Named<'ExchangeClosedError', BookingError>
  | AdmissionRequired
  | SeatLimitExceeded
  | SeatsUnavailable
  | AllocationExceeded
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed

/** An answer with an allocation, which is read when it is asked for. */
export interface AllocationRef {
  readonly allocationId: string
}
export type AllocateSeatsOutcome =
  | Named<'AllocateSeatsSuccess', AllocationRef>
  | Named<'NotEnoughSeatsError', Message & { readonly available: number }>
  | SeatsUnavailable
  | ShowClosed
  | NotFound
  | Keyed
export type ReleaseAllocationOutcome = Named<'ReleaseAllocationSuccess', AllocationRef> | NotFound

export type TransferBookingOutcome =
  | Named<'TransferBookingSuccess', Transfer>
  | ShowClosed
  | WrongState
  | NotFound
  | Keyed
export type AcceptTransferOutcome =
  | Named<'AcceptTransferSuccess', BookingRef>
  | Named<'TransferClosedError', Message>
  | RateLimited
  | ShowClosed
  | NotFound
  | Keyed
export type WithdrawTransferOutcome = Named<'WithdrawTransferSuccess', BookingRef> | WrongState | NotFound | Keyed
