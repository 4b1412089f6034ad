import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
  confirmBooking,
  holdSeats,
  transferBooking,
  withdrawTransfer,
} from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let owner: Client
let friend: Client

beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  owner = await server.signInAsGuest()
  friend = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book(options = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(owner, show)
  await confirmBooking(owner, booking.id)
  return { show, booking }
}

describe('TransferBookingSuccess', () => {
  it('gives a code, and leaves the booking the owner’s until it is accepted', async () => {
    const { booking } = await book()
    const offer = await transferBooking(owner, booking.id, { email: ' friend@example.org ' })
    expect(offer).toEqual({
      __typename: 'TransferBookingSuccess',
      code: expect.stringMatching(/^[\w-]{32}$/),
      booking: { id: booking.id, status: 'CONFIRMED', transfer: { email: 'friend@example.org' } },
    })
    const seen = 'query ($id: ID!) { booking(id: $id) { id } }'
    expect((await owner.query(seen, booking)).booking).toEqual({ id: booking.id })
    expect((await friend.query(seen, booking)).booking).toBeNull()
    const [{ code_hash: hash }] = await server.seed.sql(
      'SELECT code_hash FROM booking_transfer WHERE booking_id = $1',
      [keyOf(booking.id)],
    )
    expect(hash).toBe(createHash('sha256').update(offer.code).digest('hex'))
  })

  it('ends an earlier offer: its code accepts nothing', async () => {
    const { show, booking } = await book()
    const [first, second] = [await transferBooking(owner, booking.id), await transferBooking(owner, booking.id)]
    expect((await refused(server, show, () => acceptTransfer(friend, first.code))).__typename).toBe('NotFoundError')
    expect((await acceptTransfer(friend, second.code)).__typename).toBe('AcceptTransferSuccess')
  })
})

describe('an offer that nobody has accepted', () => {
  it('waits no longer once the show has begun', async () => {
    const { booking } = await book({ startsInSeconds: 600 })
    await transferBooking(owner, booking.id)
    const asked = 'query ($id: ID!) { booking(id: $id) { transfer { email } } }'
    const read = async () => (await owner.query(asked, { id: booking.id })).booking.transfer
    server.clock.jump(500)
    expect(await read()).toEqual({ email: 'friend@example.org' })
    server.clock.jump(100)
    expect(await read()).toBeNull()
  })
})

describe('BookingStateError', () => {
  it('is returned for a hold, and for what is cancelled', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(owner, show)
    const offer = () => transferBooking(owner, booking.id)
    expect(await refused(server, show, offer)).toMatchObject({
      __typename: 'BookingStateError',
      booking: { status: 'PENDING' },
    })
    await confirmBooking(owner, booking.id)
    await cancelBooking(owner, booking.id)
    expect(await refused(server, show, offer)).toMatchObject({ booking: { status: 'CANCELLED' } })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking } = await book({ startsInSeconds: 60 })
    server.clock.jump(60)
    const refusal = await refused(server, show, () => transferBooking(owner, booking.id))
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { status: 'STARTED' } })
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else', async () => {
    const { show, booking } = await book()
    expect((await refused(server, show, () => transferBooking(friend, booking.id))).__typename).toBe('NotFoundError')
  })

  it('is returned to who had the booking, once it is accepted', async () => {
    const { show, booking } = await book()
    await acceptTransfer(friend, (await transferBooking(owner, booking.id)).code)
    for (const wish of [transferBooking, withdrawTransfer, cancelBooking]) {
      expect((await refused(server, show, () => wish(owner, booking.id))).__typename).toBe('NotFoundError')
    }
  })
})

describe('bad input', () => {
  it.each(['', 'nobody', 'a@b', `${'a'.repeat(250)}@example.org`])('is refused: %j as an address', async (email) => {
    const { show, booking } = await book()
    await refused(server, show, () =>
      expect(transferBooking(owner, booking.id, { email })).rejects.toThrow('BAD_USER_INPUT'),
    )
  })
})
