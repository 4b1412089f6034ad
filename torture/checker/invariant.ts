import type pg from 'pg'

/** A pool, or a connection in a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>

/** What has to be true of every run. */
export interface Invariant {
  readonly name: string
  /**
   * Gives a row for each violation: `detail`, and `booking_id`, `show_id` and `seat_id` where they say what its history is of.
   * Reads the tables of the system, and what ./facts.ts puts beside them.
   */
  readonly sql: string
}

export interface Violation {
  readonly invariant: string
  readonly detail: string
  readonly bookingId: string | null
  readonly showId: number | null
  readonly seatId: number | null
}

/** Clocks of servers go with the database's, but not to the millisecond on a machine with too much to do. */
export const SLACK = `interval '500 ms'`

/** Of bookings that are paid for. */
export const PAID = `('CONFIRMED', 'COMPLETED')`
