import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { toGlobalId } from '../../src/lib/globalId.js'
import type { JumpingClock } from './clock.js'

export interface ShowOptions {
  /** How many seats, in rows of ten. */
  readonly seats?: number
  readonly startsInSeconds?: number
  readonly runsForSeconds?: number
  /** The price of every seat, in cents. */
  readonly price?: number
  readonly movie?: string
  readonly language?: string
  /** The name of its cancellation policy: that of the theater, `standard`, unless told otherwise. */
  readonly policy?: string
}

/** A show with the global ids that a client would know. */
export interface SeededShow {
  readonly id: string
  readonly seatIds: string[]
  readonly key: number
}

const DAY_SECONDS = 24 * 60 * 60
/** Of all accounts here. */
export const PASSWORD = 'correct horse'

/** Puts into the database what a test's story starts with. */
export class Seed {
  readonly #pool: pg.Pool
  readonly #clock: JumpingClock

  constructor(databaseUrl: string, clock: JumpingClock) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    // Its connections may still be on their way out when the database is dropped under them.
    this.#pool.on('error', () => {})
    this.#clock = clock
  }

  /** An account whose address is confirmed, so that no mail asks for it. Gives the address. */
  async account({ name = 'Ada', email = `${randomUUID()}@example.org` } = {}): Promise<string> {
    await this.sql('INSERT INTO account (name, email, password_hash, email_verified_at) VALUES ($1, $2, $3, now())', [
      name,
      email,
      await hash(PASSWORD),
    ])
    return email
  }

  /** A show on a screen of its own: in two days, with four seats at 10 EUR, unless told otherwise. */
  async show(options: ShowOptions = {}): Promise<SeededShow> {
    const { seats = 4, startsInSeconds = 2 * DAY_SECONDS, runsForSeconds = 7200, price = 1000 } = options
    const startsAt = new Date(this.#clock.now().getTime() + startsInSeconds * 1000)
    const endsAt = new Date(startsAt.getTime() + runsForSeconds * 1000)
    const screenId = await this.#screen(seats)
    const [{ id: movieId }] = await this.sql(
      'INSERT INTO movie (title, running_minutes) VALUES ($1, 90) RETURNING id',
      [options.movie ?? 'The Movie'],
    )
    const [{ id: key }] = await this.sql(
      `INSERT INTO show (movie_id, screen_id, starts_at, ends_at, language, format, currency, min_price, max_price,
         cancellation_policy)
       VALUES ($1, $2, $3, $4, $5, 'TWO_D', 'EUR', $6, $6, $7) RETURNING id`,
      [movieId, screenId, startsAt, endsAt, options.language ?? 'fr', price, options.policy ?? null],
    )
    const rows = await this.sql(
      `INSERT INTO show_seat (show_id, seat_id, price)
       SELECT $1, id, $2 FROM seat WHERE screen_id = $3 ORDER BY id RETURNING seat_id`,
      [key, price, screenId],
    )
    const seatIds = rows.map(({ seat_id }: { seat_id: number }) => toGlobalId('ShowSeat', `${key}.${seat_id}`))
    return { key, id: toGlobalId('Show', key), seatIds }
  }

  /** Runs SQL and gives its rows. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  async sql(text: string, values: unknown[] = []): Promise<any> {
    return (await this.#pool.query(text, values)).rows
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #screen(seats: number): Promise<number> {
    const [{ id: cityId }] = await this.sql(
      `INSERT INTO city (name, time_zone) VALUES ('Paris', 'Europe/Paris')
       ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
    )
    const [{ id: theaterId }] = await this.sql(
      `INSERT INTO theater (name, address, city_id, currency) VALUES ('The Theater', '1 rue, 75001 Paris', $1, 'EUR') RETURNING id`,
      [cityId],
    )
    const [{ id: screenId }] = await this.sql(
      `INSERT INTO screen (theater_id, name, seat_count) VALUES ($1, '1', $2) RETURNING id`,
      [theaterId, seats],
    )
    await this.sql(
      `INSERT INTO seat (screen_id, row, number, type, x, y)
       SELECT $1, chr(65 + i / 10), i % 10 + 1, 'REGULAR', i % 10, i / 10 FROM generate_series(0, $2 - 1) AS i`,
      [screenId, seats],
    )
    return screenId
  }
}
