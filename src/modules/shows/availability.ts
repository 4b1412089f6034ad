import type { SeatCounts } from '../seatmaps/index.js'

/** How many seats of a show are in which state, and all together. */
export interface Availability {
  readonly total: number
  readonly available: number
  readonly held: number
  readonly booked: number
  readonly blocked: number
}

/** The counts of a show as its availability; of none where there is no show. */
export function toAvailability(counts: SeatCounts | null): Availability {
  const { AVAILABLE: available, HELD: held, BOOKED: booked, BLOCKED: blocked } = counts ?? NONE
  return { total: available + held + booked + blocked, available, held, booked, blocked }
}

const NONE: SeatCounts = { AVAILABLE: 0, HELD: 0, BOOKED: 0, BLOCKED: 0 }
