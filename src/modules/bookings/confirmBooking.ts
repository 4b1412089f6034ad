import type { ConfirmBookingInput } from '../../generated/graphql.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import type { Logger } from '../../lib/logger.js'
import type { Viewer } from '../accounts/index.js'
import { notify } from '../notifications/index.js'
import {
  authorizePayment,
  beginPayment,
  capturePayment,
  claimPayment,
  type PaymentServices,
  voidPayment,
} from '../payments/index.js'
import type { SeatMapFeed, SeatState } from '../seatmaps/index.js'
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
  const booking = bookingId && (await findBooking(services.db.prisma, viewer.accountId, bookingId))
  if (!booking) return remember(services.db, request, bookingNotFound)
  const refusal = refuse(booking, services.clock.now())
  if (refusal !== null) return remember(services.db, request, refusal)
  return pay(services, { request, bookingId: booking.id, input }, booking)
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
      return remember(services.db, request, { __typename: 'PaymentDeclinedError', message: DECLINED[reason], reason })
    }
    case 'over':
      return remember(services.db, request, GIVEN_UP)
    case 'unavailable':
      return UNAVAILABLE
  }
}

async function confirm(services: ConfirmServices, order: Order, paymentId: string): Promise<ConfirmBookingOutcome> {
  const { refusal, seats } = await writeConfirmation(services, order, paymentId)
  if (refusal !== null) {
    const outcome = await remember(services.db, order.request, refusal)
    // A twin of this request has confirmed it, with this very payment.
    if (outcome.__typename === 'ConfirmBookingSuccess') return outcome
    await finishLater(services, paymentId, voidPayment)
    return outcome
  }
  services.seatMaps.publish(seats)
  await finishLater(services, paymentId, capturePayment)
  return { __typename: 'ConfirmBookingSuccess', bookingId: order.bookingId }
}

interface Confirmation {
  readonly refusal: ConfirmBookingOutcome | null
  readonly seats: readonly SeatState[]
}

/** Confirms in one transaction, or writes nothing and says why not. */
async function writeConfirmation(
  services: ConfirmServices,
  { request, bookingId }: Order,
  paymentId: string,
): Promise<Confirmation> {
  const success = { __typename: 'ConfirmBookingSuccess', bookingId } as const
  try {
    return await services.db.transact(async (tx): Promise<Confirmation> => {
      const now = services.clock.now()
      const booking = await findBooking(tx, request.accountId, bookingId)
      const refusal = booking === null ? bookingNotFound : refuse(booking, now)
      if (booking === null || refusal !== null) return { refusal, seats: [] }
      // First, as it writes nothing where a twin has an answer already.
      if (!(await insertAnswerIn(tx, request, success))) return { refusal: GIVEN_UP, seats: [] }
      if (!(await claimPayment(services, tx, paymentId))) throw new Refused(GIVEN_UP)
      await updateBooking(tx, bookingId, { status: 'CONFIRMED', confirmedAt: now })
      const seats = await bookSeats(tx, booking)
      if (seats === null) throw new Refused(holdExpired(booking))
      await notify(tx, { event: 'BOOKING_CONFIRMED', bookingId })
      return { refusal: null, seats }
    })
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.outcome, seats: [] }
    throw error
  }
}

/** Undoes what a transaction has written before it found that it must not. */
class Refused extends Error {
  constructor(readonly outcome: ConfirmBookingOutcome) {
    super(outcome.__typename)
  }
}

/** The last step of a payment. Where it fails, settleUnfinished does it. */
async function finishLater(
  services: ConfirmServices,
  paymentId: string,
  finish: (services: PaymentServices, id: string) => Promise<void>,
): Promise<void> {
  await finish(services, paymentId).catch((err: unknown) => {
    services.log.error({ err, paymentId }, 'payment not finished yet: it will be tried again')
  })
}

/** Why a booking cannot be confirmed now, null if it can. */
function refuse(booking: BookingOfShow, now: Date): ConfirmBookingOutcome | null {
  if (statusAt(booking, now) === 'EXPIRED') return holdExpired(booking)
  if (!canBecome(booking, 'CONFIRMED', now)) return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' || status === 'STARTED' ? null : showClosed(booking.showId, status)
}

function holdExpired({ id, expiresAt }: Booking): ConfirmBookingOutcome {
  const message = `The hold ended at ${expiresAt.toISOString()}. Nothing was charged: hold the seats again.`
  return { __typename: 'HoldExpiredError', message, bookingId: id }
}

/** Keeps a final answer under its key, and gives the one that is kept: a twin's, where that was faster. */
async function remember(
  db: Database,
  request: IdempotentRequest,
  outcome: ConfirmBookingOutcome,
): Promise<ConfirmBookingOutcome> {
  return replay(request, await insertAnswer(db, request, outcome))
}

const UNAVAILABLE = {
  __typename: 'PaymentUnavailableError',
  message: 'The payment provider does not answer. Your seats are still held: send the same request again.',
} as const

const GIVEN_UP = {
  __typename: 'PaymentGivenUpError',
  message: 'This payment was given up, and nothing was charged: pay again with a new key.',
} as const

const DECLINED = {
  GENERIC_DECLINE: 'The card was declined. Your seats are still held: try another way to pay.',
  INSUFFICIENT_FUNDS: 'There is not enough money on the card. Your seats are still held: try another way to pay.',
  AUTHENTICATION_FAILED: 'The payment was not approved. Your seats are still held: try another way to pay.',
  INVALID_PAYMENT_METHOD: 'The provider does not know this card. Your seats are still held: try another way to pay.',
} as const
