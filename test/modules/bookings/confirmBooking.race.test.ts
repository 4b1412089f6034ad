import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAgreement, keyOf, netPaid, readBooking } from '../../kit/books.js'
import { createClient } from '../../kit/client.js'
import { confirmBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'

const ROUNDS = 20
let server: PayingServer
let second: PayingServer

beforeAll(async () => {
  server = await startPayingServer()
  second = await startPayingServer({ beside: server })
})
afterAll(async () => {
  await second.close()
  await server.close()
})

it('fifty who pay at once for seats of one show all get them', async () => {
  const buyers = await Promise.all(Array.from({ length: 50 }, () => server.signInAsGuest()))
  const show = await server.seed.show({ seats: 50 })
  const held = await Promise.all(buyers.map((buyer, index) => holdSeats(buyer, show, [show.seatIds[index]!])))
  const answers = await Promise.all(buyers.map((buyer, index) => confirmBooking(buyer, held[index].booking.id)))
  for (const answer of answers) expect(answer.__typename).toBe('ConfirmBookingSuccess')
  expect(await seatCodes(buyers[0]!, show)).toBe('B'.repeat(50))
})

const nameOf = ({ __typename }: { __typename: string }) => __typename
/** The answers that tell of a payment of one's own, and whether the key that has each has begun one. */
const TOLD = `SELECT answer->>'__typename' AS name, payment.id IS NOT NULL AS "hasPaid" FROM idempotency_record record
  LEFT JOIN payment ON payment.id = work_id
  WHERE record.account_id = (SELECT account_id FROM booking WHERE id = $1) AND operation = 'confirmBooking'
    AND answer->>'__typename' IN ('PartialPaymentSuccess', 'PaymentGivenUpError')`

it('four who pay for one booking at once are told of payments of their own alone', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const buyer = await server.signInAsGuest()
    const twin = createClient(second.url, buyer.token)
    const show = await server.seed.show({ seats: 2, price: 850 })
    const { booking } = await holdSeats(buyer, show)
    const parts = ['10', '10', '5', null].map((amount, index) => {
      const payment = { method: 'CARD', token: 'pm_card_visa', amount }
      return () => confirmBooking(index % 2 ? twin : buyer, booking.id, { payment, idempotencyKey: `${index}` })
    })
    await Promise.all(parts.map((pay) => pay()))
    for (const { name, hasPaid } of await server.seed.sql(TOLD, [keyOf(booking.id)])) {
      expect({ name, hasPaid }).toEqual({ name, hasPaid: true })
    }
    for (const pay of parts) expect(nameOf(await pay())).not.toBe('RequestInProgressError')
    const { status } = await readBooking(server, booking.id)
    if (status === 'PENDING') expect(nameOf(await confirmBooking(twin, booking.id))).toBe('ConfirmBookingSuccess')
    await expect.poll(() => netPaid(server, booking.id), { timeout: 15_000 }).toBe(1700)
  }
  await expectAgreement(server)
}, 60_000)
