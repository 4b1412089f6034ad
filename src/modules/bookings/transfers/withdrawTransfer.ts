import type { WithdrawTransferInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import type { HoldServices } from '../holds/holdSeats.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { WithdrawTransferOutcome } from '../outcomes.js'
import { bookingNotFound, notNow } from '../refusals.js'
import { findBooking } from '../store.js'
import { endTransfer } from './transferStore.js'

/** Takes back the offer of the viewer's booking that nobody has accepted yet. */
export async function withdrawTransfer(
  services: HoldServices,
  viewer: Viewer,
  input: WithdrawTransferInput,
): Promise<WithdrawTransferOutcome> {
  const { accountId } = viewer
  const whose = { accountId, operation: 'withdrawTransfer', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, [input.bookingId])
  const id = uuidKeyOf('Booking', input.bookingId)
  return transactOnce(services, request, async (tx): Promise<Change<WithdrawTransferOutcome>> => {
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return { outcome: bookingNotFound, seats: [] }
    const isEnded = await endTransfer(tx, booking.id, services.clock.now())
    if (!isEnded) return { outcome: notNow(booking, 'The booking is not offered to anybody.'), seats: [] }
    return { outcome: { __typename: 'WithdrawTransferSuccess', bookingId: booking.id }, seats: [] }
  })
}
