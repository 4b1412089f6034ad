import type { Options } from './options.js'
import type { Outcome } from './sale.js'

/** Something that has to be true in the end. */
export interface Check {
  readonly name: string
  readonly holds: boolean
  /** What was found. */
  readonly found: string
}

const MAPS_WITHIN_MS = 2_000

/** What the sale has to have come to, whether or not it has. */
export function judge({ seats, buyers }: Options, { books, found, mapsLateMs }: Outcome): Check[] {
  const { soldSeats, soldTwice, bookings, total, captured, pending } = books
  const told = new Set(found.boughtSeats).size
  return [
    { name: 'all seats are sold', holds: soldSeats === seats, found: `${soldSeats} of ${seats}` },
    { name: 'none is sold twice', holds: soldTwice === 0, found: `${soldTwice}` },
    {
      name: 'buyers were told of each seat once',
      holds: told === soldSeats && found.boughtSeats.length === soldSeats,
      found: `${found.boughtSeats.length} seats, ${told} of them different`,
    },
    {
      name: 'the money collected is what was sold',
      holds: captured === total && bookings > 0,
      found: `${captured} of ${total} cents for ${bookings} bookings`,
    },
    { name: 'nothing is pending', holds: pending.length === 0, found: tellPending(pending) },
    {
      name: 'each map is as the seats are within 2 s',
      holds: found.wrongMaps === 0 && mapsLateMs <= MAPS_WITHIN_MS,
      found: `${found.wrongMaps} of ${buyers} are wrong, the last was right after ${Math.round(mapsLateMs)} ms`,
    },
  ]
}

function tellPending(pending: readonly string[]): string {
  return [String(pending.length), ...new Set(pending)].join(', ')
}
