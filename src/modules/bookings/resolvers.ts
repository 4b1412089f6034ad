import type { Resolvers } from '../../generated/graphql.js'
import { readPage, toConnection } from '../../lib/connection.js'
import { isUuid, toGlobalId, uuidKeyOf } from '../../lib/globalId.js'
import { parseInstant } from '../../lib/instant.js'
import { toMoney } from '../../lib/money.js'
import { viewerOf } from '../accounts/index.js'
import { toSeatId } from '../seatmaps/index.js'
import { allocateSeats } from './allocations/allocateSeats.js'
import { allocationResolvers } from './allocations/allocationResolvers.js'
import { readAllocations } from './allocations/readAllocations.js'
import { releaseAllocation } from './allocations/releaseAllocation.js'
import { seatsOf, statusAt, statusOf } from './booking.js'
import { cancelBooking } from './changes/cancelBooking.js'
import { cancellationQuote } from './changes/cancellationQuote.js'
import { cancelShow } from './changes/cancelShow.js'
import { exchangeBooking } from './changes/exchangeBooking.js'
import { extendHold } from './holds/extendHold.js'
import { holdSeats } from './holds/holdSeats.js'
import { releaseSeats } from './holds/releaseSeats.js'
import { swapSeats } from './holds/swapSeats.js'
import { outcomeResolvers } from './outcomeResolvers.js'
import { confirmBooking } from './paying/confirmBooking.js'
import { refuseTransfer } from './refusals.js'
import { findBooking, listBookingsOf } from './store.js'
import { acceptTransfer } from './transfers/acceptTransfer.js'
import { transferBooking } from './transfers/transferBooking.js'
import { withdrawTransfer } from './transfers/withdrawTransfer.js'

export const resolvers: Resolvers = {
  Query: {
    booking: (_root, { id }, { db, viewer }) => {
      const key = uuidKeyOf('Booking', id)
      return key === null || viewer === null ? null : findBooking(db.prisma, viewer.accountId, key)
    },
    cancellationQuote: (_root, args, context) => cancellationQuote(context, viewerOf(context), args),
  },
  Mutation: {
    holdSeats: (_root, { input }, context) => holdSeats(context, viewerOf(context), input),
    extendHold: (_root, { input }, context) => extendHold(context, viewerOf(context), input),
    releaseSeats: (_root, { input }, context) => releaseSeats(context, viewerOf(context), input),
    swapSeats: (_root, { input }, context) => swapSeats(context, viewerOf(context), input),
    confirmBooking: (_root, { input }, context) => confirmBooking(context, viewerOf(context), input),
    cancelBooking: (_root, { input }, context) => cancelBooking(context, viewerOf(context), input),
    cancelShow: (_root, { input }, context) => cancelShow(context, input),
    exchangeBooking: (_root, { input }, context) => exchangeBooking(context, viewerOf(context), input),
    transferBooking: (_root, { input }, context) => transferBooking(context, viewerOf(context), input),
    acceptTransfer: (_root, { input }, context) => acceptTransfer(context, viewerOf(context), input),
    allocateSeats: (_root, { input }, context) => allocateSeats(context, input),
    releaseAllocation: (_root, { input }, context) => releaseAllocation(context, input),
    withdrawTransfer: (_root, { input }, context) => withdrawTransfer(context, viewerOf(context), input),
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
  Show: {
    cancellationPolicy: ({ id }, _args, { loaders }) => loaders.cancellationPolicy.load(id),
    allocations: async ({ id, screenId }, args, context) => {
      const { theaterId } = await context.loaders.screen.load(screenId)
      return readAllocations(context, { id, theaterId }, args)
    },
  },
  Booking: {
    id: ({ id }) => toGlobalId('Booking', id),
    status: async (booking, _args, { clock, loaders }) => {
      // Only to one that is confirmed does it make a difference whether its show is over.
      if (booking.status !== 'CONFIRMED') return statusAt(booking, clock.now())
      return statusOf({ ...booking, show: await loaders.show.load(booking.showId) }, clock.now())
    },
    show: ({ showId }, _args, { loaders }) => loaders.show.load(showId),
    seats: (booking) => seatsOf(booking),
    total: ({ total, currency }) => toMoney({ minor: total, currency }),
    transfer: async (booking, _args, { clock, loaders }) => {
      const [offer, show] = await Promise.all([
        loaders.pendingTransfer.load(booking.id),
        loaders.show.load(booking.showId),
      ])
      // Nobody can accept it any more once the show has begun.
      return refuseTransfer({ ...booking, show }, clock.now()) === null ? offer : null
    },
  },
  BookingSeat: {
    seat: async (seat, _args, { loaders }) => (await loaders.showSeat.load(seat))!,
    price: ({ price, currency }) => toMoney({ minor: price, currency }),
  },
  UnavailableSeat: { seatId: (seat) => toSeatId(seat) },
  ...outcomeResolvers,
  ...allocationResolvers,
}
