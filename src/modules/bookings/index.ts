import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findBooking } from './store.js'

export type { BookingSeat } from './booking.js'
export { expireDueHolds } from './expireDueHolds.js'
export { createBookingLoaders } from './loaders.js'
export type { BookingError, BookingRef, CancelledBooking, ShowError, UnavailableSeat } from './outcomes.js'
export type { Booking } from './store.js'

/** Bookings: holding seats, paying for them, giving them back. As a node a booking is seen by its owner alone. */
export const bookingsModule: SchemaModule = {
  resolvers,
  nodes: {
    Booking: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findBooking(db.prisma, viewer.accountId, key),
  },
}
