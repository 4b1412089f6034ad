import type { AcceptTransferInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { type CodeLimitServices, limitCodes, type Viewer } from '../../accounts/index.js'
import { notify } from '../../notifications/index.js'
import { issueTickets, voidTickets } from '../../tickets/index.js'
import { refuseUsed } from '../changes/usedTickets.js'
import type { HoldServices } from '../holds/holdSeats.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { AcceptTransferOutcome, ShowClosed, WrongState } from '../outcomes.js'
import { notFound, refuseTransfer } from '../refusals.js'
import { type BookingOfShow, getBooking, updateBooking } from '../store.js'
import { hashCode } from './transferBooking.js'
import { acceptOffer, type BookingTransfer, findTransfer } from './transferStore.js'

/** Makes the booking that a code was given for the viewer's own, once. What was paid for it stays with who has paid. */
export async function acceptTransfer(
  services: HoldServices & CodeLimitServices,
  viewer: Viewer,
  input: AcceptTransferInput,
): Promise<AcceptTransferOutcome> {
  return limitCodes(services, viewer, {
    run: () => tryCode(services, viewer, input),
    isWrong: ({ __typename }) => __typename === 'NotFoundError',
  })
}

async function tryCode(
  services: HoldServices,
  { accountId }: Viewer,
  input: AcceptTransferInput,
): Promise<AcceptTransferOutcome> {
  const codeHash = hashCode(input.code)
  const whose = { accountId, operation: 'acceptTransfer', now: services.clock.now() }
  const request = identifyRequest(whose, input.idempotencyKey, [codeHash])
  return transactOnce(services, request, async (tx): Promise<Change<AcceptTransferOutcome>> => {
    const now = services.clock.now()
    const transfer = await findTransfer(tx, codeHash)
    if (transfer === null) return { outcome: NO_OFFER, seats: [] }
    const booking = await getBooking(tx, transfer.bookingId)
    const refusal = refuseTransfer(booking, now) ?? (await refuseUsed(tx, booking, booking.seatIds))
    if (refusal !== null) return { outcome: hideBooking(refusal), seats: [] }
    return takeOver(tx, { transfer, booking, accountId, now })
  })
}

interface TakeOver {
  readonly transfer: BookingTransfer
  readonly booking: BookingOfShow
  readonly accountId: string
  readonly now: Date
}

async function takeOver(
  tx: Transaction,
  { transfer, booking, accountId, now }: TakeOver,
): Promise<Change<AcceptTransferOutcome>> {
  const { id: bookingId, showId, seatIds } = booking
  await acceptOffer(tx, transfer.id, { toAccountId: accountId, settledAt: now })
  const occurrence = transfer.id
  await notify(tx, { event: 'TRANSFER_ACCEPTED', bookingId, occurrence })
  await updateBooking(tx, bookingId, { accountId, contactEmail: transfer.email, contactPhone: null })
  // Who had them knows their codes.
  await voidTickets(tx, { bookingId, seatIds, now })
  await issueTickets(tx, { bookingId, showId, seatIds, now })
  await notify(tx, { event: 'BOOKING_CONFIRMED', bookingId, occurrence })
  return { outcome: { __typename: 'AcceptTransferSuccess', bookingId }, seats: [] }
}

/** A refusal without the booking, which is somebody else's: whoever reads it has its tickets. */
function hideBooking(refusal: WrongState | ShowClosed): AcceptTransferOutcome {
  if (refusal.__typename === 'ShowClosedError') return refusal
  return { __typename: 'TransferClosedError', message: refusal.message }
}

const NO_OFFER = notFound('There is no offer with this code: it was accepted or taken back, or never made.')
