import type { Resolvers } from '../../generated/graphql.js'
import { readPage, toConnection } from '../../lib/connection.js'
import { badUserInput } from '../../lib/errors.js'
import { intKeyOf, isUuid, toGlobalId } from '../../lib/globalId.js'
import { requireStaff } from '../accounts/index.js'
import { decodeMoment } from './cursor.js'
import type { SeatMapChange } from './liveShow.js'
import { checkHasPassed } from './pastMap.js'
import { readLayout } from './readLayout.js'
import { toSeatEventId } from './seatEvent.js'
import { findTheaterOf, listSeatEvents } from './seatEventStore.js'
import { fromSeatId, toSeatId } from './seatId.js'
import { LEGEND } from './seatMap.js'

export const resolvers: Resolvers = {
  Query: {
    seatMap: (_root, { showId, at }, { clock, seatMaps, viewer }) => {
      const key = intKeyOf('Show', showId)
      if (key === null) return null
      // Who is signed in may have changed it, by another process.
      if (at == null) return seatMaps.readMap(key, { isFresh: viewer !== null })
      checkHasPassed(at, clock)
      return seatMaps.readPastMap(key, at)
    },
    seatLayout: (_root, { showId, version }, context) => {
      const key = intKeyOf('Show', showId)
      return key === null ? null : readLayout(context, key, version ?? null)
    },
    seatHistory: async (_root, { seatId, ...args }, context) => {
      const key = fromSeatId(seatId)
      const theaterId = key && (await findTheaterOf(context.db, key.showId))
      if (key === null || theaterId === null) return null
      await requireStaff(context, theaterId)
      const page = readPage(args, ([id]) => (typeof id === 'string' && /^\d{1,18}$/.test(id) ? BigInt(id) : null))
      return toConnection(await listSeatEvents(context.db, key, page), page, ({ id }) => [String(id)])
    },
  },
  Subscription: {
    seatMapChanged: {
      subscribe: async (_root, { showId, after }, { seatMaps }) => {
        const key = intKeyOf('Show', showId)
        if (key === null) throw badUserInput(`${JSON.stringify(showId)} is not the id of a Show.`)
        return seatMaps.watch(key, after == null ? null : decodeMoment(after, key).snapshot)
      },
      resolve: (change: SeatMapChange) => change,
    },
  },
  SeatMap: {
    legend: () => LEGEND,
  },
  SeatEvent: {
    id: (event) => toSeatEventId(event),
    before: ({ beforeStatus }) => beforeStatus,
    after: ({ afterStatus }) => afterStatus,
    heldUntil: ({ afterHeldUntil }) => afterHeldUntil,
    bookingId: ({ beforeBookingId, afterBookingId }) => {
      const key = afterBookingId ?? beforeBookingId
      return key && toGlobalId('Booking', key)
    },
    actor: ({ actor }) => (isUuid(actor) ? toGlobalId('Account', actor) : actor),
  },
  SeatPlace: {
    seatId: ({ id }) => id,
  },
  SeatState: {
    seatId: (seat) => toSeatId(seat),
  },
}
