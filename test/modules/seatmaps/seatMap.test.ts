import { afterAll, beforeAll, expect, it } from 'vitest'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const MAP = `query ($id: ID!) { seatMap(showId: $id) { cursor seatCodes legend { code status }
  rows { label seats { id label row number type isAccessible x y status price { amount currency } version } } } }`

it('lists the seats by row, from the screen backwards and from left to right', async () => {
  const show = await server.seed.show({ seats: 12, price: 850 })
  const { seatMap } = await server.anonymous.query(MAP, { id: show.id })
  expect(seatMap.rows.map(({ label, seats }: { label: string; seats: unknown[] }) => [label, seats.length])).toEqual([
    ['A', 10],
    ['B', 2],
  ])
  expect(seatMap.rows[1].seats[1]).toEqual({
    id: show.seatIds[11],
    label: 'B2',
    row: 'B',
    number: 2,
    type: 'REGULAR',
    isAccessible: false,
    x: 1,
    y: 1,
    status: 'AVAILABLE',
    price: { amount: '8.50', currency: 'EUR' },
    version: 0,
  })
})

it('tells the same by one character a seat, in the same order', async () => {
  const show = await server.seed.show({ seats: 12 })
  const buyer = await server.signInAsGuest()
  const { booking } = await holdSeats(buyer, show, [show.seatIds[0]!, show.seatIds[11]!])
  await confirmBooking(buyer, booking.id)
  await holdSeats(buyer, show, [show.seatIds[5]!])
  await server.seed.sql(`UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = $1 AND seat_id % 12 = 3 % 12`, [
    show.key,
  ])
  const { seatMap } = await server.anonymous.query(MAP, { id: show.id })
  const codes = new Map(seatMap.legend.map(({ code, status }: { code: string; status: string }) => [status, code]))
  const statuses = seatMap.rows.flatMap(({ seats }: { seats: { status: string }[] }) => seats.map((s) => s.status))
  expect(seatMap.seatCodes).toBe(statuses.map((status: string) => codes.get(status)).join(''))
  expect([...seatMap.seatCodes].sort().join('')).toBe('AAAAAAAABBHX')
  expect(Object.fromEntries(codes)).toEqual({ AVAILABLE: 'A', HELD: 'H', BOOKED: 'B', BLOCKED: 'X' })
})

it('is null for a show that does not exist, and for an id of something else', async () => {
  for (const id of ['nonsense', ...['Show:999999', 'Movie:1'].map((text) => Buffer.from(text).toString('base64url'))]) {
    expect(await server.anonymous.query(MAP, { id })).toEqual({ seatMap: null })
  }
})
