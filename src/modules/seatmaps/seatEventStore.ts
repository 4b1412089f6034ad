import type { SeatEvent } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { SeatKey } from './seatId.js'
import type { SeatStatus } from './store.js'

export type { SeatEvent } from '../../generated/prisma/client.js'

/** Why seats change, for the log of seats. */
export interface SeatCause {
  /** The id of an account, or SYSTEM. */
  readonly actor: string
  /** The operation, by its name in the schema or in the code. */
  readonly cause: string
}

/** The actor of what no account asks for. */
export const SYSTEM = 'system'

/** Tells the log why this transaction changes seats. What changes one without it is told as `sql`, by the user of the database. */
export async function setCause(tx: Transaction, { actor, cause }: SeatCause): Promise<void> {
  await tx.$queryRaw`/* seatmaps.setCause */
    SELECT set_config('marquee.actor', ${actor}, true), set_config('marquee.cause', ${cause}, true)`
}

/** The same within a statement that is its own transaction: SQL to select, anywhere in it, of the SQL for the two. */
export function causeSql({ actor, cause }: SeatCause): string {
  return `set_config('marquee.actor', ${actor}, true) AS actor, set_config('marquee.cause', ${cause}, true) AS cause`
}

/**
 * The same for changes that several accounts ask for, of bookings each: `actors` is SQL for a JSON object of theirs, as text, with the
 * actor of each booking. A seat's actor is that of the booking that has it afterwards.
 */
export function causesSql({ actors, cause }: { readonly actors: string; readonly cause: string }): string {
  return `set_config('marquee.actors', ${actors}, true) AS actors, set_config('marquee.cause', ${cause}, true) AS cause`
}

/** How a seat stood at a moment that has passed. */
export interface PastState {
  readonly seatId: number
  readonly status: SeatStatus
  readonly version: number
  /** In the minor unit of the show's currency. */
  readonly price: number
}

// As the first change since has found it. One that was made since stands as it was made.
const LIST_PAST_STATES = statement(
  'seatmaps.listPastStates',
  `SELECT DISTINCT ON (seat_id) seat_id AS "seatId", coalesce(before_status, after_status) AS status,
     version - (before_status IS NOT NULL)::int AS version, coalesce(before_price, after_price) AS price
   FROM seat_event WHERE show_id = $1 AND at > $2 ORDER BY seat_id, id`,
)

/** The seats of a show that have changed since a moment, as they stood then: the others stood as they do now. */
export async function listPastStates(db: Database, showId: number, at: Date): Promise<PastState[]> {
  return db.run<PastState>(LIST_PAST_STATES, [showId, at])
}

/** A page of what has happened to a seat, the first event first. */
export async function listSeatEvents(
  db: Database,
  { showId, seatId }: SeatKey,
  { limit, after }: { limit: number; after: bigint | null },
): Promise<SeatEvent[]> {
  const where = { showId, seatId, ...(after !== null && { id: { gt: after } }) }
  return db.prisma.seatEvent.findMany({ where, orderBy: { id: 'asc' }, take: limit })
}

/** An event of a seat by its number, null if there is none. */
export async function findEventOf(db: Database, { showId, seatId }: SeatKey, id: bigint): Promise<SeatEvent | null> {
  return db.prisma.seatEvent.findUnique({ where: { showId_seatId_id: { showId, seatId, id } } })
}

/** The theater of a show, null if there is no such show. */
export async function findTheaterOf(db: Database, showId: number): Promise<number | null> {
  const show = await db.prisma.show.findUnique({
    where: { id: showId },
    select: { screen: { select: { theaterId: true } } },
  })
  return show?.screen.theaterId ?? null
}
