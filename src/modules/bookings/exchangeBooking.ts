import type { ExchangeBookingInput } from '../../generated/graphql.js'
import { intKeyOf, uuidKeyOf } from '../../lib/globalId.js'
import type { Viewer } from '../accounts/index.js'
import { authorizePayment, type Payment } from '../payments/index.js'
import type { SagaServices } from './confirmPaid.js'
import { type ExchangePlan, planExchange } from './exchangePlan.js'
import { finishPayment, giveUp } from './finishPayment.js'
import { type Attempt, type IdempotentRequest, identifyRequest, runOnce } from './idempotency.js'
import type { ExchangeBookingOutcome } from './outcomes.js'
import { payDifference } from './payDifference.js'
import { captureRefused, explainPayment, readPayment } from './paymentOutcomes.js'
import { bookingNotFound } from './refusals.js'
import { type Exchange, writeExchange } from './writeExchange.js'

type Result = Attempt<ExchangeBookingOutcome>

/**
 * Takes other seats in the place of those of the viewer's confirmed booking, at the same show or another. A difference to be
 * paid is reserved first, outside of any transaction; then all of it happens in one serializable transaction, or none.
 *
 * @throws BAD_USER_INPUT
 */
export async function exchangeBooking(
  services: SagaServices,
  viewer: Viewer,
  input: ExchangeBookingInput,
): Promise<ExchangeBookingOutcome> {
  const { accountId } = viewer
  const payment = input.payment == null ? null : readPayment(input.payment)
  const wanted = [input.bookingId, input.showId ?? null, input.seatIds.toSorted(), payment]
  const whose = { accountId, operation: 'exchangeBooking', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, wanted)
  const bookingId = uuidKeyOf('Booking', input.bookingId)
  return runOnce(services, request, async (paymentId): Promise<Result> => {
    if (bookingId === null) return final(bookingNotFound)
    const showId = input.showId == null ? null : (intKeyOf('Show', input.showId) ?? 0)
    const exchange = { accountId, bookingId, showId, seatIds: input.seatIds }
    const plan = await services.db.transactLocking((tx) => planExchange(services, tx, exchange))
    if ('refusal' in plan) return refuse(services, paymentId, plan.refusal)
    if (plan.difference <= 0) {
      await giveUp(services, paymentId)
      return carryOut(services, { request, exchange, plan, paid: null })
    }
    const due = await payDifference(services, { plan, payment, paymentId, accountId })
    if ('refusal' in due) return refuse(services, paymentId, due.refusal)
    const authorized = await authorizePayment(services, due.payment, payment!.token)
    const refusal = await explainPayment(services, due.payment, authorized)
    return refusal ?? carryOut(services, { request, exchange, plan, paid: due.payment })
  })
}

interface CarryOut {
  readonly request: IdempotentRequest
  readonly exchange: Exchange
  readonly plan: ExchangePlan
  readonly paid: Payment | null
}

async function carryOut(services: SagaServices, { request, exchange, plan, paid }: CarryOut): Promise<Result> {
  const { outcome, seats } = await writeExchange(services, { request, exchange, paid })
  services.seatMaps.publish(seats)
  if (paid === null) return final(outcome)
  if (outcome.__typename !== 'ExchangeBookingSuccess') {
    await giveUp(services, paid.id)
    return final(outcome)
  }
  const finished = await finishPayment(services, paid.id, request)
  return final(finished === 'undone' ? captureRefused(plan.booking.id) : outcome)
}

/** What the request has reserved before, in a process that died, goes back. */
async function refuse(services: SagaServices, paymentId: string, refusal: ExchangeBookingOutcome): Promise<Result> {
  await giveUp(services, paymentId)
  return final(refusal)
}

function final(outcome: ExchangeBookingOutcome): Result {
  return { outcome, isFinal: true }
}
