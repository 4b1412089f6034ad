import type { SeatState } from './store.js'

/** Seats of a show that a committed transaction has changed. */
export interface SeatsChanged {
  readonly seats: readonly SeatState[]
}

/** Where the changes of a show's seats are told. */
export function seatsTopic(showId: number): string {
  return `show:${showId}:seats`
}
