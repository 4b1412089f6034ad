import type { ConfirmBookingInput } from '../../generated/graphql.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import type { Logger } from '../../lib/logger.js'
import type { Viewer } from '../accounts/index.js'
import {
  authorizePayment,
  beginPayment,
  capturePayment,
  claimPayment,
  type PaymentServices,
  voidPayment,
} from '../payments/index.js'
import type { SeatMapFeed } from '../seatmaps/index.js'
import { showStatus } from '../shows/index.js'
import { canBecome, statusAt } from './booking.js'
import { type IdempotentRequest, identifyRequest, mismatch, replay } from './idempotency.js'
import type { ConfirmBookingOutcome } from './outcomes.js'
import { bookingNotFound, showClosed, wrongState } from './refusals.js'
import {
  type Booking,
  type BookingOfShow,
  bookSeats,
  findAnswer,
  findBooking,
  insertAnswer,
  insertAnswerIn,
  updateBooking,
} from './store.js'

export interface ConfirmServices extends PaymentServices {
  readonly seatMaps: SeatMapFeed
  readonly log: Logger
}

interface Order {
  readonly request: IdempotentRequest
  readonly bookingId: string
  readonly input: ConfirmBookingInput
}

const MAX_TOKEN_LENGTH = 255

/**
 * Pays for the viewer's hold and makes its seats the viewer's. The money is reserved outside of any transaction, the booking
 * confirmed in a serializable one that checks everything again, and the money collected after its commit. Where this
 * process dies in between, settleUnfinished brings the payment to its end.
 *
 * @throws BAD_USER_INPUT
 */
export async function confirmBooking(
  services: ConfirmServices,
  viewer: Viewer,
  input: ConfirmBookingInput,
): Promise<ConfirmBookingOutcome> {
  const { token, method } = input.payment
  if (token.length < 1 || token.length > MAX_TOKEN_LENGTH) {
    throw badUserInput(`payment.token has to have 1 to ${MAX_TOKEN_LENGTH} characters.`)
  }
  const request = identifyRequest(viewer.accountId, 'confirmBooking', {
    key: input.idempotencyKey,
    input: [input.bookingId, method, token],
  })
  const known = await findAnswer(services.db, request)
  if (known !== null) return replay(request, known)
  const bookingId = uuidKeyOf('Booking', input.bookingId)
  if (bookingId === null) return bookingNotFound
  const booking = await findBooking(services.db.prisma, viewer.accountId, bookingId)
  if (booking === null) return bookingNotFound
  const refusal = refuse(booking, services.clock.now())
  if (refusal !== null) return findReplay(services.db, request, refusal)
  return pay(services, { request, bookingId, input }, booking)
}

async function pay(services: ConfirmServices, order: Order, booking: Booking): Promise<ConfirmBookingOutcome> {
  const { request, input } = order
  const payment = await beginPayment(services, {
    bookingId: booking.id,
    accountId: request.accountId,
    idempotencyKey: request.key,
    requestHash: request.hash,
    method: input.payment.method,
    amount: booking.total,
    currency: booking.currency,
  })
  if (payment.requestHash !== request.hash) return mismatch(request.key)
  const authorized = await authorizePayment(services, payment, input.payment.token)
  switch (authorized.kind) {
    case 'authorized':
      return confirm(services, order, payment.id)
    case 'declined': {
      const { reason } = authorized
      const declined = { __typename: 'PaymentDeclinedError', message: DECLINED[reason], reason } as const
      return replay(request, await insertAnswer(services.db, request, declined))
    }
    case 'over':
      return findReplay(services.db, request, unavailable('This payment was given up: pay again with a new key.'))
    case 'unavailable':
      return unavailable('The payment provider does not answer. Nothing was charged: send the same request again.')
  }
}

async function confirm(services: ConfirmServices, order: Order, paymentId: string): Promise<ConfirmBookingOutcome> {
  const { request, bookingId } = order
  const success = { __typename: 'ConfirmBookingSuccess', bookingId } as const
  const { refusal, seats } = await services.db.transact(async (tx) => {
    const now = services.clock.now()
    const booking = await findBooking(tx, request.accountId, bookingId)
    const refusal = booking === null ? bookingNotFound : refuse(booking, now)
    if (booking === null || refusal !== null) return { refusal, seats: [] }
    if (!(await claimPayment(services, tx, paymentId)))
      return { refusal: unavailable('Pay again with a new key.'), seats: [] }
    await updateBooking(tx, bookingId, { status: 'CONFIRMED', confirmedAt: now })
    await insertAnswerIn(tx, request, success)
    return { refusal: null, seats: await bookSeats(tx, booking) }
  })
  if (refusal !== null) return undo(services, order, { paymentId, refusal })
  services.seatMaps.publish(seats)
  await capturePayment(services, paymentId).catch((err: unknown) => {
    services.log.error({ err, paymentId }, 'payment not captured yet: it will be tried again')
  })
  return success
}

/** The seats could not be had after all: lets go of the money, unless it was a twin of this request that has them. */
async function undo(
  services: ConfirmServices,
  { request }: Order,
  { paymentId, refusal }: { paymentId: string; refusal: ConfirmBookingOutcome },
): Promise<ConfirmBookingOutcome> {
  const known = await findAnswer(services.db, request)
  if (known !== null) return replay(request, known)
  await voidPayment(services, paymentId).catch((err: unknown) => {
    services.log.error({ err, paymentId }, 'payment not voided yet: it will be tried again')
  })
  return refusal
}

/** Why a booking cannot be confirmed now, null if it can. */
function refuse(booking: BookingOfShow, now: Date): ConfirmBookingOutcome | null {
  if (statusAt(booking, now) === 'EXPIRED') {
    const message = `The hold ended at ${booking.expiresAt.toISOString()}. Nothing was charged: hold the seats again.`
    return { __typename: 'HoldExpiredError', message, bookingId: booking.id }
  }
  if (!canBecome(booking, 'CONFIRMED', now)) return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' || status === 'STARTED' ? null : showClosed(booking.showId, status)
}

/** The answer of a twin that came to its end meanwhile, or else this one. */
async function findReplay(
  db: Database,
  request: IdempotentRequest,
  otherwise: ConfirmBookingOutcome,
): Promise<ConfirmBookingOutcome> {
  const known = await findAnswer(db, request)
  return known === null ? otherwise : replay(request, known)
}

const DECLINED = {
  GENERIC_DECLINE: 'The card was declined. Your seats are still held: try another way to pay.',
  INSUFFICIENT_FUNDS: 'There is not enough money on the card. Your seats are still held: try another way to pay.',
  INVALID_PAYMENT_METHOD: 'The provider does not know this card. Your seats are still held: try another way to pay.',
} as const

function unavailable(message: string) {
  return { __typename: 'PaymentUnavailableError', message } as const
}
