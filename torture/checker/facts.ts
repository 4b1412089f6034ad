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

const FACTS = `
  CREATE TABLE torture.told (
    id BIGSERIAL PRIMARY KEY, buyer TEXT NOT NULL, account_id UUID NOT NULL, operation TEXT NOT NULL, key TEXT,
    input JSONB NOT NULL, server TEXT NOT NULL, sent_at TIMESTAMPTZ NOT NULL, answered_at TIMESTAMPTZ NOT NULL,
    outcome TEXT, answer JSONB, error TEXT, booking_id UUID, show_id INTEGER, seat_ids INTEGER[], told_seat_ids INTEGER[],
    released_seat_ids INTEGER[]
  );
  CREATE TABLE torture.watched (
    watcher TEXT NOT NULL, show_id INTEGER NOT NULL, seat_id INTEGER NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL
  );
  CREATE TABLE torture.mail (notification_id UUID NOT NULL);
  CREATE VIEW torture.seat_change AS
    SELECT id, at, xid, (after ->> 'show_id')::int AS show_id, (after ->> 'seat_id')::int AS seat_id,
      (before ->> 'version')::int AS from_version, (after ->> 'version')::int AS to_version,
      before ->> 'status' AS from_status, after ->> 'status' AS to_status,
      (before ->> 'booking_id')::uuid AS from_booking, (after ->> 'booking_id')::uuid AS to_booking,
      (before ->> 'held_until')::timestamptz AS from_until, (after ->> 'held_until')::timestamptz AS to_until
    FROM torture.history WHERE entity = 'show_seat';
  CREATE VIEW torture.new_booking AS
    SELECT xid, at, (after ->> 'id')::uuid AS id, (after ->> 'account_id')::uuid AS account_id, (after ->> 'show_id')::int AS show_id,
      ARRAY(SELECT jsonb_array_elements_text(after -> 'seat_ids')::int) AS seat_ids, after ->> 'status' AS status
    FROM torture.history WHERE entity = 'booking' AND before IS NULL;
  CREATE VIEW torture.booking_seat AS
    SELECT booking.*, seat.seat_id FROM booking, unnest(booking.seat_ids) AS seat (seat_id);
  CREATE VIEW torture.booking_change AS
    SELECT xid, at, (after ->> 'id')::uuid AS id, (after ->> 'account_id')::uuid AS account_id, (after ->> 'show_id')::int AS show_id,
      ARRAY(SELECT jsonb_array_elements_text(after -> 'seat_ids')::int) AS seat_ids, after ->> 'status' AS status
    FROM torture.history WHERE entity = 'booking' AND before IS NOT NULL;
  -- Which payment was begun under which key.
  CREATE VIEW torture.charge AS
    SELECT kept.account_id, kept.key, payment.id AS payment_id
    FROM idempotency_record AS kept JOIN payment ON payment.id = kept.work_id;
  -- Refunds that the gateway was told to refuse for ever.
  CREATE VIEW torture.stuck_refund AS
    SELECT refund.id, refund.amount, payment.id AS payment_id, payment.booking_id
    FROM refund JOIN payment ON payment.id = refund.payment_id JOIN sandbox_payment AS g ON g.key = payment.id::text
    WHERE refund.status = 'FAILED' AND g.failing = 'REFUND';
  -- What the gateway keeps of a booking's money, and what of it should have gone back.
  CREATE VIEW torture.ledger AS
    SELECT p.booking_id, sum(CASE WHEN g.captured THEN g.amount - g.refunded ELSE 0 END) AS kept,
      coalesce(sum(stuck.amount), 0) AS stuck, bool_or(g.failing = 'CAPTURE') AS has_failed
    FROM payment AS p JOIN sandbox_payment AS g ON g.key = p.id::text
    LEFT JOIN (SELECT payment_id, sum(amount) AS amount FROM torture.stuck_refund GROUP BY payment_id) AS stuck
      ON stuck.payment_id = p.id
    GROUP BY p.booking_id`

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

/** Makes the tables and views by which invariants see what clients were told. */
export async function createFacts(pool: pg.Pool): Promise<void> {
  await pool.query(FACTS)
}

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
    toldSeatIds: toSeatKeys(readSeats(unavailable?.map(({ id }: { id: string }) => id))),
  }
}

function readSeats(ids: unknown) {
  return (ids as string[] | undefined)?.map((id) => fromSeatId(id)!)
}

function toSeatKeys(seats: ReturnType<typeof readSeats>): number[] | null {
  return seats?.map(({ seatId }) => seatId) ?? null
}
