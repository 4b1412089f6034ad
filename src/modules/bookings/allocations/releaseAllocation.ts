import type { ReleaseAllocationInput } from '../../../generated/graphql.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import { isStaffOf, viewerOf } from '../../accounts/index.js'
import { findTheaterOf } from '../../seatmaps/index.js'
import type { ReleaseAllocationOutcome } from '../outcomes.js'
import { notFound } from '../refusals.js'
import type { AllocationServices } from './allocateSeats.js'
import { endAllocation, findAllocation } from './allocationStore.js'

/**
 * Puts what is left of an allocation back on sale; nothing happens to one that has ended. What its partner holds or has bought stays with the
 * partner. For the staff of the theater.
 */
export async function releaseAllocation(
  services: AllocationServices,
  { allocationId }: ReleaseAllocationInput,
): Promise<ReleaseAllocationOutcome> {
  const { db, clock, seatMaps } = services
  const id = uuidKeyOf('SeatAllocation', allocationId)
  const allocation = id === null ? null : await findAllocation(db, id)
  const theaterId = allocation && (await findTheaterOf(db, allocation.showId))
  if (allocation === null || theaterId === null || !(await isStaffOf(services, theaterId))) {
    return notFound('There is no allocation with this id.')
  }
  const { accountId: actor } = viewerOf(services)
  seatMaps.publish(await endAllocation(db, { id: allocation.id, now: clock.now(), actor }))
  return { __typename: 'ReleaseAllocationSuccess', allocationId: allocation.id }
}
