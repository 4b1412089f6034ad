import type { AcceptTransferInput } from '../../generated/graphql.js'
import type { Transaction } from '../../lib/db/index.js'
import type { Viewer } from '../accounts/index.js'
import { hasUsedTickets, issueTickets, voidTickets } from '../tickets/index.js'
import type { HoldServices } from './holdSeats.js'
import { type Change, identifyRequest, transactOnce } from './idempotency.js'
import type { AcceptTransferOutcome } from './outcomes.js'
import { notFound, notNow, refuseTransfer, TICKET_USED } from './refusals.js'
import { type BookingOfShow, getBooking, updateBooking } from './store.js'
import { hashCode } from './transferBooking.js'
import { acceptOffer, type BookingTransfer, findTransfer } from './transferStore.js'

/** Makes the booking that a code was given for the viewer's own, once. What was paid for it stays with who has paid. */
export async function acceptTransfer(
  services: HoldServices,
  viewer: Viewer,
  input: AcceptTransferInput,
): Promise<AcceptTransferOutcome> {
  const { accountId } = viewer
  const codeHash = hashCode(input.code)
  const whose = { accountId, operation: 'acceptTransfer', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, [codeHash])
  return transactOnce(services, request, async (tx): Promise<Change<AcceptTransferOutcome>> => {
    const now = services.clock.now()
    const transfer = await findTransfer(tx, codeHash)
    if (transfer === null) return { outcome: NO_OFFER, seats: [] }
    const booking = await getBooking(tx, transfer.bookingId)
    const refusal = refuseTransfer(booking, now)
    if (refusal !== null) return { outcome: refusal, seats: [] }
    if (await hasUsedTickets(tx, { bookingId: booking.id, seatIds: booking.seatIds })) {
      return { outcome: notNow(booking, TICKET_USED), seats: [] }
    }
    return takeOver(services, tx, { transfer, booking, accountId, now })
  })
}

interface TakeOver {
  readonly transfer: BookingTransfer
  readonly booking: BookingOfShow
  readonly accountId: string
  readonly now: Date
}

async function takeOver(
  _services: HoldServices,
  tx: Transaction,
  { transfer, booking, accountId, now }: TakeOver,
): Promise<Change<AcceptTransferOutcome>> {
  const bookingId = booking.id
  await acceptOffer(tx, transfer.id, { toAccountId: accountId, settledAt: now })
  const { showId, seatIds } = booking
  await voidTickets(tx, { bookingId, seatIds, now })
  await issueTickets(tx, { bookingId, showId, seatIds, now })
  await updateBooking(tx, bookingId, { accountId, contactEmail: transfer.email, contactPhone: null })
  return { outcome: { __typename: 'AcceptTransferSuccess', bookingId }, seats: [] }
}

const NO_OFFER = notFound('There is no offer with this code: it was accepted or taken back, or never made.')
