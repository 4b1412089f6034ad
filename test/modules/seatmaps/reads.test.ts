import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats, releaseSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

// Two servers on one database that do not hear of each other.
let here: TestServer
let there: TestServer
let buyer: Client
let buyerThere: Client

beforeAll(async () => {
  here = await startServer({ isAlone: true, config: { workJobs: false } })
  there = await startServer({ beside: here, isAlone: true, config: { workJobs: false } })
  buyer = await here.signInAsGuest()
  buyerThere = await there.signInAsGuest()
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const READ = `query ($id: ID!) { seatMap(showId: $id) { seatCodes rows { seats { price { amount } } } }
  show(id: $id) { availability { total available held booked } } }`

async function read(client: Client, { id }: SeededShow) {
  const { seatMap, show } = await client.query(READ, { id })
  return [seatMap.seatCodes, show.availability]
}

const available = (total: number) => ({ total, available: total, held: 0, booked: 0 })

describe('who is signed in', () => {
  it('sees each change as soon as it was answered, also by a server that did not hear of it', async () => {
    const show = await here.seed.show({ seats: 3 })
    expect(await read(buyerThere, show)).toEqual(['AAA', available(3)])
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
    expect(await read(buyerThere, show)).toEqual(['HHA', { total: 3, available: 1, held: 2, booked: 0 }])
    await releaseSeats(buyer, booking.id, { seatIds: show.seatIds.slice(0, 1) })
    expect(await read(buyerThere, show)).toEqual(['AHA', { total: 3, available: 2, held: 1, booked: 0 }])
    await confirmBooking(buyer, booking.id)
    expect(await read(buyerThere, show)).toEqual(['ABA', { total: 3, available: 2, held: 0, booked: 1 }])
  })

  it('sees what was changed by hand: prices, and seats that were added', async () => {
    const show = await here.seed.show({ seats: 2 })
    await read(buyer, show)
    await here.seed.sql('UPDATE show_seat SET price = 1250 WHERE show_id = $1', [show.key])
    const { seatMap } = await buyer.query(READ, { id: show.id })
    expect(seatMap.rows[0].seats).toEqual(Array(2).fill({ price: { amount: '12.50' } }))
    await here.seed.sql(
      `INSERT INTO show_seat (show_id, seat_id, price)
       SELECT $1, id, 900 FROM seat WHERE id NOT IN (SELECT seat_id FROM show_seat WHERE show_id = $1) LIMIT 1`,
      [show.key],
    )
    expect(await read(buyer, show)).toEqual(['AAA', available(3)])
  })
})

describe('who is not signed in', () => {
  it('sees what this server has done at once, and what another one has done within two seconds', async () => {
    const show = await here.seed.show({ seats: 2 })
    for (const server of [here, there]) expect(await read(server.anonymous, show)).toEqual(['AA', available(2)])
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    const held = ['HA', { total: 2, available: 1, held: 1, booked: 0 }]
    expect(await read(here.anonymous, show)).toEqual(held)
    await expect.poll(() => read(there.anonymous, show), { timeout: 2_000 }).toEqual(held)
  })

  it('costs a look or two into the database a second, however many they are', async () => {
    const show = await here.seed.show({ seats: 2 })
    await read(here.anonymous, show)
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const began = performance.now()
    await Promise.all(Array.from({ length: 100 }, () => read(here.anonymous, show)))
    const seconds = Math.ceil((performance.now() - began) / 1000)
    const texts = sent.mock.calls.map(([config]) => (config as unknown as pg.QueryConfig).text ?? '')
    sent.mockRestore()
    const ofSeats = texts.filter((text) => text.startsWith('/* seatmaps.'))
    expect(ofSeats.length).toBeLessThanOrEqual(2 * seconds)
  })
})
