import type { SeatStatus, SeatType } from '../../generated/prisma/client.js'
import { type Database, statement } from '../../lib/db/index.js'

export type { SeatStatus, SeatType } from '../../generated/prisma/client.js'

/** A seat at a show. */
export interface ShowSeat {
  readonly showId: number
  readonly seatId: number
  readonly row: string
  readonly number: number
  readonly type: SeatType
  readonly isAccessible: boolean
  readonly x: number
  readonly y: number
  readonly status: SeatStatus
  /** In the minor unit of `currency`. */
  readonly price: number
  readonly currency: string
  readonly version: number
}

/** What may change of a seat at a show. */
export interface SeatState {
  readonly showId: number
  readonly seatId: number
  readonly status: SeatStatus
  readonly version: number
}

/** Rows read at one moment, and the transaction id from which on a later read has to look for what they lack. */
export interface Reading<Row> {
  readonly xid: bigint
  readonly rows: Row[]
}

export interface StatesReading extends Reading<SeatState> {
  readonly isWhole: boolean
}

/** What of a seat at a show never changes. */
export const SEAT_COLUMNS = `s.show_id AS "showId", s.seat_id AS "seatId", seat.row, seat.number, seat.type,
  seat.is_accessible AS "isAccessible", seat.x, seat.y, show.currency`
const COLUMNS = `${SEAT_COLUMNS}, s.status, s.price, s.version`

// Every transaction below the xmin of a snapshot has ended, and is seen by it: docs/adr/0003.
const XID = '(SELECT pg_snapshot_xmin(pg_current_snapshot())::text) AS xid'

const READ_MAP = statement(
  'seatmaps.readMap',
  `SELECT ${XID}, ${COLUMNS} FROM show_seat s JOIN seat ON seat.id = s.seat_id JOIN show ON show.id = s.show_id
   WHERE s.show_id = $1 ORDER BY seat.y, seat.x`,
)

const LIST_SEATS = statement(
  'seatmaps.listSeats',
  `SELECT ${COLUMNS} FROM unnest($1::int[], $2::int[]) AS wanted (show_id, seat_id)
   JOIN show_seat s USING (show_id, seat_id) JOIN seat ON seat.id = s.seat_id JOIN show ON show.id = s.show_id`,
)

const READ_STATES = statement(
  'seatmaps.readStates',
  `SELECT xid::text, $2::xid8 NOT BETWEEN '1' AND next AS "isWhole",
     s.show_id AS "showId", s.seat_id AS "seatId", s.status, s.version
   FROM (SELECT pg_snapshot_xmin(snapshot) AS xid, pg_snapshot_xmax(snapshot) AS next
         FROM pg_current_snapshot() AS snapshot) AS now
   JOIN show ON show.id = $1
   LEFT JOIN show_seat s ON s.show_id = show.id AND (s.changed_xid >= $2::xid8 OR $2::xid8 > next)`,
)

const READ_CHANGES = statement(
  'seatmaps.readChanges',
  `SELECT now.xid, s."showId", s."seatId", s.status, s.version FROM (SELECT ${XID}) AS now LEFT JOIN (
     SELECT show_id AS "showId", seat_id AS "seatId", status, version
     FROM unnest($1::int[], $2::xid8[]) AS watched (show_id, since) JOIN show_seat USING (show_id)
     WHERE changed_xid >= since
   ) AS s ON true`,
)

type WithXid<Row> = Row & { readonly xid: string }

/** The seats of a show in the order of a seat map: by line from the screen, then from left to right. */
export async function readMap(db: Database, showId: number): Promise<Reading<ShowSeat> | null> {
  const rows = await db.run<WithXid<ShowSeat>>(READ_MAP, [showId])
  return rows.length === 0 ? null : { xid: BigInt(rows[0]!.xid), rows }
}

/** The seats of these shows as they stand, those that exist, in any order. */
export async function listSeats(
  db: Database,
  keys: readonly { showId: number; seatId: number }[],
): Promise<ShowSeat[]> {
  return db.run<ShowSeat>(LIST_SEATS, [keys.map(({ showId }) => showId), keys.map(({ seatId }) => seatId)])
}

/**
 * The states of the seats of a show that a transaction from `since` on has changed; of all its seats where `since` is 0 or lies
 * in a future that this database has not seen, which `isWhole` says. Null if there is no such show.
 */
export async function readStates(db: Database, showId: number, since: bigint): Promise<StatesReading | null> {
  const rows = await db.run<WithXid<SeatState & { isWhole: boolean }>>(READ_STATES, [showId, String(since)])
  const [first] = rows
  if (first === undefined) return null
  return { xid: BigInt(first.xid), isWhole: first.isWhole, rows: rows.filter(({ seatId }) => seatId !== null) }
}

/** The states of all seats that have changed in the shows given since the xid given with each. */
export async function readChanges(db: Database, watched: ReadonlyMap<number, bigint>): Promise<Reading<SeatState>> {
  const rows = await db.run<WithXid<SeatState>>(READ_CHANGES, [[...watched.keys()], [...watched.values()].map(String)])
  return { xid: BigInt(rows[0]!.xid), rows: rows.filter(({ showId }) => showId !== null) }
}
