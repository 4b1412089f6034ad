import type { ReleaseSeatsInput } from '../../generated/graphql.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import type { Viewer } from '../accounts/index.js'
import { setCause } from '../seatmaps/index.js'
import { canBecome } from './booking.js'
import type { HoldServices } from './holdSeats.js'
import type { ReleaseSeatsOutcome } from './outcomes.js'
import { bookingNotFound, wrongState } from './refusals.js'
import { findBooking, freeSeats, updateBooking } from './store.js'

/** Gives all seats of the viewer's hold back, at once. */
export async function releaseSeats(
  services: Omit<HoldServices, 'config'>,
  viewer: Viewer,
  input: ReleaseSeatsInput,
): Promise<ReleaseSeatsOutcome> {
  const id = uuidKeyOf('Booking', input.bookingId)
  if (id === null) return bookingNotFound
  const { outcome, seats } = await services.db.transact(async (tx) => {
    const now = services.clock.now()
    const booking = await findBooking(tx, viewer.accountId, id)
    if (booking === null) return { outcome: bookingNotFound, seats: [] }
    if (!canBecome(booking, 'RELEASED', now)) return { outcome: wrongState(booking, now), seats: [] }
    await setCause(tx, { actor: viewer.accountId, cause: 'releaseSeats' })
    await updateBooking(tx, id, { status: 'RELEASED' })
    const outcome = { __typename: 'ReleaseSeatsSuccess', bookingId: id } as const
    return { outcome, seats: await freeSeats(tx, booking) }
  })
  services.seatMaps.publish(seats)
  return outcome
}
