import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PostgresProxy } from '../../torture/proxy/postgresProxy.js'
import { createTestDatabase, type TestDatabase } from '../kit/database.js'

let database: TestDatabase
let proxy: PostgresProxy
let client: pg.Client
let direct: pg.Client
let asked: number

beforeAll(async () => {
  database = await createTestDatabase()
  direct = new pg.Client(database.url)
  await direct.connect()
  await direct.query('CREATE TABLE note (text TEXT)')
})
beforeEach(async () => {
  asked = 0
  proxy = await PostgresProxy.open(database.url)
  proxy.isCut = () => ++asked > 0
  client = new pg.Client(proxy.url)
  client.on('error', () => {})
  await client.connect()
})
afterEach(async () => {
  await client.end().catch(() => {})
  await proxy.close()
  await direct.query('TRUNCATE note')
})
afterAll(async () => {
  await direct.end()
  await database.drop()
})

async function notes(): Promise<string[]> {
  return (await direct.query('SELECT text FROM note ORDER BY text')).rows.map(({ text }) => text)
}

const CUT = 'Connection terminated unexpectedly'

describe('cuts the connection where a write is committed and its client does not know', () => {
  it.each([
    ['a statement by itself', { text: `INSERT INTO note VALUES ('a')` }],
    ['a statement with values', { text: 'INSERT INTO note VALUES ($1)', values: ['a'] }],
    ['a prepared statement', { name: 'write', text: 'INSERT INTO note VALUES ($1)', values: ['a'] }],
    [
      'a statement that reads what it has written',
      { text: 'WITH new AS (INSERT INTO note VALUES ($1) RETURNING text) SELECT * FROM new', values: ['a'] },
    ],
  ])('%s', async (_name, query) => {
    await expect(client.query(query)).rejects.toThrow(CUT)
    expect(await notes()).toEqual(['a'])
    expect(asked).toBe(1)
  })

  it.each([
    ['COMMIT', { text: 'COMMIT' }],
    ['COMMIT by the extended protocol', { text: 'COMMIT', queryMode: 'extended' }],
  ])('%s', async (_name, commit) => {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE')
    await client.query('INSERT INTO note VALUES ($1)', ['a'])
    await client.query('SELECT text FROM note')
    expect(asked).toBe(0)
    await expect(client.query(commit)).rejects.toThrow(CUT)
    expect(await notes()).toEqual(['a'])
  })

  it('the same prepared statement, when it is cut the second time only', async () => {
    proxy.isCut = () => ++asked === 2
    const write = { name: 'write', text: 'INSERT INTO note VALUES ($1)' }
    await client.query({ ...write, values: ['a'] })
    await expect(client.query({ ...write, values: ['b'] })).rejects.toThrow(CUT)
    expect(await notes()).toEqual(['a', 'b'])
  })
})

describe('lets pass', () => {
  it('reads, and rows that are only locked', async () => {
    await client.query('SELECT text FROM note')
    await client.query('SELECT text FROM note FOR UPDATE SKIP LOCKED')
    await client.query('BEGIN')
    await client.query('SELECT $1::int', [1])
    await client.query('COMMIT')
    expect(asked).toBe(0)
  })

  it('writes that fail or are rolled back', async () => {
    await expect(client.query('INSERT INTO note VALUES (1, 2)')).rejects.toThrow('more expressions')
    await client.query('BEGIN')
    await client.query(`INSERT INTO note VALUES ('a')`)
    await client.query('ROLLBACK')
    await client.query('BEGIN')
    await client.query(`INSERT INTO note VALUES ('a')`)
    await expect(client.query('SELECT 1 / 0')).rejects.toThrow('division by zero')
    await client.query('COMMIT')
    expect(asked).toBe(0)
    expect(await notes()).toEqual([])
  })

  it('answers of any size', async () => {
    const { rows } = await client.query(`SELECT repeat('x', 1000) AS text FROM generate_series(1, 5000)`)
    expect(rows.length).toBe(5000)
  })
})

it('ends its clients with Postgres', async () => {
  const ended = new Promise((resolve) => client.once('end', resolve))
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  await direct.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
  await ended
})
