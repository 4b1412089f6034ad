import type pg from 'pg'

/** A change of a seat, as the log has it. */
export interface LoggedChange {
  readonly seatKey: number
  readonly version: number
  readonly before: string
  readonly after: string
  /** In milliseconds since 1970: when the statement was done, shortly before its commit. */
  readonly at: number
}

/** How many seats stood how, from a moment on. */
export interface SeatCounts {
  /** In milliseconds from the opening. */
  readonly atMs: number
  readonly available: number
  readonly held: number
  readonly sold: number
}

const LOG = `
  SELECT seat_id AS "seatKey", version, before_status AS before, after_status AS after,
    (extract(epoch FROM at) * 1000)::float8 AS at
  FROM seat_event WHERE show_id = $1 ORDER BY at, id`

/** All that has happened to the seats of a show, in order. */
export async function readLog(pool: pg.Pool, showKey: number): Promise<LoggedChange[]> {
  const { rows } = await pool.query(LOG, [showKey])
  return rows
}

/** The version of each seat of a show, in the order of their keys. */
export async function readVersions(pool: pg.Pool, showKey: number): Promise<number[]> {
  const { rows } = await pool.query('SELECT version FROM show_seat WHERE show_id = $1 ORDER BY seat_id', [showKey])
  return rows.map(({ version }) => version)
}

/** How many seats are not sold. */
export async function countUnsold(pool: pg.Pool, showKey: number): Promise<{ available: number; held: number }> {
  const { rows } = await pool.query(
    `SELECT (count(*) FILTER (WHERE status = 'AVAILABLE'))::int AS available,
       (count(*) FILTER (WHERE status = 'HELD'))::int AS held FROM show_seat WHERE show_id = $1`,
    [showKey],
  )
  return rows[0]
}

/** How the seats went, from all of them free. */
export function countOverTime(log: readonly LoggedChange[], seats: number, openedAt: number): SeatCounts[] {
  const counts = new Map([['AVAILABLE', seats]])
  const count = (status: string) => counts.get(status) ?? 0
  const tell = (atMs: number) => ({
    atMs,
    available: count('AVAILABLE'),
    held: count('HELD'),
    sold: count('BOOKED'),
  })
  const steps = [tell(0)]
  for (const { before, after, at } of log) {
    counts.set(before, count(before) - 1)
    counts.set(after, count(after) + 1)
    steps.push(tell(at - openedAt))
  }
  return steps
}
