import type pg from 'pg'
import { toGlobalId } from '../../src/lib/globalId.js'
import type { Random } from '../kit/random.js'

export interface MarketShow {
  readonly key: number
  readonly id: string
  /** The global ids of its seats. */
  readonly seatIds: readonly string[]
  readonly endsAt: Date
}

const SEATS = 24
const MINUTE = 60
const HOUR = 60 * MINUTE

/** How far ahead shows lie: what a cancellation gives back differs, and some begin and end while they are sold. */
const LEADS = [
  { weight: 4, least: 72 * HOUR, most: 96 * HOUR, runs: 2 * HOUR },
  { weight: 3, least: 3 * HOUR, most: 20 * HOUR, runs: 2 * HOUR },
  { weight: 1, least: 10 * MINUTE, most: 90 * MINUTE, runs: 2 * HOUR },
  { weight: 3, least: 12, most: 40, runs: 10 },
]

/** A city, a theater, a screen and a movie. */
export async function seedTheater(pool: pg.Pool): Promise<void> {
  await pool.query(`
    INSERT INTO city (id, name, time_zone) VALUES (1, 'Paris', 'Europe/Paris');
    INSERT INTO theater (id, name, address, city_id, currency) VALUES (1, 'The Theater', '1 rue', 1, 'EUR');
    INSERT INTO screen (id, theater_id, name, seat_count) VALUES (1, 1, '1', ${SEATS});
    INSERT INTO movie (id, title, running_minutes) VALUES (1, 'The Movie', 90);
    INSERT INTO seat (id, screen_id, row, number, type, x, y)
      SELECT i + 1, 1, chr(65 + i / 8), i % 8 + 1, 'REGULAR', i % 8, i / 8 FROM generate_series(0, ${SEATS - 1}) AS i`)
}

/** Puts a show on sale, each of its seats at a price of its own. */
export async function openShow(pool: pg.Pool, random: Random): Promise<MarketShow> {
  const { least, most, runs } = random.weighted(LEADS)
  const lead = Math.round(random.between(least, most))
  const { rows } = await pool.query(
    `WITH added AS (
       INSERT INTO show (movie_id, screen_id, starts_at, ends_at, language, format, currency, min_price, max_price)
       VALUES (1, 1, now() + $1 * interval '1 s', now() + ($1 + $2::int) * interval '1 s', 'fr', 'TWO_D', 'EUR', 901, $3)
       RETURNING id, ends_at
     )
     INSERT INTO show_seat (show_id, seat_id, price) SELECT added.id, seat.id, 900 + seat.id FROM added, seat
     RETURNING show_id, seat_id, (SELECT ends_at FROM added)`,
    [lead, runs, 900 + SEATS],
  )
  const key = rows[0].show_id
  return {
    key,
    id: toGlobalId('Show', key),
    seatIds: rows.map(({ seat_id }) => toGlobalId('ShowSeat', `${key}.${seat_id}`)),
    endsAt: rows[0].ends_at,
  }
}
