import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
  confirmBooking,
  exchangeBooking,
  extendHold,
  holdSeats,
  releaseSeats,
  swapSeats,
  transferBooking,
  withdrawTransfer,
} from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'
import type { SeededShow } from '../../kit/seed.js'

type Answer = { __typename: string }

interface Scene {
  readonly show: SeededShow
  readonly seats: string[]
  readonly bookingId: string
  readonly otherId: string
  /** A code that accepts the booking. */
  readonly code: string
}

interface Operation {
  readonly name: string
  /** Whether its booking is paid, where it has one. */
  readonly isPaid: boolean
  send(client: Client, scene: Scene, key: { idempotencyKey: string }): Promise<Answer>
  /** The same with another input. */
  sendOther(client: Client, scene: Scene, key: { idempotencyKey: string }): Promise<Answer>
}

const OPERATIONS: readonly Operation[] = [
  {
    name: 'holdSeats',
    isPaid: false,
    send: (client, { show, seats }, key) => holdSeats(client, show, seats.slice(4, 6), key),
    sendOther: (client, { show, seats }, key) => holdSeats(client, show, seats.slice(5, 6), key),
  },
  {
    name: 'extendHold',
    isPaid: false,
    send: (client, { bookingId }, key) => extendHold(client, bookingId, key),
    sendOther: (client, { otherId }, key) => extendHold(client, otherId, key),
  },
  {
    name: 'releaseSeats',
    isPaid: false,
    send: (client, { bookingId }, key) => releaseSeats(client, bookingId, key),
    sendOther: (client, { bookingId, seats }, key) => releaseSeats(client, bookingId, { ...key, seatIds: [seats[0]] }),
  },
  {
    name: 'swapSeats',
    isPaid: false,
    send: (client, { bookingId, seats }, key) =>
      swapSeats(client, bookingId, { release: [seats[0]!], take: [seats[4]!], ...key }),
    sendOther: (client, { bookingId, seats }, key) =>
      swapSeats(client, bookingId, { release: [seats[1]!], take: [seats[4]!], ...key }),
  },
  {
    name: 'confirmBooking',
    isPaid: false,
    send: (client, { bookingId }, key) => confirmBooking(client, bookingId, key),
    sendOther: (client, { bookingId }, key) =>
      confirmBooking(client, bookingId, { ...key, contact: { email: 'other@example.org' } }),
  },
  {
    name: 'cancelBooking',
    isPaid: true,
    send: (client, { bookingId, seats }, key) => cancelBooking(client, bookingId, { ...key, seatIds: [seats[0]] }),
    sendOther: (client, { bookingId }, key) => cancelBooking(client, bookingId, key),
  },
  {
    name: 'exchangeBooking',
    isPaid: true,
    send: (client, { bookingId, seats }, key) =>
      exchangeBooking(client, bookingId, { ...key, seatIds: [seats[0], seats[1], seats[4]] }),
    sendOther: (client, { bookingId, seats }, key) =>
      exchangeBooking(client, bookingId, { ...key, seatIds: [seats[5]] }),
  },
  {
    name: 'transferBooking',
    isPaid: true,
    send: (client, { bookingId }, key) => transferBooking(client, bookingId, key),
    sendOther: (client, { bookingId }, key) => transferBooking(client, bookingId, { ...key, email: 'b@example.org' }),
  },
  {
    name: 'acceptTransfer',
    isPaid: true,
    send: (client, { code }, key) => acceptTransfer(client, code, key),
    sendOther: (client, _scene, key) => acceptTransfer(client, 'another code', key),
  },
  {
    name: 'withdrawTransfer',
    isPaid: true,
    send: (client, { bookingId }, key) => withdrawTransfer(client, bookingId, key),
    sendOther: (client, { otherId }, key) => withdrawTransfer(client, otherId, key),
  },
]

let server: PayingServer
let buyer: Client

beforeAll(async () => {
  server = await startPayingServer({ config: { accessTokenTtlSeconds: 14 * 24 * 3600 } })
})
afterAll(() => server.close())

/** Two bookings of the first four seats of a show, ready for the operation; the first of them is offered where it is paid. */
async function setScene({ isPaid }: Operation): Promise<Scene> {
  buyer = await server.signInAsGuest()
  const show = await server.seed.show({ seats: 6 })
  const seats = show.seatIds
  const [{ booking }, { booking: other }] = [
    await holdSeats(buyer, show, seats.slice(0, 2), { holdSeconds: 500 }),
    await holdSeats(buyer, show, seats.slice(2, 4), { holdSeconds: 500 }),
  ]
  const scene = { show, seats, bookingId: booking.id, otherId: other.id }
  if (!isPaid) return { ...scene, code: '' }
  await confirmBooking(buyer, booking.id)
  return { ...scene, code: (await transferBooking(buyer, booking.id)).code }
}

const keyed = (idempotencyKey: string) => ({ idempotencyKey })

describe.each(OPERATIONS)('$name', (operation) => {
  const { name, send, sendOther } = operation

  it('does it once, and gives the same answer to the same key', async () => {
    const scene = await setScene(operation)
    const first = await send(buyer, scene, keyed('twice'))
    expect(first.__typename).toMatch(/Success$/)
    expect(await refused(server, scene.show, () => send(buyer, scene, keyed('twice')))).toEqual(first)
  })

  it('does it once for many that come at once', async () => {
    const scene = await setScene(operation)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(buyer, scene, keyed('at once'))))
    const first = await refused(server, scene.show, () => send(buyer, scene, keyed('at once')))
    expect(first.__typename).toMatch(/Success$/)
    const late = answers.filter(({ __typename }) => __typename !== 'RequestInProgressError')
    expect(late).toEqual(late.map(() => first))
  })

  it('refuses the key with another input', async () => {
    const scene = await setScene(operation)
    const first = await send(buyer, scene, keyed('one input'))
    const other = await refused(server, scene.show, () => sendOther(buyer, scene, keyed('one input')))
    expect(other).toMatchObject({
      __typename: 'IdempotencyMismatchError',
      message: 'The idempotency key "one input" was used with another input: use a new key.',
    })
    expect(await send(buyer, scene, keyed('one input'))).toEqual(first)
  })

  it('takes the same key of another viewer for another one', async () => {
    const scene = await setScene(operation)
    const first = await send(buyer, scene, keyed('everybody’s'))
    const stranger = await server.signInAsGuest()
    const theirs = await refused(server, scene.show, () => send(stranger, scene, keyed('everybody’s')))
    expect(theirs.__typename).toMatch(/^(NotFound|SeatsUnavailable)Error$/)
    expect(await send(buyer, scene, keyed('everybody’s'))).toEqual(first)
  })

  it('takes the same key of another operation for another one', async () => {
    const scene = await setScene(operation)
    await holdSeats(buyer, await server.seed.show(), undefined, keyed('shared'))
    if (name === 'holdSeats') return
    expect((await send(buyer, scene, keyed('shared'))).__typename).toMatch(/Success$/)
  })

  it('takes keys of 255 characters, and none longer, nor an empty one', async () => {
    const scene = await setScene(operation)
    for (const key of ['k'.repeat(256), '🎟'.repeat(256), '']) {
      await refused(server, scene.show, () =>
        expect(send(buyer, scene, keyed(key))).rejects.toThrow('idempotencyKey has to have 1 to 255 characters.'),
      )
    }
    const longest = keyed('🎟'.repeat(255))
    const first = await send(buyer, scene, longest)
    expect(first.__typename).toMatch(/Success$/)
    expect(await send(buyer, scene, longest)).toEqual(first)
  })

  it('takes keys of random digits, and none that is a card number', async () => {
    const scene = await setScene(operation)
    await refused(server, scene.show, () =>
      expect(send(buyer, scene, keyed('4242 4242 4242 4242'))).rejects.toThrow('This looks like a card number.'),
    )
    expect((await send(buyer, scene, keyed('k0.5041044997159767'))).__typename).toMatch(/Success$/)
  })

  it('keeps the answer for 24 hours, and takes the key for a new one after that', async () => {
    const scene = await setScene(operation)
    await send(buyer, scene, keyed('a day'))
    server.clock.jump(24 * 3600 - 30)
    expect((await sendOther(buyer, scene, keyed('a day'))).__typename).toBe('IdempotencyMismatchError')
    server.clock.jump(31)
    const anew = await sendOther(buyer, scene, keyed('a day'))
    expect(anew.__typename).not.toMatch(/^(IdempotencyMismatch|RequestInProgress)Error$/)
    expect(await sendOther(buyer, scene, keyed('a day'))).toEqual(anew)
  })

  it('keeps a refusal as well', async () => {
    const scene = await setScene(operation)
    const stranger = await server.signInAsGuest()
    const key = keyed('refused')
    const wish = name === 'acceptTransfer' ? sendOther : send
    if (name === 'holdSeats') await holdSeats(buyer, scene.show, scene.seats.slice(4, 5))
    const refusal = await wish(stranger, scene, key)
    expect(refusal.__typename).toMatch(/^(NotFound|SeatsUnavailable)Error$/)
    expect(await refused(server, scene.show, () => wish(stranger, scene, key))).toEqual(refusal)
  })
})

describe('the same key while its request runs', () => {
  it.each(['confirmBooking', 'exchangeBooking'])('%s: is told to come back, and disturbs nothing', async (name) => {
    const operation = OPERATIONS.find((known) => known.name === name)!
    const scene = await setScene(operation)
    server.gateway.afterAuthorize = async () => {
      expect(await operation.send(buyer, scene, keyed('running'))).toMatchObject({
        __typename: 'RequestInProgressError',
        retryAfterSeconds: 2,
      })
      const other = await operation.sendOther(buyer, scene, keyed('running'))
      expect(other.__typename).toBe('IdempotencyMismatchError')
    }
    const first = await operation.send(buyer, scene, keyed('running'))
    expect(first.__typename).toMatch(/Success$/)
    expect(await operation.send(buyer, scene, keyed('running'))).toEqual(first)
  })

  it.each(['confirmBooking', 'exchangeBooking'])(
    '%s: is taken up again once its process is given up on',
    async (name) => {
      const operation = OPERATIONS.find((known) => known.name === name)!
      const scene = await setScene(operation)
      let second: Answer | null = null
      server.gateway.afterAuthorize = async () => {
        server.clock.jump(31)
        second = await operation.send(buyer, scene, keyed('taken up'))
      }
      const first = await operation.send(buyer, scene, keyed('taken up'))
      expect(first.__typename).toMatch(/Success$/)
      expect(second).toEqual(first)
    },
  )
})
