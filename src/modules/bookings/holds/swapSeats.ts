import type { SwapSeatsInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { badUserInput } from '../../../lib/errors.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { setCause } from '../../seatmaps/index.js'
import { refuseBeyondAllocationIn } from '../allocations/allocationLimit.js'
import { seatsOf, toColumns } from '../booking.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { SwapSeatsOutcome } from '../outcomes.js'
import { isBeingPaid } from '../paying/payments.js'
import { bookingNotFound, notFound, notNow, refuseHold, seatLimitExceeded } from '../refusals.js'
import { areSeats, readSeatIds } from '../seatIds.js'
import { freeSeats, takeSeats } from '../seatStore.js'
import { type BookingOfShow, findBooking, lockBooking, updateBooking } from '../store.js'
import type { HoldServices } from './holdSeats.js'
import { explainTaken } from './unavailableSeats.js'

/**
 * Takes other seats of the show into the viewer's hold, in the place of some or all it has: all of them or none, and its own
 * are kept until then. The hold ends when it ended before.
 *
 * @throws BAD_USER_INPUT
 */
export async function swapSeats(
  services: HoldServices,
  viewer: Viewer,
  input: SwapSeatsInput,
): Promise<SwapSeatsOutcome> {
  const { accountId } = viewer
  const { bookingId, releaseSeatIds, takeSeatIds } = input
  const whose = { accountId, operation: 'swapSeats', now: services.clock.now() }
  const wanted = [bookingId, releaseSeatIds.toSorted(), takeSeatIds.toSorted()]
  const request = identifyRequest(whose, input.idempotencyKey, wanted)
  if (takeSeatIds.some((seatId) => releaseSeatIds.includes(seatId))) {
    throw badUserInput('No seat can be released and taken at once.')
  }
  const id = uuidKeyOf('Booking', bookingId)
  return transactOnce(services, request, async (tx): Promise<Change<SwapSeatsOutcome>> => {
    const now = services.clock.now()
    const booking = id && (await findBooking(tx, accountId, id))
    if (!booking) return refused(bookingNotFound)
    const refusal = refuseHold(booking, now) ?? (await refusePaying(tx, booking))
    if (refusal !== null) return refused(refusal)
    const release = readSeatIds('releaseSeatIds', releaseSeatIds, booking.showId)
    const take = readSeatIds('takeSeatIds', takeSeatIds, booking.showId)
    if (!areSeats(take)) return refused(notFound('Not all of these seats belong to the show.'))
    if (!areSeats(release) || !release.every((seatId) => booking.seatIds.includes(seatId))) {
      return refused(notFound('Not all of the seats to release are seats of the booking.'))
    }
    return swap(tx, { booking, release, take, now, limit: services.config.maxSeatsPerBooking })
  })
}

interface Swap {
  readonly booking: BookingOfShow
  readonly release: readonly number[]
  readonly take: readonly number[]
  readonly now: Date
  readonly limit: number
}

async function swap(tx: Transaction, { booking, release, take, now, limit }: Swap): Promise<Change<SwapSeatsOutcome>> {
  if (booking.seatIds.length - release.length + take.length > limit) return refused(seatLimitExceeded(limit))
  const wanted = { showId: booking.showId, seatIds: take, now, accountId: booking.accountId }
  const refusal = (await explainTaken(tx, wanted)) ?? (await refuseBeyondAllocationIn(tx, wanted))
  if (refusal !== null) return refused(refusal)
  await setCause(tx, { actor: booking.accountId, cause: 'swapSeats' })
  // Before its seats, as whoever ends holds does: nobody waits for the other in a circle.
  await lockBooking(tx, booking.id)
  const seats = await takeSeats(tx, booking, { seatIds: take, now })
  if (seats.length < take.length) throw new Error('seats were free and could not be taken')
  const kept = seatsOf(booking).filter(({ seatId }) => !release.includes(seatId))
  await updateBooking(tx, booking.id, toColumns([...kept, ...seats]))
  const freed = await freeSeats(tx, booking, { seatIds: release, now, to: 'AVAILABLE' })
  return { outcome: { __typename: 'SwapSeatsSuccess', bookingId: booking.id }, seats: [...seats, ...freed] }
}

async function refusePaying(tx: Transaction, booking: BookingOfShow) {
  if (!(await isBeingPaid(tx, booking.id))) return null
  return notNow(booking, 'The booking is being paid for: its seats cannot change now.')
}

function refused(outcome: SwapSeatsOutcome): Change<SwapSeatsOutcome> {
  return { outcome, seats: [] }
}
