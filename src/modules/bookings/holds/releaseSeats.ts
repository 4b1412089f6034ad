import type { ReleaseSeatsInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { setCause } from '../../seatmaps/index.js'
import { canBecome, seatsOf, withoutSeats } from '../booking.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { ReleaseSeatsOutcome } from '../outcomes.js'
import { endPayments, isBeingPaid } from '../paying/payments.js'
import { bookingNotFound, notFound, notNow, wrongState } from '../refusals.js'
import { readSeatIds } from '../seatIds.js'
import { type Freeing, freeSeats } from '../seatStore.js'
import { type BookingOfShow, findBooking, updateBooking } from '../store.js'
import type { HoldServices } from './holdSeats.js'

/** Gives seats of the viewer's hold back, all or some, at once. */
export async function releaseSeats(
  services: HoldServices,
  viewer: Viewer,
  input: ReleaseSeatsInput,
): Promise<ReleaseSeatsOutcome> {
  const { clock } = services
  const { accountId } = viewer
  const id = uuidKeyOf('Booking', input.bookingId)
  const key = input.idempotencyKey
  const whose = { accountId, operation: 'releaseSeats', now: clock.now() }
  const request = key == null ? null : identifyRequest(whose, key, [input.bookingId, input.seatIds?.toSorted() ?? null])
  return transactOnce(services, request, async (tx): Promise<Change<ReleaseSeatsOutcome>> => {
    const now = clock.now()
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return refused(bookingNotFound)
    if (!canBecome(booking, 'RELEASED', now)) return refused(wrongState(booking, now))
    const seatIds = input.seatIds == null ? booking.seatIds : readSeatIds('seatIds', input.seatIds, booking.showId)
    if (!seatIds.every((seatId) => seatId !== null && booking.seatIds.includes(seatId))) {
      return refused(notFound('Not all of these are seats of the booking.'))
    }
    return release(tx, booking, { seatIds: seatIds as number[], now, to: 'AVAILABLE' })
  })
}

async function release(
  tx: Transaction,
  booking: BookingOfShow,
  freeing: Freeing,
): Promise<Change<ReleaseSeatsOutcome>> {
  const left = withoutSeats(seatsOf(booking), freeing.seatIds)
  const isAll = left.seatIds.length === 0
  if (!isAll && (await isBeingPaid(tx, booking.id))) {
    return refused(notNow(booking, 'The booking is being paid for: its seats cannot change now.'))
  }
  await setCause(tx, { actor: booking.accountId, cause: 'releaseSeats' })
  await updateBooking(tx, booking.id, isAll ? { status: 'RELEASED' } : left)
  if (isAll) await endPayments(tx, booking.id)
  const outcome = { __typename: 'ReleaseSeatsSuccess', bookingId: booking.id } as const
  return { outcome, seats: await freeSeats(tx, booking, freeing) }
}

function refused(outcome: ReleaseSeatsOutcome): Change<ReleaseSeatsOutcome> {
  return { outcome, seats: [] }
}
