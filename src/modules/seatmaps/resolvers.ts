import type { Resolvers } from '../../generated/graphql.js'
import { badUserInput } from '../../lib/errors.js'
import { intKeyOf } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { decodeMoment, encodeMoment } from './cursor.js'
import { toSeatId } from './seatId.js'
import { LEGEND, toRows, toSeatCodes } from './seatMap.js'
import { readMap } from './store.js'
import type { SeatMapChange } from './watcher.js'

export const resolvers: Resolvers = {
  Query: {
    seatMap: async (_root, { showId }, { db }) => {
      const key = intKeyOf('Show', showId)
      const reading = key === null ? null : await readMap(db, key)
      if (key === null || reading === null) return null
      return { cursor: encodeMoment({ showId: key, xid: reading.xid }), seats: reading.rows }
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
  SeatState: {
    seatId: (seat) => toSeatId(seat),
  },
}
