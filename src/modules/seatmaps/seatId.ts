import { keyOf, toGlobalId, toIntKey } from '../../lib/globalId.js'

const TYPE = 'ShowSeat'

export interface SeatKey {
  readonly showId: number
  readonly seatId: number
}

/** A seat at a show as the key of its global id. */
export function toSeatKey({ showId, seatId }: SeatKey): string {
  return `${showId}.${seatId}`
}

/** The global id of a seat at a show. */
export function toSeatId(key: SeatKey): string {
  return toGlobalId(TYPE, toSeatKey(key))
}

/** Which seat at which show a global id means, null if it means something else. */
export function fromSeatId(id: string): SeatKey | null {
  return parseSeatKey(keyOf(TYPE, id))
}

export function parseSeatKey(key: string | null): SeatKey | null {
  const [show, seat, ...more] = key?.split('.') ?? []
  const showId = toIntKey(show)
  const seatId = toIntKey(seat)
  return showId === null || seatId === null || more.length > 0 ? null : { showId, seatId }
}
