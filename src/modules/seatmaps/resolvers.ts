import type { Resolvers } from '../../generated/graphql.js'
import { readPage, toConnection } from '../../lib/connection.js'
import { badUserInput } from '../../lib/errors.js'
import { intKeyOf, isUuid, toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { requireStaff } from '../accounts/index.js'
import { decodeMoment, encodeMoment } from './cursor.js'
import { readPastMap } from './pastMap.js'
import { findTheaterOf, listSeatEvents } from './seatEventStore.js'
import { fromSeatId, toSeatId } from './seatId.js'
import { LEGEND, toRows, toSeatCodes } from './seatMap.js'
import type { SeatMapChange } from './showNews.js'
import { readMap } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    seatMap: async (_root, { showId, at }, { db, clock }) => {
      const key = intKeyOf('Show', showId)
      if (key !== null && at != null) return readPastMap({ db, clock }, key, at)
      const reading = key === null ? null : await readMap(db, key)
      if (key === null || reading === null) return null
      return { cursor: encodeMoment({ showId: key, xid: reading.xid }), seats: reading.rows }
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
        return seatMaps.watch(key, after == null ? null : decodeMoment(after, key).xid)
      },
      resolve: (change: SeatMapChange) => change,
    },
  },
  SeatMap: {
    rows: ({ seats }) => toRows(seats),
    seatCodes: ({ seats }) => toSeatCodes(seats),
    legend: () => LEGEND,
  },
  ShowSeat: {
    id: (seat) => toSeatId(seat),
    label: ({ row, number }) => `${row}${number}`,
    price: ({ price, currency }) => toMoney({ minor: price, currency }),
  },
  SeatEvent: {
    before: ({ beforeStatus }) => beforeStatus,
    after: ({ afterStatus }) => afterStatus,
    heldUntil: ({ afterHeldUntil }) => afterHeldUntil,
    bookingId: ({ beforeBookingId, afterBookingId }) => {
      const key = afterBookingId ?? beforeBookingId
      return key && toGlobalId('Booking', key)
    },
    actor: ({ actor }) => (isUuid(actor) ? toGlobalId('Account', actor) : actor),
  },
  SeatState: {
    seatId: (seat) => toSeatId(seat),
  },
}
