import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { acceptTransfer, confirmBooking, holdSeats, transferBooking, withdrawTransfer } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let owner: Client

beforeAll(async () => {
  server = await startServer()
  owner = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book() {
  const show = await server.seed.show({ seats: 2 })
  const { booking } = await holdSeats(owner, show)
  await confirmBooking(owner, booking.id)
  return { show, booking }
}

describe('WithdrawTransferSuccess', () => {
  it('takes the offer back: its code accepts nothing any more', async () => {
    const { show, booking } = await book()
    const { code } = await transferBooking(owner, booking.id)
    expect(await withdrawTransfer(owner, booking.id)).toEqual({
      __typename: 'WithdrawTransferSuccess',
      booking: { id: booking.id, transfer: null },
    })
    const friend = await server.signInAsGuest()
    expect((await refused(server, show, () => acceptTransfer(friend, code))).__typename).toBe('NotFoundError')
  })
})

describe('BookingStateError', () => {
  it('is returned where nothing is offered, or not any more', async () => {
    const { show, booking } = await book()
    const refusal = await refused(server, show, () => withdrawTransfer(owner, booking.id))
    expect(refusal).toMatchObject({
      __typename: 'BookingStateError',
      message: 'The booking is not offered to anybody.',
      booking: { id: booking.id, status: 'CONFIRMED' },
    })
    await transferBooking(owner, booking.id)
    await withdrawTransfer(owner, booking.id)
    const again = await refused(server, show, () => withdrawTransfer(owner, booking.id))
    expect(again.__typename).toBe('BookingStateError')
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else, whose offer stays', async () => {
    const { show, booking } = await book()
    const { code } = await transferBooking(owner, booking.id)
    const other = await server.signInAsGuest()
    expect((await refused(server, show, () => withdrawTransfer(other, booking.id))).__typename).toBe('NotFoundError')
    expect((await acceptTransfer(other, code)).__typename).toBe('AcceptTransferSuccess')
  })
})
