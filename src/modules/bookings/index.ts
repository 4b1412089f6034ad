import { z } from 'zod'
import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { readAllocation } from './allocations/readAllocations.js'
import { CANCEL_BOOKINGS_OF_SHOW, cancelBookingsOfShow } from './changes/cancelBookingsOfShow.js'
import { completeEndedBookings, forgetAnswers } from './housekeeping.js'
import { advancePayment } from './paying/advancePayment.js'
import { resolvers } from './resolvers.js'
import { findBooking } from './store.js'

export type { Allocation } from './allocations/allocationStore.js'
export { endDueAllocations } from './allocations/endDueAllocations.js'
export type { BookingSeat } from './booking.js'
export type { CancellationPolicy } from './changes/cancellation.js'
export { expireDueHolds } from './holds/expireDueHolds.js'
export { FlaggedAccounts } from './holds/flagged/flaggedAccounts.js'
export { HoldBatches } from './holds/holdBatches.js'
export { ShowDemand } from './holds/limits/showDemand.js'
export { LostSeats } from './holds/lost/lostSeats.js'
export { SharedLostSeats } from './holds/lost/sharedLostSeats.js'
export { AnswerBatches } from './idempotency/answerBatches.js'
export { createBookingLoaders } from './loaders.js'
export type {
  Action,
  AllocationRef,
  AmountDue,
  AmountError,
  BookingError,
  BookingRef,
  CancelledBooking,
  Exchanged,
  OpenAmount,
  PolicyQuote,
  ShowError,
  ShowRef,
  Transfer,
  UnavailableSeat,
} from './outcomes.js'
export { settleUnfinished } from './paying/settleUnfinished.js'
export type { Booking } from './store.js'

const advancing = z.object({ paymentId: z.uuid() })
const cancelling = z.object({ showId: z.int(), actor: z.uuid() })

/** Bookings: holding seats, paying for them, changing them, giving them back. As a node a booking is seen by its owner alone. */
export const bookingsModule: SchemaModule = {
  resolvers,
  nodes: {
    Booking: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findBooking(db.prisma, viewer.accountId, key),
    SeatAllocation: (key, context) => readAllocation(context, key),
  },
  tasks: {
    advancePayment: (payload, services) => advancePayment(services, advancing.parse(payload).paymentId),
    [CANCEL_BOOKINGS_OF_SHOW]: (payload, services) => cancelBookingsOfShow(services, cancelling.parse(payload)),
    completeEndedBookings: (_payload, services) => completeEndedBookings(services),
    forgetAnswers: (_payload, services) => forgetAnswers(services),
  },
  crons: [
    { task: 'completeEndedBookings', match: '*/5 * * * *' },
    { task: 'forgetAnswers', match: '17 * * * *' },
  ],
}
