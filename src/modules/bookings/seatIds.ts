import { badUserInput } from '../../lib/errors.js'
import { fromSeatId } from '../seatmaps/index.js'

/**
 * The seats that global ids name, in their order: null for each that is none of the show.
 *
 * @throws BAD_USER_INPUT when there are none, or one comes twice.
 */
export function readSeatIds(name: string, ids: readonly string[], showId: number | null): (number | null)[] {
  if (ids.length === 0) throw badUserInput(`${name} has to name at least one seat.`)
  if (new Set(ids).size < ids.length) throw badUserInput(`${name} has to name each seat once.`)
  return ids.map(fromSeatId).map((seat) => (seat !== null && seat.showId === showId ? seat.seatId : null))
}

/** Whether all of them are seats. */
export function areSeats(seatIds: readonly (number | null)[]): seatIds is number[] {
  return !seatIds.includes(null)
}
