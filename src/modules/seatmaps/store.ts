import type { SeatStatus, SeatType } from '../../generated/prisma/client.js'
import { type Database, statement } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'
import type { Snapshot } from './cursor.js'

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
  /** Whether it is HELD for an allocation alone: somebody can have it. What is not told is not. */
  readonly isAllocated?: boolean
}

/** The state of a seat as the database has it. */
export interface StoredState extends SeatState {
  /** In the minor unit of the show's currency. */
  readonly price: number
}

/** Rows, and the snapshot that they were read by: a later reading has to look for what that has not seen. */
export interface Reading<Row> {
  readonly snapshot: Snapshot
  readonly rows: Row[]
}

export interface StatesReading extends Reading<StoredState> {
  readonly isWhole: boolean
}

const COLUMNS = `s.show_id AS "showId", s.seat_id AS "seatId", seat.row, seat.number, seat.type,
  seat.is_accessible AS "isAccessible", seat.x, seat.y, show.currency, s.status, s.price, s.version`
const STATE = 's.show_id AS "showId", s.seat_id AS "seatId", s.status, s.version, s.price'

const SNAPSHOT = '(SELECT pg_current_snapshot()::text) AS snapshot'

/** The condition that a change was not seen by the snapshot: docs/adr/0014. Its first half is the cheaper one. */
const isUnseenBy = (snapshot: string) =>
  `s.changed_xid >= pg_snapshot_xmin(${snapshot}) AND NOT pg_visible_in_snapshot(s.changed_xid, ${snapshot})`

const READ_MAP = statement(
  'seatmaps.readMap',
  `SELECT ${SNAPSHOT}, ${COLUMNS} FROM show_seat s JOIN seat ON seat.id = s.seat_id JOIN show ON show.id = s.show_id
   WHERE s.show_id = $1 ORDER BY seat.y, seat.x`,
)

const LIST_SEATS = statement(
  'seatmaps.listSeats',
  `SELECT ${COLUMNS} FROM unnest($1::int[], $2::int[]) AS wanted (show_id, seat_id)
   JOIN show_seat s USING (show_id, seat_id) JOIN seat ON seat.id = s.seat_id JOIN show ON show.id = s.show_id`,
)

const READ_STATES = statement(
  'seatmaps.readStates',
  `SELECT now.snapshot::text, "isWhole", ${STATE}
   FROM (SELECT snapshot, $2::pg_snapshot IS NULL OR pg_snapshot_xmax($2::pg_snapshot) > pg_snapshot_xmax(snapshot) AS "isWhole"
         FROM pg_current_snapshot() AS snapshot) AS now
   JOIN show ON show.id = $1
   LEFT JOIN show_seat s ON s.show_id = show.id AND ("isWhole" OR (${isUnseenBy('$2::pg_snapshot')}))`,
)

const READ_CHANGES = statement(
  'seatmaps.readChanges',
  `SELECT now.snapshot, s.* FROM (SELECT ${SNAPSHOT}) AS now LEFT JOIN (
     SELECT ${STATE} FROM unnest($1::int[], $2::pg_snapshot[]) AS known (show_id, seen) JOIN show_seat s USING (show_id)
     WHERE ${isUnseenBy('seen')}
   ) AS s ON true`,
)

const LIST_STATES = statement(
  'seatmaps.listStates',
  `SELECT ${SNAPSHOT}, show.id AS id, ${STATE} FROM show LEFT JOIN show_seat s ON s.show_id = show.id
   WHERE show.id = ANY($1::int[])`,
)

type WithSnapshot<Row> = Row & { readonly snapshot: Snapshot }

/** The seats of a show in the order of a seat map: by line from the screen, then from left to right. */
export async function readMap(db: Database, showId: number): Promise<Reading<ShowSeatRow> | null> {
  const rows = await db.run<WithSnapshot<ShowSeatRow>>(READ_MAP, [showId])
  return rows.length === 0 ? null : { snapshot: rows[0]!.snapshot, rows }
}

/** The seats of these shows as they stand, those that exist, in any order. */
export async function listSeats(
  db: Database,
  keys: readonly { showId: number; seatId: number }[],
): Promise<ShowSeatRow[]> {
  return db.run<ShowSeatRow>(LIST_SEATS, [keys.map(({ showId }) => showId), keys.map(({ seatId }) => seatId)])
}

/**
 * The states of the seats of a show that have changed without `since` seeing it; of all its seats where that is null or lies in
 * a future that this database has not seen, which `isWhole` says. Null if there is no such show.
 */
export async function readStates(db: Database, showId: number, since: Snapshot | null): Promise<StatesReading | null> {
  const rows = await db.run<WithSnapshot<StoredState & { isWhole: boolean }>>(READ_STATES, [showId, since])
  const [first] = rows
  if (first === undefined) return null
  return { snapshot: first.snapshot, isWhole: first.isWhole, rows: rows.filter(({ seatId }) => seatId !== null) }
}

/** The states of all seats that have changed in the shows given that the snapshot given with each has not seen. */
export async function readChanges(db: Database, known: ReadonlyMap<number, Snapshot>): Promise<Reading<StoredState>> {
  const rows = await db.run<WithSnapshot<StoredState>>(READ_CHANGES, [[...known.keys()], [...known.values()]])
  return { snapshot: rows[0]!.snapshot, rows: rows.filter(({ showId }) => showId !== null) }
}

/** The states of all seats of these shows, by the show: nothing for one that does not exist. */
export async function listStates(db: Database, showIds: readonly number[]): Promise<Map<number, Reading<StoredState>>> {
  const rows = await db.run<WithSnapshot<StoredState & { id: number }>>(LIST_STATES, [showIds])
  return new Map(
    [...groupBy(rows, ({ id }) => id)].map(([id, states]) => {
      return [id, { snapshot: states[0]!.snapshot, rows: states.filter(({ seatId }) => seatId !== null) }]
    }),
  )
}
