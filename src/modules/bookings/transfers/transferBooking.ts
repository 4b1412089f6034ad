import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { TransferBookingInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { notify } from '../../notifications/index.js'
import { refuseUsed } from '../changes/usedTickets.js'
import { readEmail } from '../contact.js'
import type { HoldServices } from '../holds/holdSeats.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { TransferBookingOutcome } from '../outcomes.js'
import { bookingNotFound, refuseTransfer } from '../refusals.js'
import { findBooking } from '../store.js'
import { insertTransfer } from './transferStore.js'

const CODE_BYTES = 24

/** Offers the viewer's booking to another person, who takes it over by the code. An earlier offer that waits ends. */
export async function transferBooking(
  services: HoldServices,
  viewer: Viewer,
  input: TransferBookingInput,
): Promise<TransferBookingOutcome> {
  const { accountId } = viewer
  const email = readEmail(input.email)
  const whose = { accountId, operation: 'transferBooking', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, [input.bookingId, email])
  const id = uuidKeyOf('Booking', input.bookingId)
  return transactOnce(services, request, async (tx): Promise<Change<TransferBookingOutcome>> => {
    const now = services.clock.now()
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return { outcome: bookingNotFound, seats: [] }
    const refusal = refuseTransfer(booking, now) ?? (await refuseUsed(tx, booking, booking.seatIds))
    if (refusal !== null) return { outcome: refusal, seats: [] }
    const code = randomBytes(CODE_BYTES).toString('base64url')
    const bookingId = booking.id
    const transfer = { id: randomUUID(), bookingId, fromAccountId: accountId, email, createdAt: now }
    await insertTransfer(tx, { ...transfer, codeHash: hashCode(code) })
    const to = { email }
    await notify(tx, { event: 'TRANSFER_OFFERED', bookingId, occurrence: transfer.id, to, data: { code } })
    return { outcome: { __typename: 'TransferBookingSuccess', bookingId, code }, seats: [] }
  })
}

/** What is kept of a code for good: who reads the table of old offers cannot take anything over. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
