import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelBooking } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, checkInTicket, hireUsher, writtenTickets } from './boxOffice.js'

let north: TestServer
let south: TestServer

beforeAll(async () => {
  north = await startServer()
  south = await startServer({ beside: north })
})
afterAll(async () => {
  await south.close()
  await north.close()
})

it('admits once when many scanners of two servers read the same ticket at once', async () => {
  const { show, bookingId, tickets } = await buy(north, { seats: 1, startsInSeconds: 6 * 3600 })
  const ushers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => hireUsher(index % 2 === 0 ? north : south, show)),
  )
  const answers = await Promise.all(
    ushers.map((usher, index) => checkInTicket(usher, tickets[0]!.code, { gate: `gate ${index}` })),
  )
  const admitted = answers.filter(({ __typename }) => __typename === 'CheckInTicketSuccess')
  expect(admitted).toHaveLength(1)
  const gate = `gate ${answers.indexOf(admitted[0])}`
  const refused = answers.filter((answer) => answer !== admitted[0])
  for (const refusal of refused) expect(refusal).toMatchObject({ __typename: 'TicketAlreadyUsedError', gate })
  expect(await writtenTickets(north, bookingId)).toEqual([{ status: 'USED', gate, isUsed: true }])
})

it('either admits or cancels when a ticket is scanned while its booking is cancelled', async () => {
  for (let round = 0; round < 10; round++) {
    const { buyer, show, bookingId, tickets } = await buy(north, { seats: 1, startsInSeconds: 6 * 3600 })
    const usher = await hireUsher(south, show)
    const [scan, cancelled] = await Promise.all([
      checkInTicket(usher, tickets[0]!.code),
      cancelBooking(buyer, bookingId),
    ])
    const names = [scan.__typename, cancelled.__typename]
    expect([
      ['CheckInTicketSuccess', 'BookingStateError'],
      ['TicketVoidError', 'CancelBookingSuccess'],
    ]).toContainEqual(names)
  }
})
