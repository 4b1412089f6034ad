import { afterAll, beforeAll, expect, it } from 'vitest'
import { confirmBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

it('fifty who pay at once for seats of one show all get them', async () => {
  const buyers = await Promise.all(Array.from({ length: 50 }, () => server.signInAsGuest()))
  const show = await server.seed.show({ seats: 50 })
  const held = await Promise.all(buyers.map((buyer, index) => holdSeats(buyer, show, [show.seatIds[index]!])))
  const answers = await Promise.all(buyers.map((buyer, index) => confirmBooking(buyer, held[index].booking.id)))
  for (const answer of answers) expect(answer.__typename).toBe('ConfirmBookingSuccess')
  expect(await seatCodes(buyers[0]!, show)).toBe('B'.repeat(50))
})
