import type { PaymentInput } from '../../../generated/graphql.js'
import type { Database } from '../../../lib/db/index.js'
import { badUserInput } from '../../../lib/errors.js'
import { type Amount, toMoney } from '../../../lib/money.js'
import type { AuthorizedPayment, Payment } from '../../payments/index.js'
import { listPaymentsOf, refuseCardNumber } from '../../payments/index.js'
import { MAX_PAYMENT_ATTEMPTS, statusOf } from '../booking.js'
import type { Attempt } from '../idempotency/idempotency.js'
import type { ConfirmBookingOutcome, ExchangeBookingOutcome } from '../outcomes.js'
import { holdExpired, wrongState } from '../refusals.js'
import type { BookingOfShow } from '../store.js'
import { attemptsOf } from './attempts.js'

const MAX_TOKEN_LENGTH = 255
const RETRY_AFTER_SECONDS = 2

/** When a job collects what was confirmed: by then the process that confirmed it has, or has died. */
export const COLLECT_AFTER_MS = 5_000

type PaymentOutcome = ConfirmBookingOutcome & ExchangeBookingOutcome

/**
 * How a buyer wants to pay.
 *
 * @throws BAD_USER_INPUT for what no provider can have given as a token.
 */
export function readPayment({ token, method, amount }: PaymentInput) {
  if (token.length < 1 || token.length > MAX_TOKEN_LENGTH) {
    throw badUserInput(`payment.token has to have 1 to ${MAX_TOKEN_LENGTH} characters.`)
  }
  refuseCardNumber(token)
  return { token, method, amount: amount ?? null }
}

/** What is answered when money was not reserved; null when it was. */
export async function explainPayment(
  services: { readonly db: Database },
  payment: Payment,
  authorized: AuthorizedPayment,
): Promise<Attempt<PaymentOutcome> | null> {
  switch (authorized.kind) {
    case 'authorized':
    case 'collected':
      return null
    case 'declined': {
      const made = attemptsOf(await listPaymentsOf(services.db.prisma, payment.bookingId), payment)
      const attemptsLeft = Math.max(0, MAX_PAYMENT_ATTEMPTS - made)
      const { reason } = authorized
      const declined = { __typename: 'PaymentDeclinedError', message: DECLINED[reason], reason, attemptsLeft } as const
      return { outcome: declined, isFinal: true }
    }
    case 'action required': {
      const { bookingId, id: paymentId } = payment
      const action = { __typename: 'PaymentActionRequired', bookingId, paymentId, url: authorized.url } as const
      return { outcome: action, isFinal: false }
    }
    case 'over':
      return { outcome: PAYMENT_GIVEN_UP, isFinal: true }
    case 'unavailable':
      return { outcome: unavailable(authorized.retryAfterSeconds), isFinal: false }
  }
}

/** The answer where a provider refuses to collect what it has reserved. */
export function captureRefused(bookingId: string) {
  const message = 'The provider refused to collect the money: nothing is charged, and the seats are free again.'
  return { __typename: 'PaymentCaptureError', message, bookingId } as const
}

/** The answer where that was the difference of an exchange, which is undone. */
export function differenceRefused(bookingId: string) {
  const message = 'The provider refused to collect the money: nothing is charged, and the booking is as it was before.'
  return { __typename: 'PaymentCaptureError', message, bookingId } as const
}

/** The refusal of an amount that is none of the currency, or not what is open. */
export function invalidAmount(open: Amount, { isLast = false }: { readonly isLast?: boolean } = {}) {
  const { amount, currency } = toMoney(open)
  const range = isLast ? `${amount} ${currency}` : `more than 0 and at most ${amount} ${currency}`
  const message = `The amount has to be ${range}, which is what is open.`
  return { __typename: 'InvalidPaymentAmountError', message, open } as const
}

/** The refusal of an exchange for which something is to be paid and nothing was. */
export function paymentRequired(minor: number, currency: string) {
  const amount = { minor, currency }
  const message = `The new seats cost ${toMoney(amount).amount} ${currency} more: say how that is paid.`
  return { __typename: 'PaymentRequiredError', message, amount } as const
}

export const ATTEMPTS_EXCEEDED = {
  __typename: 'PaymentAttemptsExceededError',
  message: `A booking has ${MAX_PAYMENT_ATTEMPTS} attempts to be paid: they were made, or are under way.`,
  limit: MAX_PAYMENT_ATTEMPTS,
} as const

function unavailable(seconds: number | null) {
  const message = 'The payment provider does not answer. Your seats are still held: send the same request again.'
  return { __typename: 'PaymentUnavailableError', message, retryAfterSeconds: seconds ?? RETRY_AFTER_SECONDS } as const
}

/** The answer while payments of others come to rest, of which nothing can be said to this request: it is judged anew when it comes again. */
export const OTHERS_PAY = {
  __typename: 'RequestInProgressError',
  message: 'Other payments for this booking are on their way: send the same request again in a moment.',
  retryAfterSeconds: RETRY_AFTER_SECONDS,
} as const

export const PAYMENT_GIVEN_UP = {
  __typename: 'PaymentGivenUpError',
  message: 'This payment was given up, and nothing was charged: pay again with a new key.',
} as const

/** The answer where a payment for a hold was given up. Who pays again has to hold seats again first where that is over. */
export function givenUp(booking: BookingOfShow, now: Date): ConfirmBookingOutcome {
  const status = statusOf(booking, now)
  if (status === 'PENDING') return PAYMENT_GIVEN_UP
  return status === 'EXPIRED' ? holdExpired(booking) : wrongState(booking, now)
}

const DECLINED = {
  GENERIC_DECLINE: 'The payment was declined. Your seats are kept: try another way to pay.',
  INSUFFICIENT_FUNDS: 'There is not enough money. Your seats are kept: try another way to pay.',
  INVALID_PAYMENT_METHOD: 'The provider does not know this card or account. Your seats are kept: try another.',
  AUTHENTICATION_FAILED: 'The payment was not approved. Your seats are kept: try another way to pay.',
} as const
