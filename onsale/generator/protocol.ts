import type { PackedLatencies } from '../latencies.js'
import type { Documents } from '../operations.js'

/** Which buyers a generator plays, and where. */
export interface Orders {
  /** Of the servers. */
  readonly ports: readonly number[]
  readonly showId: string
  /** The global ids of its seats: everywhere else a seat is its index here. */
  readonly seatIds: readonly string[]
  /** The number of its first buyer among all, and how many it has. */
  readonly firstBuyer: number
  readonly buyers: number
  readonly connections: number
  readonly seed: string
  readonly documents: Documents
}

/** A change of a seat that is in the database: when it was written, in milliseconds since 1970. */
export interface SeatChange {
  readonly seat: number
  readonly version: number
  readonly at: number
}

/** What the seats were sold as in the end. */
export interface Ending {
  readonly changes: readonly SeatChange[]
  /** The version of each seat. */
  readonly versions: readonly number[]
}

export type Command =
  | { readonly kind: 'signIn'; readonly orders: Orders }
  | { readonly kind: 'watch' }
  /** Milliseconds since 1970. */
  | { readonly kind: 'open'; readonly at: number }
  | { readonly kind: 'end'; readonly ending: Ending }

/** How far a generator is. */
export interface Progress {
  readonly signedIn: number
  readonly watching: number
  readonly answered: number
}

/** What the buyers of a generator have seen. */
export interface Findings {
  /** How often requests were answered by what: `holdSeats: HoldSeatsSuccess`. */
  readonly outcomes: ReadonlyMap<string, number>
  readonly holds: PackedLatencies
  /** Of the same requests, without what they waited for a connection. */
  readonly sentHolds: PackedLatencies
  readonly confirmations: PackedLatencies
  readonly events: PackedLatencies
  /** Messages with changed seats that came by the sockets. */
  readonly messages: number
  /** Changes that a watcher was never told. */
  readonly missed: number
  /** The seats of the bookings that were told to be confirmed. */
  readonly boughtSeats: readonly number[]
  /** Maps that do not end as the database did. */
  readonly wrongMaps: number
  /** When the last map became what it ended as, in milliseconds since 1970. */
  readonly lastMapAt: number
  /** How often a socket was lost and came back. */
  readonly breaks: number
  /** The share of the time of the sale in which it was at work, and the cores that it took. */
  readonly busy: number
  readonly cores: number
}

export type Message =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly findings: Findings | null }
  | { readonly kind: 'failed'; readonly message: string }
