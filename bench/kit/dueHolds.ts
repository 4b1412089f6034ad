import { runSql } from './lab.js'

export interface DueHolds {
  readonly holds: number
  /** Over so many shows. */
  readonly shows: number
  readonly seatsEach: number
  /** How many of them are due in each second. */
  readonly perSecond: number
  /** From now until the first is due. */
  readonly leadSeconds: number
}

// Deferred, so that it is the time of the commit that is noted: the statement that ends many holds takes a while itself.
const NOTE_EXPIRIES = `
CREATE UNLOGGED TABLE bench_expired (booking_id uuid PRIMARY KEY, at timestamptz NOT NULL);
CREATE FUNCTION bench_note_expired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO bench_expired VALUES (NEW.id, clock_timestamp());
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER bench_note_expired AFTER UPDATE ON booking DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.status = 'PENDING' AND NEW.status = 'EXPIRED') EXECUTE FUNCTION bench_note_expired();`

/** Has the database note when each hold expires. */
export async function noteExpiries(url: string): Promise<void> {
  await runSql(url, NOTE_EXPIRIES)
}

const SEED = `
CREATE TEMPORARY TABLE due AS
  SELECT n, gen_random_uuid() AS guest, gen_random_uuid() AS id, 1 + n % $SHOWS AS show_id,
    ARRAY(SELECT n / $SHOWS * $SEATS + seat FROM generate_series(1, $SEATS) AS seat) AS seat_ids,
    clock_timestamp() + $LEAD * interval '1 s' AS first_at
  FROM generate_series(0, $HOLDS - 1) AS n;
UPDATE due SET first_at = (SELECT min(first_at) FROM due);
INSERT INTO account (id) SELECT guest FROM due;
INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at, contact_email)
  SELECT id, guest, show_id, 'PENDING', seat_ids, array_fill(1000, ARRAY[$SEATS]), $SEATS * 1000, 'EUR', now(),
    first_at + n * interval '1 s' / $RATE, CASE WHEN n % 10 = 0 THEN 'guest' || n || '@example.com' END FROM due;
UPDATE show_seat SET status = 'HELD', held_until = booking.expires_at, booking_id = booking.id
  FROM booking WHERE show_seat.show_id = booking.show_id AND show_seat.seat_id = ANY(booking.seat_ids);
ANALYZE booking, show_seat;`

/** Writes holds that fall due at that rate, each of a guest of its own; one guest in ten has told an email address. */
export async function seedDueHolds(url: string, due: DueHolds): Promise<void> {
  const sql = SEED.replaceAll('$HOLDS', String(due.holds))
    .replaceAll('$SHOWS', String(due.shows))
    .replaceAll('$SEATS', String(due.seatsEach))
    .replaceAll('$RATE', String(due.perSecond))
    .replaceAll('$LEAD', String(due.leadSeconds))
  await runSql(url, sql)
  const [late] = await runSql(url, 'SELECT count(*)::int AS holds FROM booking WHERE expires_at <= clock_timestamp()')
  if (late.holds > 0) throw new Error('the first holds were due before all were written: the machine is too busy')
}

export async function countExpired(url: string): Promise<number> {
  const [row] = await runSql(url, 'SELECT count(*)::int AS expired FROM bench_expired')
  return row.expired
}

export interface Lateness {
  /** In seconds: what half of the holds, and what 99 % of them, do not exceed. */
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** How far the clock of a process may be from the database's. */
const CLOCK_ERROR_SECONDS = 0.1

/** How long after its time each hold expired. Throws when one came too early, or has kept a seat. */
export async function readLateness(url: string): Promise<Lateness> {
  const [row] = await runSql(
    url,
    `WITH late AS (
       SELECT extract(epoch FROM at - expires_at)::float8 AS seconds FROM bench_expired
       JOIN booking ON booking.id = booking_id AND status = 'EXPIRED'
     )
     SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
       percentile_disc(0.99) WITHIN GROUP (ORDER BY seconds) AS p99,
       max(seconds) AS max, min(seconds) AS min,
       (SELECT count(*)::int FROM show_seat WHERE status <> 'AVAILABLE' OR booking_id IS NOT NULL) AS "keptSeats"
     FROM late`,
  )
  if (row.min < -CLOCK_ERROR_SECONDS) throw new Error(`a hold expired ${-row.min} s before its time`)
  if (row.keptSeats > 0) throw new Error(`${row.keptSeats} seats of holds that expired are not free`)
  return row
}
