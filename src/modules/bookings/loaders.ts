import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { type Booking, listBookings } from './store.js'

/** What bookings load for a request. Whose they are is for the caller to know. */
export function createBookingLoaders(db: Database) {
  return {
    booking: new DataLoader<string, Booking>(async (ids) => {
      const found = new Map((await listBookings(db, ids)).map((booking) => [booking.id, booking]))
      return ids.map((id) => found.get(id) ?? new Error(`there is no booking ${id}`))
    }),
  }
}
