import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPool, type Pool } from '../../../src/lib/db/pool.js'
import { statement } from '../../../src/lib/db/statement.js'
import { createTestDatabase, type TestDatabase } from '../../kit/database.js'

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await createTestDatabase('template0')
})
afterAll(() => database.drop())
beforeEach(() => {
  // One connection, so that what one statement leaves behind is there for the next.
  pool = openPool({ url: database.url, size: 1 })
})
afterEach(() => pool.end())

const readBackend = () => pool.run<{ pid: number }>(statement('test.pid', 'SELECT pg_backend_pid() AS pid'), [])

describe('what a statement gives', () => {
  const KINDS = `SELECT 7 AS int, 7::bigint AS bigint, 1.50::numeric AS numeric, true AS bool, NULL::int AS none, 'é✓'::text AS text,
    '{1,NULL,3}'::int[] AS ints, '{"a":[1,{"b":null}]}'::jsonb AS json, '2030-01-02T03:04:05.678Z'::timestamptz AS time,
    '\\x00ff'::bytea AS bytes, gen_random_uuid() IS NULL AS "two words", 1 AS twice, 2 AS twice`

  it('is what it gives to pg itself, the first time and each time after', async () => {
    const kinds = statement('test.kinds', KINDS)
    const { rows } = await pool.query(KINDS)
    for (let run = 0; run < 3; run++) expect(await pool.run(kinds, [])).toEqual(rows)
  })

  it('are as many rows as there are, also where there were none at first', async () => {
    const series = statement('test.series', `SELECT n, n::text || '.' AS name FROM generate_series(1, $1::int) AS n`)
    expect(await pool.run(series, [0])).toEqual([])
    expect(await pool.run(series, [2])).toEqual([
      { n: 1, name: '1.' },
      { n: 2, name: '2.' },
    ])
    const many = await pool.run<{ n: number }>(series, [5_000])
    expect(many.map(({ n }) => n)).toEqual(Array.from({ length: 5_000 }, (_, index) => index + 1))
  })

  it('is nothing where it only writes', async () => {
    await pool.query('CREATE TEMPORARY TABLE note (text text)')
    const write = statement('test.write', 'INSERT INTO note VALUES ($1)')
    for (const text of ['a', 'b', 'c']) expect(await pool.run(write, [text])).toEqual([])
    expect(await pool.run(statement('test.notes', 'SELECT text FROM note ORDER BY 1'), [])).toEqual([
      { text: 'a' },
      { text: 'b' },
      { text: 'c' },
    ])
  })

  it('is described once on a connection', async () => {
    const described = vi.spyOn(pg.Connection.prototype, 'describe')
    for (let run = 0; run < 3; run++) await readBackend()
    expect(described).toHaveBeenCalledTimes(1)
    described.mockRestore()
  })

  it('is never taken for what it was before its table was altered', async () => {
    await pool.query('CREATE TEMPORARY TABLE price (price int); INSERT INTO price VALUES (5)')
    const read = statement('test.price', 'SELECT price FROM price')
    expect(await pool.run(read, [])).toEqual([{ price: 5 }])
    await pool.query('ALTER TABLE price ALTER COLUMN price TYPE boolean USING true')
    await expect(pool.run(read, [])).rejects.toMatchObject({ message: 'cached plan must not change result type' })
  })
})

describe('values', () => {
  it('come to Postgres as pg brings them there', async () => {
    const echo = statement(
      'test.echo',
      'SELECT $1::text AS text, $2::int AS int, $3::bool AS bool, $4::timestamptz AS time, $5::int[] AS ints, $6::jsonb AS json, $7::bytea AS bytes, $8::text AS none',
    )
    const time = new Date('2030-01-02T03:04:05.678Z')
    const values = [`'é✓`, -3, false, time, [1, 2], { a: [null, 'x'] }, Buffer.from([0, 255]), null]
    for (let run = 0; run < 2; run++) {
      const [row] = await pool.run<Record<string, unknown>>(echo, values)
      expect(Object.values(row!)).toEqual(values)
    }
  })

  it('that cannot be sent fail their statement alone', async () => {
    const circle: Record<string, unknown> = {}
    circle.itself = circle
    const runs = [pool.run(statement('test.circle', 'SELECT $1::jsonb'), [circle]), readBackend()]
    expect(await Promise.allSettled(runs)).toMatchObject([
      { reason: { message: expect.stringContaining('circular') } },
      { value: [{ pid: expect.any(Number) }] },
    ])
  })
})

describe('a statement that Postgres refuses', () => {
  const divide = statement('test.divide', 'SELECT 6 / $1::int AS result')

  it.each([
    { what: 'for its text', refused: statement('test.wrong', 'SELECT FROM WHERE'), values: [], code: '42601' },
    { what: 'for its values, before it was described', refused: divide, values: ['x'], code: '22P02' },
    { what: 'while it runs', refused: divide, values: [0], code: '22012' },
  ])('$what leaves its connection, on which it runs again', async ({ refused, values, code }) => {
    const [before] = await readBackend()
    for (let run = 0; run < 2; run++) await expect(pool.run(refused, values)).rejects.toMatchObject({ code })
    expect(await pool.run(divide, [2])).toEqual([{ result: 3 }])
    await expect(pool.run(refused, values)).rejects.toMatchObject({ code })
    expect(await pool.run(divide, [3])).toEqual([{ result: 2 }])
    expect(await readBackend()).toEqual([before])
  })

  it('says who has asked for it', async () => {
    const error = await pool.run(divide, [0]).catch((refused: Error) => refused)
    expect(error).toHaveProperty('stack', expect.stringContaining('pool.test.ts'))
  })
})

describe('a connection that is lost', () => {
  it('fails the statement that runs on it, and another one takes its place', async () => {
    const [before] = await readBackend()
    const kill = statement('test.kill', 'SELECT pg_terminate_backend(pg_backend_pid())')
    await expect(pool.run(kill, [])).rejects.toMatchObject({ code: '57P01' })
    const [after] = await readBackend()
    expect(after!.pid).not.toBe(before!.pid)
  })
})

it('many statements at once go one after the other on a connection, each to who has asked for it', async () => {
  const echo = statement('test.echoOne', 'SELECT $1::int AS n')
  const runs = Array.from({ length: 200 }, (_, n) => pool.run(echo, [n]))
  expect(await Promise.all(runs)).toEqual(Array.from({ length: 200 }, (_, n) => [{ n }]))
})
