import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import { intKeyOf, uuidKeyOf } from '../../src/lib/globalId.js'
import { fromSeatId } from '../../src/modules/seatmaps/index.js'
import type { Told } from '../transcript.js'
import type { Queryable } from './invariant.js'

export interface WatchedSeat {
  readonly watcher: string
  readonly seatId: string
  readonly status: string
  readonly version: number
}

const BATCH = 1_000

const INSERT_TOLD = `
  INSERT INTO torture.told (buyer, account_id, operation, key, input, server, sent_at, answered_at, outcome, answer, error,
    booking_id, show_id, seat_ids, told_seat_ids, released_seat_ids)
  SELECT buyer, "accountId", operation, key, input, server, "sentAt", "answeredAt", answer ->> '__typename',
    nullif(answer, 'null'), error, "bookingId", "showId", "seatIds", "toldSeatIds", "releasedSeatIds"
  FROM jsonb_to_recordset($1) AS told (buyer TEXT, "accountId" UUID, operation TEXT, key TEXT, input JSONB, server TEXT,
    "sentAt" TIMESTAMPTZ, "answeredAt" TIMESTAMPTZ, answer JSONB, error TEXT, "bookingId" UUID, "showId" INTEGER, "seatIds" INTEGER[],
    "toldSeatIds" INTEGER[], "releasedSeatIds" INTEGER[])`

const INDEXES = `
  CREATE INDEX ON torture.told (booking_id);
  CREATE INDEX ON torture.told (key);
  CREATE INDEX ON torture.history (((after ->> 'show_id')::int), ((after ->> 'seat_id')::int)) WHERE entity = 'show_seat';
  CREATE INDEX ON torture.history (((after ->> 'id')::uuid)) WHERE entity = 'booking';
  ANALYZE`

/** Puts what clients were told beside the tables of the system, from the file in which it was kept. */
export async function loadTold(pool: pg.Pool, path: string): Promise<void> {
  let batch: Told[] = []
  for await (const line of createInterface({ input: createReadStream(path) })) {
    batch.push(JSON.parse(line) as Told)
    if (batch.length < BATCH) continue
    await insertTold(pool, batch)
    batch = []
  }
  await insertTold(pool, batch)
  await pool.query(INDEXES)
}

export async function insertTold(pool: Queryable, batch: readonly Told[]): Promise<void> {
  await pool.query(INSERT_TOLD, [JSON.stringify(batch.map((told) => ({ ...told, ...readKeys(told) })))])
}

export async function insertWatched(pool: Queryable, seats: readonly WatchedSeat[]): Promise<void> {
  const rows = seats.map(({ watcher, seatId, status, version }) => ({
    watcher,
    ...fromSeatId(seatId)!,
    status,
    version,
  }))
  await pool.query(
    `INSERT INTO torture.watched (watcher, show_id, seat_id, status, version)
     SELECT watcher, "showId", "seatId", status, version
     FROM jsonb_to_recordset($1) AS seat (watcher TEXT, "showId" INTEGER, "seatId" INTEGER, status TEXT, version INTEGER)`,
    [JSON.stringify(rows)],
  )
}

/** Puts the mails of an outbox beside the tables of the system. */
export async function loadMails(pool: Queryable, outbox: string): Promise<void> {
  const names = await readdir(outbox).catch(() => [])
  await insertMails(
    pool,
    names.flatMap((name) => /-([0-9a-f-]{36})\.(?:eml|txt)$/.exec(name)?.[1] ?? []),
  )
}

/** Those of these notifications. */
export async function insertMails(pool: Queryable, notificationIds: readonly string[]): Promise<void> {
  await pool.query('INSERT INTO torture.mail SELECT unnest($1::uuid[])', [notificationIds])
}

/** The keys of tables behind the global ids that a client has sent and was told. */
function readKeys({ input, answer }: Told) {
  const bookingId = input.bookingId ?? input.id ?? answer?.booking?.id
  const seats = readSeats(input.seatIds ?? input.takeSeatIds)
  const unavailable = answer?.__typename === 'SeatsUnavailableError' ? answer.seats : undefined
  return {
    bookingId: typeof bookingId === 'string' ? uuidKeyOf('Booking', bookingId) : null,
    showId: typeof input.showId === 'string' ? intKeyOf('Show', input.showId) : (seats?.[0]?.showId ?? null),
    seatIds: toSeatKeys(seats),
    releasedSeatIds: toSeatKeys(readSeats(input.releaseSeatIds)),
    toldSeatIds: toSeatKeys(readSeats(unavailable?.map(({ seatId }: { seatId: string }) => seatId))),
  }
}

function readSeats(ids: unknown) {
  return (ids as string[] | undefined)?.map((id) => fromSeatId(id)!)
}

function toSeatKeys(seats: ReturnType<typeof readSeats>): number[] | null {
  return seats?.map(({ seatId }) => seatId) ?? null
}
