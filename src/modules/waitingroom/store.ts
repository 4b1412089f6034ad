import type { Prisma, WaitingRoomMode } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { ShowTimes } from '../shows/index.js'
import type { Pace } from './pace.js'

export type { WaitingRoomMode } from '../../generated/prisma/client.js'

/** A room that is not closed. */
export interface RoomRow {
  readonly id: number
  /** Null for the room of all shows. */
  readonly showId: number | null
  readonly opensAt: Date
  readonly mode: WaitingRoomMode
  readonly paces: readonly Pace[]
  readonly lastNumber: number
  /** The highest that a flagged account was given. */
  readonly lastBehind: number
  /** Up to which flagged accounts were let in. */
  readonly behindLetIn: number
  readonly seed: string | null
  readonly drawn: number | null
  /** Null for the room of all shows. */
  readonly show: ShowTimes | null
}

export interface NewRoom {
  readonly showId: number | null
  readonly opensAt: Date
  readonly mode: WaitingRoomMode
  readonly perSecond: number
  readonly now: Date
}

/** The place of an account. */
export interface Place {
  readonly accountId: string
  /** Null while it waits behind all others. */
  readonly number: number | null
  /** The how-manieth of the flagged ones, as long as it has no number. */
  readonly behind: number | null
  readonly joinedAt: Date
}

/** Whose place in which room. */
export interface PlaceKey {
  readonly roomId: number
  readonly accountId: string
}

/** A show with the theater where it is. */
export interface StagedShow extends ShowTimes {
  readonly id: number
  readonly theaterId: number
}

const FIND_STAGED_SHOW = statement(
  'waitingroom.findStagedShow',
  `SELECT show.id, starts_at AS "startsAt", ends_at AS "endsAt", cancelled_at AS "cancelledAt", theater_id AS "theaterId"
   FROM show JOIN screen ON screen.id = screen_id WHERE show.id = $1`,
)

export async function findStagedShow(db: Database, id: number): Promise<StagedShow | null> {
  const [show] = await db.run<StagedShow>(FIND_STAGED_SHOW, [id])
  return show ?? null
}

const LIST_ROOMS = statement(
  'waitingroom.listRooms',
  `SELECT room.id, show_id AS "showId", opens_at AS "opensAt", mode, paces, last_number::float8 AS "lastNumber",
     last_behind::float8 AS "lastBehind", behind_let_in::float8 AS "behindLetIn", seed, drawn, starts_at AS "startsAt",
     ends_at AS "endsAt", cancelled_at AS "cancelledAt"
   FROM waiting_room room LEFT JOIN show ON show.id = show_id
   WHERE closed_at IS NULL AND (show_id IS NULL OR ends_at > $1) ORDER BY room.id`,
)

type Listed = Omit<RoomRow, 'show'> & { [Name in keyof ShowTimes]: ShowTimes[Name] | null }

/** All rooms that are not closed, and whose shows are not over. */
export async function listRooms(db: Database, now: Date): Promise<RoomRow[]> {
  const rows = await db.run<Listed>(LIST_ROOMS, [now])
  return rows.map(({ startsAt, endsAt, cancelledAt, ...room }) => {
    return { ...room, show: startsAt === null ? null : { startsAt, endsAt: endsAt!, cancelledAt } }
  })
}

const INSERT_ROOM = statement(
  'waitingroom.insertRoom',
  `INSERT INTO waiting_room (show_id, opens_at, mode, paces, created_at) VALUES ($1, $2, $3::waiting_room_mode, $4, $5)
   ON CONFLICT (coalesce(show_id, 0)) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
)

/** Opens a room. False where there is one already. */
export async function insertRoom(db: Database, { showId, opensAt, mode, perSecond, now }: NewRoom): Promise<boolean> {
  const paces = [{ since: opensAt.getTime(), before: 0, perSecond }] satisfies Pace[]
  const inserted = await db.run(INSERT_ROOM, [showId, opensAt, mode, JSON.stringify(paces), now])
  return inserted.length === 1
}

/** The room of a show, or for null of all shows, locked against changes and joins. */
export async function lockRoom(
  tx: Transaction,
  showId: number | null,
): Promise<{ readonly id: number; readonly paces: readonly Pace[] } | null> {
  const [room] = await tx.$queryRaw<{ id: number; paces: Pace[] }[]>`/* waitingroom.lockRoom */
    SELECT id, paces FROM waiting_room WHERE coalesce(show_id, 0) = ${showId ?? 0} AND closed_at IS NULL FOR UPDATE`
  return room ?? null
}

export async function updatePaces(tx: Transaction, id: number, paces: readonly Pace[]): Promise<void> {
  await tx.waitingRoom.update({ where: { id }, data: { paces: paces as unknown as Prisma.InputJsonArray } })
}

/** Closes the room of a show. False where there is none. */
export async function closeRoom(db: Database, showId: number, now: Date): Promise<boolean> {
  const { count } = await db.prisma.waitingRoom.updateMany({
    where: { showId, closedAt: null },
    data: { closedAt: now },
  })
  return count === 1
}

// Nobody is let in before the draw, however long no server ran: it is where the first pace begins, unless that was changed already.
const DRAW_LOTTERY = statement(
  'waitingroom.drawLottery',
  `UPDATE waiting_room SET seed = $2, drawn = last_number, paces = CASE jsonb_array_length(paces) WHEN 1
     THEN jsonb_set(paces, '{0,since}', to_jsonb((extract(epoch FROM $3::timestamptz) * 1000)::bigint)) ELSE paces END
   WHERE id = $1 AND mode = 'LOTTERY' AND seed IS NULL AND opens_at <= $3`,
)

/** Fixes the seed of a lottery and who takes part, once: whoever comes first has done it. */
export async function drawLottery(db: Database, { id, seed, now }: { id: number; seed: string; now: Date }) {
  await db.run(DRAW_LOTTERY, [id, seed, now])
}

const PLACE = 'account_id AS "accountId", number::float8 AS number, behind::float8 AS behind, joined_at AS "joinedAt"'

const LIST_PLACES = statement(
  'waitingroom.listPlaces',
  `SELECT room_id AS "roomId", ${PLACE} FROM waiting_place
   JOIN unnest($1::int[], $2::uuid[]) AS wanted (room, account) ON room_id = room AND account_id = account`,
)

/** The places of these accounts in these rooms, those that exist, in any order. */
export async function listPlaces(db: Database, keys: readonly PlaceKey[]): Promise<(Place & PlaceKey)[]> {
  return db.run(LIST_PLACES, [keys.map(({ roomId }) => roomId), keys.map(({ accountId }) => accountId)])
}

// The update of the room comes first, and makes whoever else joins it wait. Numbers follow each other; after a time in which nobody waited,
// they go on with the one whose turn is now: what was not used is not made up for. A pause has no turn: the next one comes after it. Who is
// flagged gets no number; that of the room goes on for the first of them alone.
const INSERT_PLACES = statement(
  'waitingroom.insertPlaces',
  `WITH room AS (
    UPDATE waiting_room SET last_behind = last_behind + cardinality($5::uuid[]),
      last_number = CASE WHEN cardinality($2::uuid[]) = 0 AND last_behind > behind_let_in THEN last_number
      ELSE cardinality($2::uuid[]) + greatest(last_number, (paces->-1->>'before')::bigint + CASE WHEN (paces->-1->>'perSecond')::int = 0 THEN 0 ELSE
        (paces->-1->>'perSecond')::bigint * greatest(0, (extract(epoch FROM $3::timestamptz) * 1000)::bigint
          - (paces->-1->>'since')::bigint) / 1000 - 1 END) END
    WHERE id = $1 AND closed_at IS NULL
    RETURNING last_number - cardinality($2::uuid[]) AS before, last_behind - cardinality($5::uuid[]) AS behind_before
  )
  INSERT INTO waiting_place (room_id, account_id, number, behind, joined_at)
  SELECT $1, account_id, before + nth, NULL, $3 FROM room, unnest($2::uuid[]) WITH ORDINALITY AS wish (account_id, nth)
  UNION ALL
  SELECT $1, account_id, NULL, behind_before + nth, $3
  FROM room, unnest($5::uuid[]) WITH ORDINALITY AS wish (account_id, nth)
  ON CONFLICT (room_id, account_id)
  DO UPDATE SET number = excluded.number, behind = excluded.behind, joined_at = excluded.joined_at
  WHERE waiting_place.joined_at <= $4
  RETURNING ${PLACE}`,
)

export interface Joining {
  readonly roomId: number
  /** In their order, each once. */
  readonly accountIds: readonly string[]
  /** Those who wait behind all others, in their order, and not among the others. */
  readonly flaggedIds: readonly string[]
  readonly now: Date
  /** A place that was taken later than that is kept. */
  readonly lapsedBefore: Date
}

/**
 * Takes the next places of a room for accounts that have none, or one that has lapsed. Not among them are those who were given one at the
 * same time elsewhere; none are, where the room is closed.
 */
export async function insertPlaces(db: Database, joining: Joining): Promise<Place[]> {
  const { roomId, accountIds, flaggedIds, now, lapsedBefore } = joining
  return db.run<Place>(INSERT_PLACES, [roomId, accountIds, now, lapsedBefore, flaggedIds])
}

/** What says how many flagged accounts can be let in. */
export interface Queue extends Pick<RoomRow, 'id' | 'paces' | 'lastNumber' | 'lastBehind' | 'behindLetIn'> {}

/** A room that is not closed, locked against changes and joins. */
export async function lockQueue(tx: Transaction, id: number): Promise<Queue | null> {
  const [queue] = await tx.$queryRaw<Queue[]>`/* waitingroom.lockQueue */
    SELECT id, paces, last_number::float8 AS "lastNumber", last_behind::float8 AS "lastBehind",
      behind_let_in::float8 AS "behindLetIn"
    FROM waiting_room WHERE id = ${id} AND closed_at IS NULL FOR UPDATE`
  return queue ?? null
}

/** Gives the next numbers of a room that is locked to the next so many of its flagged accounts. */
export async function numberFlagged(tx: Transaction, roomId: number, count: number): Promise<void> {
  await tx.$executeRaw`/* waitingroom.numberFlagged */
    WITH room AS (
      UPDATE waiting_room SET last_number = last_number + ${count}::int, behind_let_in = behind_let_in + ${count}::int
      WHERE id = ${roomId} RETURNING id, behind_let_in, last_number - behind_let_in AS ahead
    )
    UPDATE waiting_place SET number = ahead + behind, behind = NULL FROM room
    WHERE room_id = room.id AND behind <= behind_let_in`
}

const DROP_OLD_PLACES = statement(
  'waitingroom.dropOldPlaces',
  `DELETE FROM waiting_place WHERE ctid = ANY(ARRAY(
     SELECT place.ctid FROM waiting_place place JOIN waiting_room room ON room.id = room_id LEFT JOIN show ON show.id = show_id
     WHERE coalesce(closed_at, ends_at, joined_at) <= $1 LIMIT $2)) RETURNING 1`,
)

/** Drops places that nobody needs since then, up to `limit`: how many. */
export async function dropOldPlaces(db: Database, before: Date, limit: number): Promise<number> {
  return (await db.run(DROP_OLD_PLACES, [before, limit])).length
}
