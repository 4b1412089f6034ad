import type { ExchangeBookingInput } from '../../../generated/graphql.js'
import { intKeyOf, uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { authorizePayment, findPayment, isCollected, type Payment } from '../../payments/index.js'
import { type AdmissionServices, refuseUnadmitted } from '../holds/refuseUnadmitted.js'
import { findKept } from '../idempotency/answerStore.js'
import { type Attempt, type IdempotentRequest, identifyRequest, runOnce } from '../idempotency/idempotency.js'
import type { ExchangeBookingOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { finishPayment, giveUp } from '../paying/finishPayment.js'
import { captureRefused, explainPayment, readPayment } from '../paying/paymentOutcomes.js'
import { bookingNotFound } from '../refusals.js'
import { findBooking } from '../store.js'
import { planExchange } from './exchangePlan.js'
import { payDifference } from './payDifference.js'
import { type Exchange, writeExchange } from './writeExchange.js'

type Result = Attempt<ExchangeBookingOutcome>

/**
 * Takes other seats in the place of those of the viewer's confirmed booking, at the same show or another. A difference to be
 * paid is reserved first, outside of any transaction; then all of it happens in one serializable transaction, or none. Where
 * its buyer approves it later, or this process dies, a job carries it out.
 *
 * @throws BAD_USER_INPUT
 */
export async function exchangeBooking(
  services: SagaServices & AdmissionServices,
  viewer: Viewer,
  input: ExchangeBookingInput,
): Promise<ExchangeBookingOutcome> {
  const { accountId } = viewer
  const payment = input.payment == null ? null : readPayment(input.payment)
  const wanted = [input.bookingId, input.showId ?? null, input.seatIds.toSorted(), payment]
  const whose = { accountId, operation: 'exchangeBooking', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, wanted)
  const bookingId = uuidKeyOf('Booking', input.bookingId)
  const showId = input.showId == null ? null : (intKeyOf('Show', input.showId) ?? 0)
  const refusal = await refuseStranger(services, accountId, { bookingId, showId, token: input.admissionToken })
  // It may have been let in when it came first, or before the room was opened, and its answer been lost.
  if (refusal !== null && (await findKept(services.db, request)) === null) return refusal
  return runOnce(services, request, async (paymentId): Promise<Result> => {
    if (bookingId === null) return final(bookingNotFound)
    const exchange = { accountId, bookingId, showId, seatIds: input.seatIds }
    const result = await attempt(services, { request, exchange, payment, paymentId })
    // What was reserved under this key and is not needed, as prices or seats are others now, goes back.
    if (result.isFinal) await giveUp(services, paymentId)
    return result
  })
}

interface Target {
  readonly bookingId: string | null
  readonly showId: number | null
  readonly token: string | null | undefined
}

/** Seats of another show that is behind a waiting room are for those whom it has let in. */
async function refuseStranger(
  services: SagaServices & AdmissionServices,
  accountId: string,
  { bookingId, showId, token }: Target,
): Promise<ExchangeBookingOutcome | null> {
  if (showId === null || services.waitingRooms.find(showId) === null) return null
  const booking = bookingId && (await findBooking(services.db.prisma, accountId, bookingId))
  return booking && booking.showId === showId ? null : refuseUnadmitted(services, accountId, { showId, token })
}

interface Wish {
  readonly request: IdempotentRequest
  readonly exchange: Exchange
  readonly payment: ReturnType<typeof readPayment> | null
  readonly paymentId: string
}

async function attempt(services: SagaServices, { request, exchange, payment, paymentId }: Wish): Promise<Result> {
  const { accountId } = exchange
  const plan = await services.db.transactLocking((tx) => planExchange(services, tx, exchange))
  const done = await findDone(services, paymentId)
  if (done !== null) return final(done)
  if ('refusal' in plan) return final(plan.refusal)
  if (plan.charged === 0) return carryOut(services, { request, exchange, paid: null })
  const due = await payDifference(services, { plan, payment, paymentId, accountId })
  if ('refusal' in due) return final(due.refusal)
  const authorized = await authorizePayment(services, due.payment, payment!.token)
  const refusal = await explainPayment(services, due.payment, authorized)
  return refusal ?? carryOut(services, { request, exchange, paid: due.payment })
}

interface CarryOut extends Pick<Wish, 'request' | 'exchange'> {
  readonly paid: Payment | null
}

async function carryOut(services: SagaServices, { request, exchange, paid }: CarryOut): Promise<Result> {
  const { outcome, seats } = await writeExchange(services, { request, exchange, paid })
  services.seatMaps.publish(seats)
  if (paid === null) return final(outcome)
  if (outcome.__typename !== 'ExchangeBookingSuccess') return final((await findDone(services, paid.id)) ?? outcome)
  const finished = await finishPayment(services, paid.id)
  return final(finished === 'undone' ? captureRefused(exchange.bookingId) : outcome)
}

/** The answer to what a job has carried out for this request, whose buyer had to approve it elsewhere. */
async function findDone({ db }: SagaServices, paymentId: string): Promise<ExchangeBookingOutcome | null> {
  const payment = await findPayment(db.prisma, paymentId)
  if (payment === null || !isCollected(payment)) return null
  const { bookingId, accountId, amount, currency } = payment
  // Transferred since.
  if ((await findBooking(db.prisma, accountId, bookingId)) === null) return bookingNotFound
  const amounts = { charged: { minor: amount, currency }, refund: { minor: 0, currency } }
  return { __typename: 'ExchangeBookingSuccess', bookingId, ...amounts }
}

function final(outcome: ExchangeBookingOutcome): Result {
  return { outcome, isFinal: true }
}
