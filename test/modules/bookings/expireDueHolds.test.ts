import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { holdSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer({ config: { maxHoldsPerShow: 1000 } })
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

const WATCH = `subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId status version } } }`
const STATUS = 'query ($id: ID!) { booking(id: $id) { status } }'

it('turns a hold EXPIRED and its seats AVAILABLE on the maps of those who watch, within two seconds of its time', async () => {
  const show = await server.seed.show({ seats: 2 })
  const watcher = server.anonymous.subscribe(WATCH, { id: show.id })
  await watcher.next()
  const { booking } = await holdSeats(buyer, show)
  expect((await watcher.next()).seatMapChanged.seats).toHaveLength(2)
  server.clock.jump(599)
  expect(await buyer.query(STATUS, { id: booking.id })).toEqual({ booking: { status: 'PENDING' } })
  const { seatMapChanged } = await watcher.next()
  const late = server.clock.now().getTime() - Date.parse(booking.expiresAt)
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(2_000)
  expect(seatMapChanged).toEqual({
    kind: 'DELTA',
    seats: show.seatIds.map((seatId) => ({ seatId, status: 'AVAILABLE', version: 2 })),
  })
  expect(await buyer.query(STATUS, { id: booking.id })).toEqual({ booking: { status: 'EXPIRED' } })
  await watcher.close()
})

it('ends more holds than one batch, and leaves those alone whose time has not come', async () => {
  const show = await server.seed.show({ seats: 260 })
  const later = await server.seed.show()
  const account = Buffer.from((await buyer.query('{ viewer { id } }')).viewer.id, 'base64url')
    .toString()
    .split(':')[1]
  const now = server.clock.now()
  await server.seed.sql(
    `WITH hold AS (
       INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at, slot)
       SELECT gen_random_uuid(), $1, $2, 'PENDING', ARRAY[seat_id], ARRAY[1000], 1000, 'EUR', $3, $4,
         row_number() OVER ()
       FROM show_seat WHERE show_id = $2 RETURNING id, seat_ids
     ) UPDATE show_seat SET status = 'HELD', held_until = $4, booking_id = hold.id FROM hold
       WHERE show_id = $2 AND seat_id = ANY(seat_ids)`,
    [account, show.key, now, new Date(now.getTime() + 1)],
  )
  await holdSeats(buyer, later)
  await expect.poll(() => seatCodes(buyer, show)).toBe('A'.repeat(260))
  expect(await seatCodes(buyer, later)).toBe('HHHH')
})
