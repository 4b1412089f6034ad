import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findSeatEvent } from './seatEvent.js'
import { parseSeatKey } from './seatId.js'

export { type SeatsChanged, seatsTopic } from './events.js'
export type { SeatCounts, SeatMapChange } from './liveShow.js'
export { createSeatMapLoaders } from './loaders.js'
export {
  causeSql,
  causesSql,
  findTheaterOf,
  type SeatCause,
  type SeatEvent,
  SYSTEM,
  setCause,
} from './seatEventStore.js'
export { fromSeatId, toSeatId, toSeatKey } from './seatId.js'
export type { SeatLayout, SeatRow } from './seatLayout.js'
export type { SeatMap } from './seatMap.js'
export { type Freshness, SeatMapFeed } from './seatMapFeed.js'
export type { ShowSeat } from './showSeat.js'
export type { SeatState, SeatStatus } from './store.js'

/** Seat maps: the seats of a show, what they cost, and how they change. Bookings change them. */
export const seatmapsModule: SchemaModule = {
  resolvers,
  nodes: {
    ShowSeat: async (key, { loaders }) => {
      const seat = parseSeatKey(key)
      return seat === null ? null : loaders.showSeat.load(seat)
    },
    SeatEvent: (key, context) => findSeatEvent(key, context),
  },
}
