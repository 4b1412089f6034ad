import type { ExtendHoldInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { setCause } from '../../seatmaps/index.js'
import { extendedEnd } from '../booking.js'
import { identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { ExtendHoldOutcome } from '../outcomes.js'
import { bookingNotFound, holdExpired, refuseHold } from '../refusals.js'
import { extendSeats } from '../seatStore.js'
import { type BookingOfShow, findBooking, updateBooking } from '../store.js'
import type { HoldServices } from './holdSeats.js'

/** Makes the viewer's hold as long as a new one from now on, up to the longest time that a hold may have in all. */
export async function extendHold(
  services: HoldServices,
  viewer: Viewer,
  input: ExtendHoldInput,
): Promise<ExtendHoldOutcome> {
  const { clock, config } = services
  const { accountId } = viewer
  const whose = { accountId, operation: 'extendHold', now: clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, [input.bookingId])
  const id = uuidKeyOf('Booking', input.bookingId)
  return transactOnce(services, request, async (tx) => {
    const now = clock.now()
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return refused(bookingNotFound)
    const refusal = refuseHold(booking, now)
    if (refusal !== null) return refused(refusal)
    const { default: seconds, max: maxSeconds } = config.holdSeconds
    const expiresAt = extendedEnd(booking, now, { seconds, maxSeconds })
    if (expiresAt <= booking.expiresAt) return refused(notExtendable(booking))
    await setCause(tx, { actor: accountId, cause: 'extendHold' })
    if (!(await extendSeats(tx, booking, expiresAt))) return refused(holdExpired(booking))
    await updateBooking(tx, booking.id, { expiresAt })
    return { outcome: { __typename: 'ExtendHoldSuccess', bookingId: booking.id }, seats: [] }
  })
}

function refused(outcome: ExtendHoldOutcome) {
  return { outcome, seats: [] }
}

function notExtendable({ id, expiresAt }: BookingOfShow): ExtendHoldOutcome {
  const message = `The hold is as long as it can be: it ends at ${expiresAt.toISOString()}.`
  return { __typename: 'HoldNotExtendableError', message, bookingId: id }
}
