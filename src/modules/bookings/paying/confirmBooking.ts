import type { ConfirmBookingInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { authorizePayment } from '../../payments/index.js'
import { readContact } from '../contact.js'
import { type Attempt, identifyRequest, runOnce } from '../idempotency/idempotency.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { bookingNotFound } from '../refusals.js'
import { getBooking } from '../store.js'
import { beginPaying } from './beginPaying.js'
import { confirmPaid, type SagaServices } from './confirmPaid.js'
import { explainPayment, givenUp, readPayment } from './paymentOutcomes.js'

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
    const begun = await beginPaying(services, { accountId, bookingId, paymentId, method, amount, contact })
    if (begun.payment === null) return { outcome: begun.refusal, isFinal: true }
    const authorized = await authorizePayment(services, begun.payment, token)
    if (authorized.kind === 'over') {
      const booking = await getBooking(services.db.prisma, bookingId)
      return { outcome: givenUp(booking, services.clock.now()), isFinal: true }
    }
    const refusal = await explainPayment(services, begun.payment, authorized)
    if (refusal !== null) return refusal
    const outcome = await confirmPaid(services, { bookingId, paymentId: begun.payment.id, request })
    return { outcome, isFinal: true }
  })
}
