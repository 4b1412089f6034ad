import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledger, refused } from '../../kit/books.js'
import { type Client, createClient } from '../../kit/client.js'
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

async function offer(options = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(owner, show)
  const paid = { idempotencyKey: 'paid' }
  await confirmBooking(owner, booking.id, paid)
  const { code } = await transferBooking(owner, booking.id, { idempotencyKey: 'offered' })
  return { show, booking, code: code as string }
}

const readBookings = async (client: Client) =>
  (await client.query('{ viewer { bookings { nodes { id } } } }')).viewer.bookings.nodes

describe('AcceptTransferSuccess', () => {
  it('makes the booking the viewer’s, with its seats', async () => {
    const { show, booking, code } = await offer()
    expect(await acceptTransfer(friend, code)).toEqual({
      __typename: 'AcceptTransferSuccess',
      booking: {
        id: booking.id,
        status: 'CONFIRMED',
        transfer: null,
        seats: show.seatIds.map((id) => ({ seat: { id } })),
      },
    })
    expect(await readBookings(friend)).toEqual([{ id: booking.id }])
    expect(await readBookings(owner)).toEqual([])
  })

  it('does not tell what was paid before', async () => {
    const { booking, code } = await offer()
    await acceptTransfer(friend, code)
    const asked = 'query ($id: ID!) { booking(id: $id) { total { amount } payment { id } payments { id } } }'
    const read = await friend.query(asked, { id: booking.id })
    expect(read.booking).toEqual({ total: { amount: '20.00' }, payment: null, payments: [] })
  })

  it('leaves what was paid with who has paid: a refund goes there', async () => {
    const { booking, code } = await offer()
    await acceptTransfer(friend, code)
    expect(await cancelBooking(friend, booking.id)).toMatchObject({ refund: { amount: '20.00' } })
    await expect.poll(() => ledger(server, booking.id)).toMatchObject([{ captured: true, refunded: 2000 }])
  })

  it('hides the booking from who had it, whatever is sent again', async () => {
    const { booking, code } = await offer()
    await acceptTransfer(friend, code)
    const again = [
      await confirmBooking(owner, booking.id, { idempotencyKey: 'paid' }),
      await transferBooking(owner, booking.id, { idempotencyKey: 'offered' }),
    ]
    expect(again).toEqual(Array(2).fill({ __typename: 'NotFoundError', message: 'You have no such booking.' }))
  })

  it('can be offered on', async () => {
    const { booking, code } = await offer()
    await acceptTransfer(friend, code)
    const back = await transferBooking(friend, booking.id)
    expect((await acceptTransfer(owner, back.code)).__typename).toBe('AcceptTransferSuccess')
    expect(await readBookings(owner)).toEqual([{ id: booking.id }])
  })
})

describe('NotFoundError', () => {
  it('is returned for a code that there is not, and one that was accepted or taken back', async () => {
    const { show, booking, code } = await offer()
    await acceptTransfer(friend, code)
    const { code: withdrawn } = await transferBooking(friend, booking.id)
    await withdrawTransfer(friend, booking.id)
    const stranger = await server.signInAsGuest()
    for (const useless of [code, withdrawn, 'nonsense', '']) {
      const refusal = await refused(server, show, () => acceptTransfer(stranger, useless))
      expect(refusal.__typename).toBe('NotFoundError')
    }
  })

  it.each([
    ['cancelled', {}],
    ['cancelled in part', { seats: 3 }],
  ])('is returned when the booking was %s since: it is not what was offered', async (what, options) => {
    const { show, booking, code } = await offer(options)
    await cancelBooking(owner, booking.id, what === 'cancelled' ? {} : { seatIds: [show.seatIds[0]] })
    expect((await refused(server, show, () => acceptTransfer(friend, code))).__typename).toBe('NotFoundError')
  })
})

describe('ShowClosedError', () => {
  it.each(['STARTED', 'CANCELLED'])('is returned when the show is %s', async (status) => {
    const { show, code } = await offer({ startsInSeconds: 60 })
    if (status === 'CANCELLED') await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    else server.clock.jump(60)
    const refusal = await refused(server, show, () => acceptTransfer(friend, code))
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { status } })
  })
})

describe('TransferClosedError', () => {
  it('is returned once the show is over', async () => {
    const { show, code } = await offer({ startsInSeconds: 60, runsForSeconds: 60 })
    server.clock.jump(120)
    expect(await refused(server, show, () => acceptTransfer(friend, code))).toEqual({
      __typename: 'TransferClosedError',
      message: 'The booking is completed: that cannot be done with it any more.',
    })
  })
})

describe('RateLimitedError', () => {
  it('is given after too many wrong codes, each alias counted, and nothing is changed', async () => {
    const strict = await startServer({ config: { wrongCodesPerMinute: 3 }, beside: server })
    const guesser = createClient(strict.url, friend.token)
    const { booking, code } = await offer()
    const fields = Array.from({ length: 5 }, (_, n) => {
      const input = `{ code: "guess ${n}", idempotencyKey: "guess ${n}" }`
      return `a${n}: acceptTransfer(input: ${input}) { __typename ... on RateLimitedError { message retryAfterSeconds } }`
    })
    const answers = Object.values(await guesser.query(`mutation { ${fields.join(' ')} }`))
    const limited = { __typename: 'RateLimitedError', retryAfterSeconds: expect.any(Number) }
    expect(answers).toMatchObject([...Array(3).fill({ __typename: 'NotFoundError' }), limited, limited])
    expect(await acceptTransfer(guesser, code)).toMatchObject({ __typename: 'RateLimitedError' })
    expect(await readBookings(friend)).toEqual([])
    expect(await readBookings(owner)).toEqual([{ id: booking.id }])
    expect(await acceptTransfer(friend, code)).toMatchObject({ __typename: 'AcceptTransferSuccess' })
    await strict.close()
  })

  it('is given to codes that are tried at once, too', async () => {
    const strict = await startServer({ config: { wrongCodesPerMinute: 3 }, beside: server })
    const guesser = createClient(strict.url, (await server.signInAsGuest()).token)
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => acceptTransfer(guesser, `guess ${n}`)))
    const tried = answers.filter(({ __typename }) => __typename === 'NotFoundError')
    expect(tried).toHaveLength(3)
    await strict.close()
  })

  it('is given to an address with many accounts, too', async () => {
    const strict = await startServer({ config: { wrongCodesPerMinute: 1, trustProxy: 1 }, beside: server })
    const tryCode = async (address: string) => {
      const { token } = await server.signInAsGuest()
      return acceptTransfer(createClient(strict.url, token, { 'x-forwarded-for': address }), 'a guess')
    }
    for (let times = 0; times < 5; times++) {
      expect(await tryCode('198.51.100.1')).toMatchObject({ __typename: 'NotFoundError' })
    }
    expect(await tryCode('198.51.100.1')).toMatchObject({ __typename: 'RateLimitedError' })
    expect(await tryCode('198.51.100.2')).toMatchObject({ __typename: 'NotFoundError' })
    await strict.close()
  })
})
