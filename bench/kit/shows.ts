import { toGlobalId } from '../../src/lib/globalId.js'
import { runSql } from './lab.js'

export interface BenchShow {
  readonly key: number
  readonly seatKeys: readonly number[]
}

const SEED = `
SET session_replication_role = replica; -- no checks of foreign keys: all of them hold
INSERT INTO city (id, name, time_zone) VALUES (1, 'Paris', 'Europe/Paris');
INSERT INTO theater (id, name, address, city_id, currency) VALUES (1, 'The Theater', '1 rue', 1, 'EUR');
INSERT INTO screen (id, theater_id, name, seat_count) VALUES (1, 1, '1', $SEATS);
INSERT INTO movie (id, title, running_minutes) VALUES (1, 'The Movie', 90);
INSERT INTO seat (id, screen_id, row, number, type, x, y)
  SELECT i + 1, 1, 'R' || i / 25, i % 25 + 1, 'REGULAR', i % 25, i / 25 FROM generate_series(0, $SEATS - 1) AS i;
INSERT INTO show (id, movie_id, screen_id, starts_at, ends_at, language, format, currency, min_price, max_price)
  SELECT i, 1, 1, now() + i * interval '3 hours', now() + i * interval '3 hours' + interval '90 minutes', 'fr',
    'TWO_D', 'EUR', 1000, 1000 FROM generate_series(1, $SHOWS) AS i;
INSERT INTO show_seat (show_id, seat_id, price)
  SELECT show.id, seat.id, 1000 FROM show, seat ORDER BY show.id, seat.id;`

/** Puts shows into an empty database, each with all its seats free. */
export async function seedShows(url: string, { shows, seats }: { shows: number; seats: number }): Promise<BenchShow[]> {
  await runSql(url, SEED.replaceAll('$SEATS', String(seats)).replaceAll('$SHOWS', String(shows)))
  await runSql(url, 'VACUUM ANALYZE')
  await runSql(url, 'CHECKPOINT')
  const seatKeys = Array.from({ length: seats }, (_, index) => index + 1)
  return Array.from({ length: shows }, (_, index) => ({ key: index + 1, seatKeys }))
}

export function showIdOf({ key }: BenchShow): string {
  return toGlobalId('Show', key)
}

export function seatIdOf({ key }: BenchShow, seatKey: number): string {
  return toGlobalId('ShowSeat', `${key}.${seatKey}`)
}

export interface Wish {
  readonly show: BenchShow
  readonly seatKeys: readonly number[]
}

/** Hands out seats, none twice, one show after the other: neighbours in time want different shows. */
export class FreeSeats {
  readonly #shows: readonly BenchShow[]
  readonly #seats: number
  #handedOut = 0

  constructor(shows: readonly BenchShow[], seatsEach: number) {
    this.#shows = shows
    this.#seats = seatsEach
  }

  take(count: number): Wish[] {
    return Array.from({ length: count }, () => {
      const index = this.#handedOut++
      const show = this.#shows[index % this.#shows.length]!
      const start = Math.floor(index / this.#shows.length) * this.#seats
      const seatKeys = show.seatKeys.slice(start, start + this.#seats)
      if (seatKeys.length < this.#seats) throw new Error('all seats are handed out: seed more shows')
      return { show, seatKeys }
    })
  }
}
