import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'
import { listLivingTickets, type Ticket } from './store.js'

/** What tickets load for a request. Whose bookings they are of is for the caller to know. */
export function createTicketLoaders(db: Database) {
  return {
    /** The tickets of a booking that are not void, in the order of its seats. */
    ticketsOfBooking: new DataLoader<string, Ticket[]>(async (bookingIds) => {
      const found = groupBy(await listLivingTickets(db, bookingIds), ({ bookingId }) => bookingId)
      return bookingIds.map((id) => found.get(id) ?? [])
    }),
  }
}
