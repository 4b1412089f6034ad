import type { Context } from '../../../context.js'
import type { Resolvers } from '../../../generated/graphql.js'
import { toGlobalId } from '../../../lib/globalId.js'
import { show } from '../outcomeResolvers.js'
import type { AllocationRef } from '../outcomes.js'
import { type Allocation, findAllocation } from './allocationStore.js'

/** The allocation of an answer, as it stands now. */
const allocation = {
  allocation: async ({ allocationId }: AllocationRef, _args: unknown, { db }: Context): Promise<Allocation> =>
    (await findAllocation(db, allocationId))!,
}

async function loadSeats({ loaders }: Context, showId: number, seatIds: readonly number[]) {
  const seats = await Promise.all(seatIds.map((seatId) => loaders.showSeat.load({ showId, seatId })))
  return seats.filter((seat) => seat !== null)
}

/** The seats of an allocation that its partner can hold now. */
async function findFree({ clock, loaders }: Context, { id, until }: Allocation): Promise<number[]> {
  const now = clock.now()
  const left = until <= now ? [] : await loaders.leftSeats.load(id)
  return left.filter(({ heldUntil }) => heldUntil === null || heldUntil <= now).map(({ seatId }) => seatId)
}

/** Allocations, as the schema tells them. */
export const allocationResolvers = {
  SeatAllocation: {
    id: ({ id }) => toGlobalId('SeatAllocation', id),
    show: ({ showId }, _args, { loaders }) => loaders.show.load(showId),
    seats: ({ showId, seatIds }, _args, context) => loadSeats(context, showId, seatIds),
    freeSeats: async (row, _args, context) => loadSeats(context, row.showId, await findFree(context, row)),
    endedAt: ({ endedAt, until }, _args, { clock }) => endedAt ?? (until <= clock.now() ? until : null),
  },
  AllocateSeatsSuccess: allocation,
  ReleaseAllocationSuccess: allocation,
  AllocationExceededError: show,
} satisfies Resolvers
