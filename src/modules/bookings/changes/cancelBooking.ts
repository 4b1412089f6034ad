import type { CancelBookingInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { CancelBookingOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { bookingNotFound, refuseCancellation } from '../refusals.js'
import { findBooking } from '../store.js'
import { selectSeats } from './cancellationQuote.js'
import { writeCancellation } from './writeCancellation.js'

/**
 * Cancels the viewer's confirmed booking, or some of its seats, before the show begins: what its policy says goes back, once
 * however often it is asked for, by jobs. A provider that is away delays the money, not the answer.
 */
export async function cancelBooking(
  services: SagaServices,
  viewer: Viewer,
  input: CancelBookingInput,
): Promise<CancelBookingOutcome> {
  const { accountId } = viewer
  const id = uuidKeyOf('Booking', input.bookingId)
  const key = input.idempotencyKey
  const whose = { accountId, operation: 'cancelBooking', now: services.clock.now() }
  const request = key == null ? null : identifyRequest(whose, key, [input.bookingId, input.seatIds?.toSorted() ?? null])
  return transactOnce(services, request, async (tx): Promise<Change<CancelBookingOutcome>> => {
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return refused(bookingNotFound)
    const refusal = refuseCancellation(booking, services.clock.now())
    if (refusal !== null) return refused(refusal)
    const selected = await selectSeats(tx, booking, input.seatIds)
    if ('refusal' in selected) return refused(selected.refusal)
    const { refund, seats } = await writeCancellation(services, tx, {
      ...selected,
      actor: accountId,
      cause: 'cancelBooking',
    })
    return { outcome: { __typename: 'CancelBookingSuccess', bookingId: booking.id, refund }, seats }
  })
}

function refused(outcome: CancelBookingOutcome): Change<CancelBookingOutcome> {
  return { outcome, seats: [] }
}
