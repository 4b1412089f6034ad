import type { Resolvers } from '../../generated/graphql.js'
import { readPage, toConnection } from '../../lib/connection.js'
import { isUuid, toGlobalId, uuidKeyOf } from '../../lib/globalId.js'
import { parseInstant } from '../../lib/instant.js'
import { toMoney } from '../../lib/money.js'
import { requireViewer } from '../accounts/index.js'
import { toSeatId } from '../seatmaps/index.js'
import { seatsOf, statusAt } from './booking.js'
import { cancelBooking } from './cancelBooking.js'
import { confirmBooking } from './confirmBooking.js'
import { holdSeats } from './holdSeats.js'
import { releaseSeats } from './releaseSeats.js'
import { findBooking, listBookingsOf } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    booking: (_root, { id }, { db, viewer }) => {
      const key = uuidKeyOf('Booking', id)
      return key === null || viewer === null ? null : findBooking(db.prisma, viewer.accountId, key)
    },
  },
  Mutation: {
    holdSeats: (_root, { input }, context) => holdSeats(context, requireViewer(context), input),
    releaseSeats: (_root, { input }, context) => releaseSeats(context, requireViewer(context), input),
    confirmBooking: (_root, { input }, context) => confirmBooking(context, requireViewer(context), input),
    cancelBooking: (_root, { input }, context) => cancelBooking(context, requireViewer(context), input),
  },
  Account: {
    bookings: async (account, args, { db }) => {
      const page = readPage(args, ([time, id]) => {
        const createdAt = parseInstant(time)
        return createdAt === null || typeof id !== 'string' || !isUuid(id) ? null : { createdAt, id }
      })
      const bookings = await listBookingsOf(db, account.id, page)
      return toConnection(bookings, page, ({ createdAt, id }) => [createdAt, id])
    },
  },
  Booking: {
    id: ({ id }) => toGlobalId('Booking', id),
    status: (booking, _args, { clock }) => statusAt(booking, clock.now()),
    show: ({ showId }, _args, { loaders }) => loaders.show.load(showId),
    seats: (booking) => seatsOf(booking),
    total: ({ total, currency }) => toMoney({ minor: total, currency }),
  },
  BookingSeat: {
    seat: async (seat, _args, { loaders }) => (await loaders.showSeat.load(seat))!,
    price: ({ price, currency }) => toMoney({ minor: price, currency }),
  },
  HoldSeatsSuccess: {
    booking: ({ booking, bookingId }, _args, context) => booking ?? context.loaders.booking.load(bookingId),
  },
  ReleaseSeatsSuccess: { booking: ({ bookingId }, _args, { loaders }) => loaders.booking.load(bookingId) },
  ConfirmBookingSuccess: { booking: ({ bookingId }, _args, { loaders }) => loaders.booking.load(bookingId) },
  CancelBookingSuccess: {
    booking: ({ bookingId }, _args, { loaders }) => loaders.booking.load(bookingId),
    refund: ({ refund }) => toMoney(refund),
  },
  BookingStateError: { booking: ({ bookingId }, _args, { loaders }) => loaders.booking.load(bookingId) },
  HoldExpiredError: { booking: ({ bookingId }, _args, { loaders }) => loaders.booking.load(bookingId) },
  ShowClosedError: { show: ({ showId }, _args, { loaders }) => loaders.show.load(showId) },
  UnavailableSeat: { id: (seat) => toSeatId(seat) },
}
