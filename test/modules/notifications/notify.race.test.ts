import { afterAll, beforeAll, expect, it } from 'vitest'
import { notify } from '../../../src/modules/notifications/index.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy } from './story.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
})
afterAll(() => server.close())

it('fifty transactions that each tell of a booking of their own do not disturb each other', async () => {
  const { key } = await buy(server)
  const copies = await server.seed.sql(
    `INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at)
     SELECT gen_random_uuid(), account_id, show_id, 'CANCELLED', seat_ids, seat_prices, total, currency, created_at, expires_at
     FROM booking, generate_series(1, 50) WHERE id = $1 RETURNING id`,
    [key],
  )
  let tries = 0
  const tell = (bookingId: string) =>
    server.services.db.transact(async (tx) => {
      tries++
      await notify(tx, { event: 'BOOKING_CANCELLED', bookingId })
    })
  await Promise.all(copies.map(({ id }: { id: string }) => tell(id)))
  expect(tries).toBe(50)
})
