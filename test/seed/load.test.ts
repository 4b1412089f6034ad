import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Added, extendSchedule, isCatalogueEmpty, loadDemoCatalogue, type Progress } from '../../src/seed/index.js'
import { createTestDatabase } from '../kit/database.js'

const NOTHING: Added = { theaters: 0, shows: 0, seats: 0 }
// A Saturday in Paris, but still Friday in UTC.
const NOW = new Date('2026-11-20T23:30:00Z')

let database: Awaited<ReturnType<typeof createTestDatabase>>
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('an empty database', () => {
  it('is empty, and its schedule is nobody’s to extend', async () => {
    expect(await isCatalogueEmpty(database.url)).toBe(true)
    expect(await extendSchedule({ url: database.url, now: NOW })).toEqual(NOTHING)
    expect(await isCatalogueEmpty(database.url)).toBe(true)
  })
})

describe('the demo catalogue', () => {
  const progress: Progress[] = []

  beforeAll(async () => {
    await loadDemoCatalogue({ url: database.url, now: NOW, onProgress: (step) => progress.push(step) })
  }, 60_000)

  it('has 15 theaters, their 60 screens and 13,382 seats, and 55 movies', async () => {
    expect(await isCatalogueEmpty(database.url)).toBe(false)
    const counts = await count({
      cities: 'city',
      theaters: 'theater',
      screens: 'screen',
      seats: 'seat',
      movies: 'movie',
    })
    expect(counts).toEqual({ cities: 5, theaters: 15, screens: 60, seats: 13_382, movies: 55 })
  })

  it('tells its progress from nothing to all', () => {
    expect(progress[0]).toEqual({ label: 'seats of theaters', done: 0, total: 13_382 })
    expect(progress.at(-1)).toEqual({ label: 'seats of theaters', done: 13_382, total: 13_382 })
  })

  it('has shows on every screen on each of the 14 days from today in Paris on', async () => {
    const days = await ask<{ first: string; last: string; days: number; screens: number }>(
      `SELECT min(day)::text AS first, max(day)::text AS last, count(*)::int AS days, count(DISTINCT screen_id)::int AS screens
       FROM (SELECT DISTINCT screen_id, (starts_at AT TIME ZONE 'Europe/Paris')::date AS day FROM show) AS shown`,
    )
    expect(days).toEqual([{ first: '2026-11-21', last: '2026-12-04', days: 14 * 60, screens: 60 }])
  })

  it('has no two shows on one screen at a time', async () => {
    const overlaps = await ask(
      `SELECT a.id FROM show a JOIN show b ON b.screen_id = a.screen_id AND b.id <> a.id
       WHERE a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
    )
    expect(overlaps).toEqual([])
  })

  it('has each seat of a screen at each of its shows', async () => {
    const differing = await ask(
      `SELECT show.id FROM show JOIN screen ON screen.id = screen_id
       LEFT JOIN (SELECT show_id, count(*) FROM show_seat JOIN seat ON seat.id = seat_id JOIN show ON show.id = show_id
         WHERE seat.screen_id = show.screen_id GROUP BY show_id) AS counted ON show_id = show.id
       WHERE counted.count IS DISTINCT FROM screen.seat_count`,
    )
    expect(differing).toEqual([])
    const orphans = await ask(
      'SELECT FROM show_seat LEFT JOIN seat ON seat.id = seat_id LEFT JOIN show ON show.id = show_id WHERE seat.id IS NULL OR show.id IS NULL',
    )
    expect(orphans).toEqual([])
  })

  it('has seat ids that ascend in reading order', async () => {
    const descending = await ask(
      'SELECT FROM (SELECT id, lag(id) OVER (PARTITION BY screen_id ORDER BY y, x) AS before FROM seat) AS s WHERE before >= id',
    )
    expect(descending).toEqual([])
  })

  it('tells of each show what its cheapest and dearest seat cost', async () => {
    const differing = await ask(
      `SELECT id FROM show JOIN (SELECT show_id, min(price), max(price) FROM show_seat GROUP BY show_id) AS priced ON show_id = id
       WHERE (min_price, max_price) <> (min, max)`,
    )
    expect(differing).toEqual([])
  })

  it('asks more at the weekend of Paris', async () => {
    const prices = await ask<{ weekend: boolean; price: number }>(
      `SELECT DISTINCT extract(isodow FROM starts_at AT TIME ZONE 'Europe/Paris') > 5 AS weekend, min_price AS price
       FROM show JOIN screen ON screen.id = screen_id JOIN theater ON theater.id = theater_id
       WHERE theater.name = 'Studio 28' ORDER BY weekend`,
    )
    expect(prices).toEqual([
      { weekend: false, price: 950 },
      { weekend: true, price: 1090 },
    ])
  })

  it('keeps two seats in row D of bigger rooms for the house, and no others', async () => {
    const blocked = await ask<{ seats: number; big: boolean; places: string[] }>(
      `SELECT (count(*) / count(DISTINCT show_id))::int AS seats, min(seat_count) >= 120 AS big,
         array_agg(DISTINCT row || number ORDER BY row || number) AS places
       FROM show_seat JOIN seat ON seat.id = seat_id JOIN screen ON screen.id = screen_id WHERE status = 'BLOCKED'`,
    )
    expect(blocked).toEqual([{ seats: 2, big: true, places: ['D1', 'D2'] }])
    expect(await ask('SELECT DISTINCT status FROM show_seat ORDER BY status')).toEqual([
      { status: 'AVAILABLE' },
      { status: 'BLOCKED' },
    ])
    expect(await ask('SELECT DISTINCT after_status, cause FROM seat_event')).toEqual([
      { after_status: 'BLOCKED', cause: 'seed' },
    ])
  })
})

describe('loading it again', () => {
  it('adds nothing while a week of shows lies ahead', async () => {
    const before = await everything()
    expect(await loadDemoCatalogue({ url: database.url, now: NOW })).toEqual(NOTHING)
    // On the last days 14 less 7 are over.
    expect(await extendSchedule({ url: database.url, now: new Date('2026-11-28T12:00:00Z') })).toEqual(NOTHING)
    expect(await everything()).toEqual(before)
  })

  it('adds what a load that was killed has not written, and that alone', async () => {
    const before = await everything()
    await client.query(
      `DELETE FROM show_seat USING show, screen, theater WHERE show.id = show_id AND screen.id = screen_id
         AND theater.id = theater_id AND theater.name = 'Studio 28'`,
    )
    await client.query(`DELETE FROM show WHERE screen_id IN (
      SELECT screen.id FROM screen JOIN theater ON theater.id = theater_id WHERE theater.name = 'Studio 28')`)
    const gone = await everything()
    const added = await loadDemoCatalogue({ url: database.url, now: NOW })
    expect(added).toEqual({ theaters: 1, shows: before.shows - gone.shows, seats: before.showSeats - gone.showSeats })
    expect(await everything()).toEqual(before)
  })

  it('goes on to two weeks from then when less than a week is left, and leaves what is sold as it is', async () => {
    const before = await everything()
    const [sold] = await ask<{ showId: number; seatId: number }>(
      `UPDATE show_seat SET status = 'BOOKED', booking_id = gen_random_uuid()
       WHERE (show_id, seat_id) = (SELECT show_id, seat_id FROM show_seat WHERE status = 'AVAILABLE' LIMIT 1)
       RETURNING show_id AS "showId", seat_id AS "seatId"`,
    )
    const added = await extendSchedule({ url: database.url, now: new Date('2026-11-29T12:00:00Z') })
    expect(added.theaters).toBe(15)
    const after = await everything()
    expect(after).toEqual({ ...before, shows: before.shows + added.shows, showSeats: before.showSeats + added.seats })
    const [{ last } = { last: '' }] = await ask<{ last: string }>(
      `SELECT max((starts_at AT TIME ZONE 'Europe/Paris')::date)::text AS last FROM show`,
    )
    expect(last).toBe('2026-12-12')
    expect(await ask(`SELECT show_id AS "showId", seat_id AS "seatId" FROM show_seat WHERE status = 'BOOKED'`)).toEqual(
      [sold],
    )
  }, 60_000)

  it('twice at the same time writes everything once', async () => {
    const now = new Date('2026-12-10T12:00:00Z')
    const [first, second] = await Promise.all([1, 2].map(() => loadDemoCatalogue({ url: database.url, now })))
    expect([first, second]).toContainEqual(NOTHING)
    const doubled = await ask('SELECT screen_id FROM show GROUP BY screen_id, starts_at HAVING count(*) > 1')
    expect(doubled).toEqual([])
  }, 60_000)
})

async function ask<Row>(sql: string): Promise<Row[]> {
  return (await client.query(sql)).rows
}

async function everything(): Promise<Record<string, number> & { shows: number; showSeats: number }> {
  const {
    shows = 0,
    showSeats = 0,
    ...others
  } = await count({
    theaters: 'theater',
    screens: 'screen',
    seats: 'seat',
    movies: 'movie',
    shows: 'show',
    showSeats: 'show_seat',
  })
  return { ...others, shows, showSeats }
}

async function count(tables: Record<string, string>): Promise<Record<string, number>> {
  const counts = Object.entries(tables).map(([name, table]) => `(SELECT count(*)::int FROM ${table}) AS "${name}"`)
  return (await ask<Record<string, number>>(`SELECT ${counts.join(', ')}`))[0]!
}
