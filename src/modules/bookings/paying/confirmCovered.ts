import { cover, isReserved, listPaymentsOf } from '../../payments/index.js'
import type { IdempotentRequest } from '../idempotency/idempotency.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { getBooking } from '../store.js'
import { collect, type SagaServices } from './confirmPaid.js'
import { writeConfirmation } from './writeConfirmation.js'

/**
 * Confirms a booking that others have reserved all the money for, as their requests may have died. Null where that is not so any more:
 * what became of their payments is theirs to be told, and theirs to give up.
 */
export async function confirmCovered(
  services: SagaServices,
  bookingId: string,
  request: IdempotentRequest,
): Promise<ConfirmBookingOutcome | null> {
  const { prisma } = services.db
  const [payments, { total }] = await Promise.all([listPaymentsOf(prisma, bookingId), getBooking(prisma, bookingId)])
  const chosen = cover(payments.filter(isReserved), total, null)
  if (chosen === null) return null
  const confirmation = await writeConfirmation(services, { bookingId, request }, chosen)
  if (confirmation.kind !== 'confirmed') return null
  services.seatMaps.publish(confirmation.seats)
  return collect(services, bookingId, { payments, chosen })
}
