import type { SeedTheater } from './readTheaters.js'
import type { Format, SeedScreen } from './schedule.js'
import { splitSeats } from './splitSeats.js'

const IMAX_SEATS = 300
const DOLBY_SEATS = 220

/** The screens of a theater, the biggest first: `Salle 1`, `Salle 2`, … */
export function screensOf(theater: SeedTheater): SeedScreen[] {
  return splitSeats(theater.seatCount, theater.screenCount, theater.cncId).map((seatCount, index) => ({
    name: `Salle ${index + 1}`,
    seatCount,
    format: theater.isMultiplex ? formatOf(index, seatCount) : 'TWO_D',
  }))
}

/** A multiplex has IMAX in its biggest room and Dolby in the next, if they are big enough. */
function formatOf(index: number, seatCount: number): Format {
  if (index === 0 && seatCount >= IMAX_SEATS) return 'IMAX'
  return index <= 1 && seatCount >= DOLBY_SEATS ? 'DOLBY' : 'TWO_D'
}
