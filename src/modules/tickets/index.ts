import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findTicket } from './store.js'

export { type Document, renderBookingDocument, renderTicketDocument, renderTicketsPdf } from './documents.js'
export { issueTickets } from './issueTickets.js'
export { bookingPdfUrl } from './links.js'
export { createTicketLoaders } from './loaders.js'
export type { UsedTicket, WrongShow } from './outcomes.js'
export { listUsedSeats, type Ticket, voidTickets } from './store.js'
export { TicketKeys } from './ticketKeys.js'

/** Tickets: what admits to a seat, how it looks, and how it is checked. As a node a ticket is seen by its owner alone. */
export const ticketsModule: SchemaModule = {
  resolvers,
  nodes: {
    Ticket: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findTicket(db, viewer.accountId, key),
  },
}
