import type { ConfirmBookingInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { authorizePayment, type Payment } from '../../payments/index.js'
import { readContact } from '../contact.js'
import { type Attempt, type IdempotentRequest, identifyRequest, runOnce } from '../idempotency/idempotency.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { bookingNotFound } from '../refusals.js'
import { getBooking } from '../store.js'
import { beginPaying, type Wish } from './beginPaying.js'
import { confirmCovered } from './confirmCovered.js'
import { confirmPaid, type SagaServices } from './confirmPaid.js'
import { explainPayment, givenUp, OTHERS_PAY, readPayment } from './paymentOutcomes.js'

/** Others may pay for the same booking meanwhile; each of them brings it nearer to its end. */
const MAX_TRIES = 3

interface Paying {
  readonly token: string
  readonly request: IdempotentRequest
}

/**
 * Pays for the viewer's hold and makes its seats the viewer's. The money is reserved outside of any transaction, the booking
 * confirmed in a serializable one that checks everything again, and the money collected after its commit. Where this
 * process dies in between, advancePayment brings the payment to its end.
 *
 * @throws BAD_USER_INPUT
 */
export async function confirmBooking(
  services: SagaServices,
  viewer: Viewer,
  input: ConfirmBookingInput,
): Promise<ConfirmBookingOutcome> {
  const { accountId } = viewer
  const { token, method, amount } = readPayment(input.payment)
  const contact = readContact(input.contact)
  const request = identifyRequest(
    { accountId, operation: 'confirmBooking', now: services.clock.now() },
    input.idempotencyKey,
    [input.bookingId, method, token, amount, contact],
  )
  return runOnce(services, request, async (paymentId): Promise<Attempt<ConfirmBookingOutcome>> => {
    const bookingId = uuidKeyOf('Booking', input.bookingId)
    if (bookingId === null) return { outcome: bookingNotFound, isFinal: true }
    const wish = { accountId, bookingId, paymentId, method, amount, contact }
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const attempt = await tryToPay(services, wish, { token, request })
      if (attempt !== 'try again') return attempt
    }
    return { outcome: OTHERS_PAY, isFinal: false }
  })
}

async function tryToPay(
  services: SagaServices,
  wish: Wish,
  paying: Paying,
): Promise<Attempt<ConfirmBookingOutcome> | 'try again'> {
  const begun = await beginPaying(services, wish)
  switch (begun.kind) {
    case 'begun':
      return pay(services, begun.payment, paying)
    case 'covered': {
      const outcome = await confirmCovered(services, wish.bookingId, paying.request)
      return outcome === null ? 'try again' : { outcome, isFinal: true }
    }
    case 'overpaid':
      return { outcome: OTHERS_PAY, isFinal: false }
    case 'refused':
      return { outcome: begun.refusal, isFinal: true }
  }
}

/** Reserves the money of a payment of the request's own, and confirms the booking if that covers it. */
async function pay(
  services: SagaServices,
  payment: Payment,
  { token, request }: Paying,
): Promise<Attempt<ConfirmBookingOutcome>> {
  const { id: paymentId, bookingId } = payment
  const authorized = await authorizePayment(services, payment, token)
  if (authorized.kind === 'over') {
    const booking = await getBooking(services.db.prisma, bookingId)
    return { outcome: givenUp(booking, services.clock.now()), isFinal: true }
  }
  const refusal = await explainPayment(services, payment, authorized)
  if (refusal !== null) return refusal
  return { outcome: await confirmPaid(services, { bookingId, paymentId, request }), isFinal: true }
}
