import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import type { Client } from '../../kit/client.js'
import { cancelBooking, confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import { listContradictions, readLog, seatKeyOf } from '../../kit/seatLog.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client
let account: string
let databaseUser: string

beforeAll(async () => {
  server = await startServer({ config: { maxHoldsPerShow: 1000 } })
  buyer = await server.signInAsGuest()
  account = fromGlobalId((await buyer.query('{ viewer { id } }')).viewer.id)!.key
  databaseUser = (await sql('SELECT session_user AS name'))[0].name
})
afterAll(() => server.close())

const sql = (text: string, values?: unknown[]) => server.seed.sql(text, values)
const count = async (show: SeededShow) => (await readLog(server.seed, show)).length
const keyOf = (id: string) => fromGlobalId(id)!.key

describe('each operation', () => {
  it('leaves a row for each seat that it changes: who, what, before, after, booking and cause', async () => {
    const show = await server.seed.show({ seats: 1 })
    const events: object[] = []
    const expectEvent = async (before: string, after: string, more: object) => {
      events.push({ seat: seatKeyOf(show, 0), version: events.length + 1, before, after, ...more })
      expect(await readLog(server.seed, show)).toEqual(events)
    }

    const first = (await holdSeats(buyer, show)).booking.id
    await expectEvent('AVAILABLE', 'HELD', { actor: account, cause: 'holdSeats', booking: keyOf(first) })
    await releaseSeats(buyer, first)
    await expectEvent('HELD', 'AVAILABLE', { actor: account, cause: 'releaseSeats', booking: keyOf(first) })
    const second = (await holdSeats(buyer, show)).booking.id
    await expectEvent('AVAILABLE', 'HELD', { actor: account, cause: 'holdSeats', booking: keyOf(second) })
    await confirmBooking(buyer, second)
    await expectEvent('HELD', 'BOOKED', { actor: account, cause: 'confirmBooking', booking: keyOf(second) })
    await cancelBooking(buyer, second)
    await expectEvent('BOOKED', 'AVAILABLE', { actor: account, cause: 'cancelBooking', booking: keyOf(second) })
    const third = (await holdSeats(buyer, show)).booking.id
    await expectEvent('AVAILABLE', 'HELD', { actor: account, cause: 'holdSeats', booking: keyOf(third) })
    server.clock.jump(601)
    await expect.poll(() => seatCodes(buyer, show)).toBe('A')
    await expectEvent('HELD', 'AVAILABLE', { actor: 'system', cause: 'expireHolds', booking: keyOf(third) })
  })

  it('leaves one for each change of a hold or a booking as well', async () => {
    const show = await server.seed.show({ seats: 2 })
    const [first, second] = show.seatIds
    const { booking } = await holdSeats(buyer, show, [first!], { holdSeconds: 300 })
    const run = async (name: string, input: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
      const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`
      const answer = await buyer.query(document, {
        input: { bookingId: booking.id, idempotencyKey: randomUUID(), ...input },
      })
      expect(answer).toEqual({ [name]: { __typename: `${type}Success` } })
    }
    await run('extendHold', {})
    await run('swapSeats', { releaseSeatIds: [first], takeSeatIds: [second] })
    await confirmBooking(buyer, booking.id)
    await run('exchangeBooking', { seatIds: [first] })
    const causesOf = async (index: number) => {
      const events = await readLog(server.seed, show)
      const own = events.filter(({ seat }: { seat: number }) => seat === seatKeyOf(show, index))
      expect(own.map(({ actor }: { actor: string }) => actor)).toEqual(own.map(() => account))
      return own.map(({ cause, after }: { cause: string; after: string }) => [cause, after])
    }
    expect(await causesOf(0)).toEqual([
      ['holdSeats', 'HELD'],
      ['extendHold', 'HELD'],
      ['swapSeats', 'AVAILABLE'],
      ['exchangeBooking', 'BOOKED'],
    ])
    expect(await causesOf(1)).toEqual([
      ['swapSeats', 'HELD'],
      ['confirmBooking', 'BOOKED'],
      ['exchangeBooking', 'AVAILABLE'],
    ])
  })

  it('leaves nothing when it is refused', async () => {
    const show = await server.seed.show({ seats: 2 })
    await holdSeats(buyer, show, [show.seatIds[0]!])
    const { __typename } = await holdSeats(await server.signInAsGuest(), show)
    expect(__typename).toBe('SeatsUnavailableError')
    expect(await count(show)).toBe(1)
  })

  it('does not lend its name to what another transaction does on the same connection', async () => {
    const show = await server.seed.show({ seats: 2 })
    await holdSeats(buyer, show, [show.seatIds[0]!])
    const change = `UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = ${show.key} AND seat_id = ${seatKeyOf(show, 1)}`
    await Promise.all(
      Array.from({ length: 16 }, () => server.services.db.transact((tx) => tx.$executeRawUnsafe(change))),
    )
    expect((await readLog(server.seed, show)).at(-1)).toMatchObject({ actor: databaseUser, cause: 'sql' })
  })
})

describe('a change by hand', () => {
  it('is told as such', async () => {
    const show = await server.seed.show({ seats: 1 })
    await sql(`UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = $1`, [show.key])
    expect(await readLog(server.seed, show)).toMatchObject([
      { before: 'AVAILABLE', after: 'BLOCKED', actor: databaseUser, cause: 'sql', booking: null, version: 1 },
    ])
  })

  it('is logged also where triggers are switched off', async () => {
    const show = await server.seed.show({ seats: 1 })
    await sql(
      `SET session_replication_role = replica; UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = ${show.key};
       RESET session_replication_role`,
    )
    expect(await readLog(server.seed, show)).toMatchObject([{ before: 'AVAILABLE', after: 'BLOCKED', version: 1 }])
  })

  it('is logged also where a temporary table has the name of the log', async () => {
    const show = await server.seed.show({ seats: 1 })
    await sql(
      `CREATE TEMPORARY TABLE seat_event (LIKE public.seat_event INCLUDING ALL);
       UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = ${show.key}; DROP TABLE pg_temp.seat_event`,
    )
    expect(await count(show)).toBe(1)
  })

  it('is logged change by change, also within one transaction, or within one statement', async () => {
    const show = await server.seed.show({ seats: 2 })
    await sql(
      `BEGIN; UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = ${show.key};
       UPDATE show_seat SET status = 'AVAILABLE' WHERE show_id = ${show.key}; COMMIT;
       WITH a AS (UPDATE show_seat SET price = 1 WHERE show_id = ${show.key} AND seat_id = ${seatKeyOf(show, 0)})
       UPDATE show_seat SET price = 2 WHERE show_id = ${show.key} AND seat_id = ${seatKeyOf(show, 1)}`,
    )
    const events = await readLog(server.seed, show)
    expect(events.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 1, 2, 3])
  })

  it('leaves nothing when it is rolled back, or changes nothing', async () => {
    const show = await server.seed.show({ seats: 1 })
    await sql(`BEGIN; UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = ${show.key}; ROLLBACK;
      UPDATE show_seat SET status = status, held_until = held_until WHERE show_id = ${show.key}`)
    expect(await count(show)).toBe(0)
    expect(await sql('SELECT version FROM show_seat WHERE show_id = $1', [show.key])).toEqual([{ version: 0 }])
  })

  it('counts when only the end of a hold, or the price, or the version changes', async () => {
    const show = await server.seed.show({ seats: 1 })
    await holdSeats(buyer, show)
    for (const change of [`held_until = held_until + interval '1 minute'`, 'price = price + 1', 'version = 99']) {
      await sql(`UPDATE show_seat SET ${change} WHERE show_id = $1`, [show.key])
    }
    const events = await readLog(server.seed, show)
    expect(events.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4])
  })
})

describe('a seat that comes or goes', () => {
  it('leaves a row when it begins otherwise than free, by COPY as well', async () => {
    const show = await server.seed.show({ seats: 3 })
    const [{ copy }] = await sql(`SELECT string_agg(show_id || ',' || seat_id || ',1000,BLOCKED', E'\\n') AS copy
      FROM show_seat WHERE show_id = ${show.key}`)
    await sql(`DELETE FROM show_seat WHERE show_id = $1`, [show.key])
    await sql(
      `COPY show_seat (show_id, seat_id, price, status) FROM PROGRAM 'printf "${copy.replaceAll('\n', '\\n')}"' (FORMAT csv)`,
    )
    const events = await readLog(server.seed, show)
    expect(events.filter(({ before }: { before: string }) => before === null)).toMatchObject(
      show.seatIds.map(() => ({ after: 'BLOCKED', cause: 'sql' })),
    )
  })

  it('leaves a row when it is deleted, and may come again', async () => {
    const show = await server.seed.show({ seats: 1 })
    await holdSeats(buyer, show)
    await sql('DELETE FROM show_seat WHERE show_id = $1', [show.key])
    await sql('INSERT INTO show_seat (show_id, seat_id, price) VALUES ($1, $2, 1000)', [show.key, seatKeyOf(show, 0)])
    await holdSeats(buyer, show)
    expect(await readLog(server.seed, show)).toMatchObject([
      { before: 'AVAILABLE', after: 'HELD', version: 1 },
      { before: 'HELD', after: null, version: 2 },
      { before: 'AVAILABLE', after: 'HELD', version: 1 },
    ])
  })
})

describe('the log', () => {
  it.each([
    'UPDATE seat_event SET cause = cause',
    'DELETE FROM seat_event',
    'TRUNCATE seat_event',
    'TRUNCATE show_seat',
    'INSERT INTO seat_event (show_id, seat_id, version) VALUES (1, 1, 1)',
    `UPDATE show_seat SET seat_id = -seat_id`,
  ])('refuses %s, also where triggers are switched off', async (statement) => {
    await holdSeats(buyer, await server.seed.show())
    const before = await sql('SELECT count(*) FROM seat_event')
    for (const role of ['origin', 'replica']) {
      await expect(sql(`BEGIN; SET LOCAL session_replication_role = ${role}; ${statement}`)).rejects.toThrow(
        'is refused',
      )
      await sql('ROLLBACK')
    }
    expect(await sql('SELECT count(*) FROM seat_event')).toEqual(before)
  })

  it('gives the present state when it is replayed, after a storm of all that can happen at once', async () => {
    const show = await server.seed.show({ seats: 20 })
    const buyers = await Promise.all(Array.from({ length: 12 }, () => server.signInAsGuest()))
    const steps = [releaseSeats, confirmBooking, async () => {}, cancelAfterwards]
    await Promise.all(
      buyers.map(async (client, index) => {
        for (let round = 0; round < 8; round++) {
          const start = (index * 5 + round * 7) % 18
          const { booking } = await holdSeats(client, show, show.seatIds.slice(start, start + 1 + (round % 3)))
          if (booking !== undefined) await steps[(index + round) % steps.length]!(client, booking.id)
          if (index === 0 && round % 4 === 3) server.clock.jump(601)
        }
      }),
    )
    server.clock.jump(601)
    await expect.poll(() => seatCodes(buyer, show)).not.toContain('H')
    const events = await readLog(server.seed, show)
    const causes = new Set(events.map(({ cause }: { cause: string }) => cause))
    expect([...causes].sort()).toEqual(['cancelBooking', 'confirmBooking', 'expireHolds', 'holdSeats', 'releaseSeats'])
    expect(await listContradictions(server.seed)).toEqual([])
  })
})

async function cancelAfterwards(client: Client, bookingId: string): Promise<void> {
  await confirmBooking(client, bookingId)
  await cancelBooking(client, bookingId)
}
