import type { SeatStatus } from '../../generated/graphql.js'

/** How many seats of a show are in a state. */
export interface SeatCount {
  readonly showId: number
  readonly status: SeatStatus
  readonly count: number
}

/** How many seats of a show are in which state, and all together. */
export interface Availability {
  readonly total: number
  readonly available: number
  readonly held: number
  readonly booked: number
  readonly blocked: number
}

/** The counts of one show as its availability. */
export function toAvailability(counts: readonly SeatCount[]): Availability {
  const byStatus = new Map(counts.map(({ status, count }) => [status, count]))
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    available: byStatus.get('AVAILABLE') ?? 0,
    held: byStatus.get('HELD') ?? 0,
    booked: byStatus.get('BOOKED') ?? 0,
    blocked: byStatus.get('BLOCKED') ?? 0,
  }
}
