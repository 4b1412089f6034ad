import { randomUUID } from 'node:crypto'
import type { CancelBookingInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { notify } from '../../notifications/index.js'
import { refundPayments } from '../../payments/index.js'
import { setCause } from '../../seatmaps/index.js'
import { voidTickets } from '../../tickets/index.js'
import { recordBookingEvent } from '../../webhooks/index.js'
import { seatsOf, withoutSeats } from '../booking.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { CancelBookingOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { bookingNotFound, refuseCancellation } from '../refusals.js'
import { freeSeats } from '../seatStore.js'
import { findBooking, updateBooking } from '../store.js'
import { endTransfer } from '../transfers/transferStore.js'
import { quoteFor, type SeatsOfBooking, selectSeats } from './cancellationQuote.js'
import { getPolicy } from './policyStore.js'

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
    return 'refusal' in selected ? refused(selected.refusal) : cancel(services, tx, selected)
  })
}

async function cancel(
  services: SagaServices,
  tx: Transaction,
  { booking, seatIds }: SeatsOfBooking,
): Promise<Change<CancelBookingOutcome>> {
  const now = services.clock.now()
  const { id } = booking
  const { refund, retained, isResold } = quoteFor(await getPolicy(tx, booking.showId), { booking, seatIds }, now)
  const left = withoutSeats(seatsOf(booking), seatIds)
  const kept = { retained: booking.retained + retained.minor }
  const isAll = left.seatIds.length === 0
  await setCause(tx, { actor: booking.accountId, cause: 'cancelBooking' })
  await updateBooking(tx, id, isAll ? { ...kept, status: 'CANCELLED', cancelledAt: now } : { ...kept, ...left })
  await endTransfer(tx, id, now)
  if (refund.minor > 0) await refundPayments(services, tx, { bookingId: id, amount: refund.minor })
  const occurrence = isAll ? '' : randomUUID()
  await notify(tx, { event: 'BOOKING_CANCELLED', bookingId: id, occurrence, data: { seatIds, refund: refund.minor } })
  const event = { type: 'BOOKING_CANCELLED', bookingId: id, occurrence, now } as const
  await recordBookingEvent(tx, event, { seatIds, refund: refund.minor })
  await voidTickets(tx, { bookingId: id, seatIds, now })
  const seats = await freeSeats(tx, booking, { seatIds, now, to: isResold ? 'AVAILABLE' : 'BLOCKED' })
  return { outcome: { __typename: 'CancelBookingSuccess', bookingId: id, refund }, seats }
}

function refused(outcome: CancelBookingOutcome): Change<CancelBookingOutcome> {
  return { outcome, seats: [] }
}
