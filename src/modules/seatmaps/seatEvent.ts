import type { Context } from '../../context.js'
import { toGlobalId } from '../../lib/globalId.js'
import { isStaffOf } from '../accounts/index.js'
import { findEventOf, findTheaterOf, type SeatEvent } from './seatEventStore.js'
import { parseSeatKey, toSeatKey } from './seatId.js'

const KEY = /^(\d+\.\d+)\.([1-9]\d{0,17})$/

/** The global id of an event: its seat, and its number there. */
export function toSeatEventId(event: SeatEvent): string {
  return toGlobalId('SeatEvent', `${toSeatKey(event)}.${event.id}`)
}

/** An event by the key of its global id. As its seat's history, it is there for the staff of the theater alone: null for others. */
export async function findSeatEvent(key: string, context: Context): Promise<SeatEvent | null> {
  const [, seatKey, id] = KEY.exec(key) ?? []
  const seat = parseSeatKey(seatKey ?? null)
  if (seat === null) return null
  const theaterId = await findTheaterOf(context.db, seat.showId)
  const isTheirs = theaterId !== null && (await isStaffOf(context, theaterId))
  return isTheirs ? findEventOf(context.db, seat, BigInt(id!)) : null
}
