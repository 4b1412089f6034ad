import type { SeatStatus, SeatType } from '../../generated/prisma/client.js'
import { type Database, statement } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'

export type { SeatStatus, SeatType } from '../../generated/prisma/client.js'

/** A seat at a show. */
export interface ShowSeatRow {
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

/** The state of a seat as the database has it. */
export interface StoredState extends SeatState {
  /** In the minor unit of the show's currency. */
  readonly price: number
}

/** Rows read at one moment, and the transaction id from which on a later read has to look for what they lack. */
export interface Reading<Row> {
  readonly xid: bigint
  readonly rows: Row[]
}

export interface StatesReading extends Reading<StoredState> {
  readonly isWhole: boolean
}

/** What of a seat at a show never changes. */
export const SEAT_COLUMNS = `s.show_id AS "showId", s.seat_id AS "seatId", seat.row, seat.number, seat.type,
  seat.is_accessible AS "isAccessible", seat.x, seat.y, show.currency`
const COLUMNS = `${SEAT_COLUMNS}, s.status, s.price, s.version`
const STATE = 's.show_id AS "showId", s.seat_id AS "seatId", s.status, s.version, s.price'

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
     ${STATE}
   FROM (SELECT pg_snapshot_xmin(snapshot) AS xid, pg_snapshot_xmax(snapshot) AS next
         FROM pg_current_snapshot() AS snapshot) AS now
   JOIN show ON show.id = $1
   LEFT JOIN show_seat s ON s.show_id = show.id AND (s.changed_xid >= $2::xid8 OR $2::xid8 > next)`,
)

const READ_CHANGES = statement(
  'seatmaps.readChanges',
  `SELECT now.xid, s.* FROM (SELECT ${XID}) AS now LEFT JOIN (
     SELECT ${STATE} FROM unnest($1::int[], $2::xid8[]) AS known (show_id, since) JOIN show_seat s USING (show_id)
     WHERE changed_xid >= since
   ) AS s ON true`,
)

const LIST_STATES = statement(
  'seatmaps.listStates',
  `SELECT ${XID}, show.id AS id, ${STATE} FROM show LEFT JOIN show_seat s ON s.show_id = show.id
   WHERE show.id = ANY($1::int[])`,
)

type WithXid<Row> = Row & { readonly xid: string }

/** The seats of a show in the order of a seat map: by line from the screen, then from left to right. */
export async function readMap(db: Database, showId: number): Promise<Reading<ShowSeatRow> | null> {
  const rows = await db.run<WithXid<ShowSeatRow>>(READ_MAP, [showId])
  return rows.length === 0 ? null : { xid: BigInt(rows[0]!.xid), rows }
}

/** The seats of these shows as they stand, those that exist, in any order. */
export async function listSeats(
  db: Database,
  keys: readonly { showId: number; seatId: number }[],
): Promise<ShowSeatRow[]> {
  return db.run<ShowSeatRow>(LIST_SEATS, [keys.map(({ showId }) => showId), keys.map(({ seatId }) => seatId)])
}

/**
 * The states of the seats of a show that a transaction from `since` on has changed; of all its seats where `since` is 0 or lies
 * in a future that this database has not seen, which `isWhole` says. Null if there is no such show.
 */
export async function readStates(db: Database, showId: number, since: bigint): Promise<StatesReading | null> {
  const rows = await db.run<WithXid<StoredState & { isWhole: boolean }>>(READ_STATES, [showId, String(since)])
  const [first] = rows
  if (first === undefined) return null
  return { xid: BigInt(first.xid), isWhole: first.isWhole, rows: rows.filter(({ seatId }) => seatId !== null) }
}

/** The states of all seats that have changed in the shows given since the xid given with each. */
export async function readChanges(db: Database, known: ReadonlyMap<number, bigint>): Promise<Reading<StoredState>> {
  const rows = await db.run<WithXid<StoredState>>(READ_CHANGES, [[...known.keys()], [...known.values()].map(String)])
  return { xid: BigInt(rows[0]!.xid), rows: rows.filter(({ showId }) => showId !== null) }
}

/** The states of all seats of these shows, by the show: nothing for one that does not exist. */
export async function listStates(db: Database, showIds: readonly number[]): Promise<Map<number, Reading<StoredState>>> {
  const rows = await db.run<WithXid<StoredState & { id: number }>>(LIST_STATES, [showIds])
  return new Map(
    [...groupBy(rows, ({ id }) => id)].map(([id, states]) => {
      return [id, { xid: BigInt(states[0]!.xid), rows: states.filter(({ seatId }) => seatId !== null) }]
    }),
  )
}
