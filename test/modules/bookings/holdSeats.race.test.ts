import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

// Two processes' worth of servers on one database.
let servers: TestServer[]
let buyers: Client[]

beforeAll(async () => {
  const first = await startServer()
  servers = [first, await startServer({ beside: first })]
  buyers = await Promise.all(Array.from({ length: 40 }, (_, index) => servers[index % 2]!.signInAsGuest()))
})
afterAll(async () => {
  for (const server of servers.toReversed()) await server.close()
})

const names = (answers: { __typename: string }[]) => answers.map(({ __typename }) => __typename).sort()

describe('everyone wants the same seats', () => {
  it('one gets them, all others are told that they are gone', async () => {
    const show = await servers[0]!.seed.show({ seats: 4 })
    const answers = await Promise.all(buyers.map((buyer) => holdSeats(buyer, show)))
    expect(names(answers)).toEqual(['HoldSeatsSuccess', ...Array(39).fill('SeatsUnavailableError')].sort())
    expect(await seatCodes(buyers[0]!, show)).toBe('HHHH')
  })

  it('overlapping wishes are met whole or not at all', async () => {
    const show = await servers[0]!.seed.show({ seats: 30 })
    const wishes = buyers.map((buyer, index) => ({ buyer, seats: show.seatIds.slice(index % 28, (index % 28) + 3) }))
    const answers = await Promise.all(wishes.map(({ buyer, seats }) => holdSeats(buyer, show, seats)))
    const won = answers.filter(({ __typename }) => __typename === 'HoldSeatsSuccess')
    const rows = await servers[0]!.seed.sql(
      `SELECT booking_id, count(*)::int AS seats FROM show_seat WHERE show_id = $1 AND status = 'HELD' GROUP BY 1`,
      [show.key],
    )
    expect(rows.map(({ seats }: { seats: number }) => seats)).toEqual(won.map(() => 3))
    expect(won.length).toBeGreaterThan(0)
  })

  it('seats that nobody else wants are all held, each in its turn', async () => {
    const show = await servers[0]!.seed.show({ seats: 80 })
    const answers = await Promise.all(
      buyers.map((buyer, index) => holdSeats(buyer, show, show.seatIds.slice(index * 2, index * 2 + 2))),
    )
    expect(new Set(names(answers))).toEqual(new Set(['HoldSeatsSuccess']))
    expect(await seatCodes(buyers[0]!, show)).toBe('H'.repeat(80))
  })
})

describe('the same request at once', () => {
  it('gives one hold and the same answer to all', async () => {
    const show = await servers[0]!.seed.show({ seats: 3 })
    const { token } = buyers[0]!
    const twins = servers.flatMap(({ url }) => Array.from({ length: 8 }, () => ({ url, token })))

    const answers = await Promise.all(
      twins.map(({ url, token }) =>
        holdSeats(createClient(url, token), show, show.seatIds, { idempotencyKey: 'twin' }),
      ),
    )
    expect(answers[0].__typename).toBe('HoldSeatsSuccess')
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await servers[0]!.seed.sql('SELECT count(*)::int FROM booking WHERE show_id = $1', [show.key])).toEqual([
      { count: 1 },
    ])
  })
})

describe('holds that are over', () => {
  it('do not count, though several come at once to take their place', async () => {
    const buyer = buyers[0]!
    const show = await servers[0]!.seed.show({ seats: 10 })
    await Promise.all(show.seatIds.slice(0, 5).map((seatId) => holdSeats(buyer, show, [seatId])))
    servers[0]!.clock.jump(600)
    const answers = await Promise.all(show.seatIds.slice(5).map((seatId) => holdSeats(buyer, show, [seatId])))
    expect(names(answers)).toEqual(Array(5).fill('HoldSeatsSuccess'))
  })
})
