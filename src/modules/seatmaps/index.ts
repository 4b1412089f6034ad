import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { parseSeatKey } from './seatId.js'

export { createSeatMapLoaders, toSeatKey } from './loaders.js'
export { causeSql, causesSql, type SeatCause, type SeatEvent, SYSTEM, setCause } from './seatEventStore.js'
export { fromSeatId, toSeatId } from './seatId.js'
export type { SeatMap } from './seatMap.js'
export { SeatMapFeed } from './seatMapFeed.js'
export type { SeatState, SeatStatus, ShowSeat } from './store.js'
export type { SeatMapChange } from './watcher.js'

/** Seat maps: the seats of a show, what they cost, and how they change. Bookings change them. */
export const seatmapsModule: SchemaModule = {
  resolvers,
  nodes: {
    ShowSeat: async (key, { loaders }) => {
      const seat = parseSeatKey(key)
      return seat === null ? null : loaders.showSeat.load(seat)
    },
  },
}
