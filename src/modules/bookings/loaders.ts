import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'
import { type LeftSeat, listLeftSeats } from './allocations/allocationStore.js'
import type { CancellationPolicy } from './changes/cancellation.js'
import { listPolicies } from './changes/policyStore.js'
import { type Booking, listBookings } from './store.js'
import { type BookingTransfer, listPendingTransfers } from './transfers/transferStore.js'

/** What bookings load for a request. Whose they are is for the caller to know. */
export function createBookingLoaders(db: Database) {
  return {
    booking: new DataLoader<string, Booking>(async (ids) => {
      const found = new Map((await listBookings(db, ids)).map((booking) => [booking.id, booking]))
      return ids.map((id) => found.get(id) ?? new Error(`there is no booking ${id}`))
    }),
    /** The offer of a booking that waits to be accepted, null if there is none. */
    pendingTransfer: new DataLoader<string, BookingTransfer | null>(async (ids) => {
      const found = new Map((await listPendingTransfers(db, ids)).map((transfer) => [transfer.bookingId, transfer]))
      return ids.map((id) => found.get(id) ?? null)
    }),
    /** The seats of an allocation that are not sold. */
    leftSeats: new DataLoader<string, LeftSeat[]>(async (allocationIds) => {
      const left = groupBy(await listLeftSeats(db, allocationIds), ({ allocationId }) => allocationId)
      return allocationIds.map((id) => left.get(id) ?? [])
    }),
    /** The cancellation policy of a show. */
    cancellationPolicy: new DataLoader<number, CancellationPolicy>(async (showIds) => {
      const found = new Map((await listPolicies(db, showIds)).map((policy) => [policy.showId, policy]))
      return showIds.map((id) => found.get(id) ?? new Error(`there is no show ${id}`))
    }),
  }
}
