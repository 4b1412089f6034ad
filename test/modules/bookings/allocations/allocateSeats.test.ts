import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../../src/lib/globalId.js'
import { accountKeyOf } from '../../../kit/appoint.js'
import { refused } from '../../../kit/books.js'
import type { Client } from '../../../kit/client.js'
import { holdSeats, seatCodes } from '../../../kit/operations.js'
import { listContradictions, readLog, seatKeyOf } from '../../../kit/seatLog.js'
import { startServer, type TestServer } from '../../../kit/server.js'
import { hireUsher } from '../../tickets/boxOffice.js'
import {
  addPartner,
  allocateSeats,
  countAllocations,
  idsOf,
  inAnHour,
  orderOf,
  refusalOf,
  stage,
  stageAllocated,
} from './staging.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

describe('AllocateSeatsSuccess', () => {
  it('keeps the seats that are named for the partner, and the log tells who did so', async () => {
    const { show, usher, partner } = await stage(server)
    const answer = await allocateSeats(usher, orderOf(server, show, partner))
    const seats = show.seatIds.slice(0, 3).map((id) => ({ id }))
    expect(answer).toEqual({
      __typename: 'AllocateSeatsSuccess',
      allocation: {
        id: expect.any(String),
        show: { id: show.id },
        partnerName: partner.name,
        until: inAnHour(server).toISOString(),
        createdAt: server.clock.now().toISOString(),
        endedAt: null,
        seats,
        freeSeats: seats,
      },
    })
    expect(await seatCodes(buyer, show)).toBe('HHHAAA')
    const actor = await accountKeyOf(usher)
    const told = { version: 1, before: 'AVAILABLE', after: 'HELD', actor, cause: 'allocateSeats', booking: null }
    expect(await readLog(server.seed, show)).toEqual(
      [0, 1, 2].map((index) => ({ seat: seatKeyOf(show, index), ...told })),
    )
    expect(await listContradictions(server.seed)).toEqual([])
  })

  it('chooses so many of the free seats, the farthest from the screen', async () => {
    const { show, usher, partner } = await stage(server, { seats: 24 })
    await holdSeats(buyer, show, [show.seatIds[20]!])
    const { allocation } = await allocateSeats(usher, orderOf(server, show, partner, { count: 5 }))
    expect(idsOf(allocation.seats)).toEqual([...show.seatIds.slice(10, 12), ...show.seatIds.slice(21)])
  })

  it('takes seats whose hold, or whose allocation, is over', async () => {
    const { show, usher, partner, own } = await stageAllocated(server)
    await holdSeats(buyer, show, show.seatIds.slice(3))
    server.clock.jump(3600)
    const answer = await allocateSeats(
      usher,
      orderOf(server, show, await addPartner(server), { seatIds: show.seatIds }),
    )
    expect(answer.__typename).toBe('AllocateSeatsSuccess')
    expect(await holdSeats(partner.client, show, own)).toMatchObject({ __typename: 'SeatsUnavailableError' })
  })

  it('is the same answer under the same key, and nothing is allocated twice', async () => {
    const { show, usher, partner } = await stage(server)
    const order = orderOf(server, show, partner, { count: 2 })
    const first = await allocateSeats(usher, order)
    expect(await allocateSeats(usher, order)).toEqual(first)
    expect(await countAllocations(server, show)).toBe(1)
    const other = { ...order, count: 3 }
    expect(await allocateSeats(usher, other)).toMatchObject({ __typename: 'IdempotencyMismatchError' })
  })
})

describe('SeatsUnavailableError', () => {
  it('names the seats that are not free, and allocates none', async () => {
    const { show, usher, partner, own } = await stageAllocated(server)
    await holdSeats(buyer, show, [show.seatIds[4]!])
    const order = orderOf(server, show, partner, { seatIds: show.seatIds.slice(2) })
    expect(await refused(server, show, () => allocateSeats(usher, order))).toEqual({
      __typename: 'SeatsUnavailableError',
      message: '2 of the seats are taken. None of them is yours: choose others.',
      seats: [own[2], show.seatIds[4]].map((seatId) => ({ seatId, status: 'HELD' })),
    })
    expect(await countAllocations(server, show)).toBe(1)
  })
})

describe('NotEnoughSeatsError', () => {
  it('tells how many are free, and allocates none', async () => {
    const { show, usher, partner } = await stageAllocated(server)
    const order = orderOf(server, show, partner, { count: 4 })
    const answer = await refused(server, show, () => allocateSeats(usher, order))
    expect(answer).toEqual({
      __typename: 'NotEnoughSeatsError',
      message: '3 seats of the show are free.',
      available: 3,
    })
    expect(await countAllocations(server, show)).toBe(1)
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, usher, partner } = await stage(server, { startsInSeconds: -60 })
    const answer = await refused(server, show, () => allocateSeats(usher, orderOf(server, show, partner)))
    expect(answer).toEqual({ __typename: 'ShowClosedError', message: 'The show has started.', show: { id: show.id } })
    expect(await countAllocations(server, show)).toBe(0)
  })
})

describe('NotFoundError', () => {
  it('is returned without such a show, partner or seat', async () => {
    const { show, usher, partner } = await stage(server)
    const message = async (more: object) =>
      (await refused(server, show, () => allocateSeats(usher, orderOf(server, show, partner, more)))).message
    const nobody = toGlobalId('Partner', '00000000-0000-4000-8000-000000000000')
    const elsewhere = await server.seed.show()
    expect(await message({ showId: toGlobalId('Show', 999_999) })).toBe('There is no such show.')
    expect(await message({ partnerId: nobody })).toBe('There is no partner with this id.')
    expect(await message({ seatIds: elsewhere.seatIds })).toBe('Not all of these seats belong to the show.')
    expect(await countAllocations(server, show)).toBe(0)
  })
})

describe('what is thrown', () => {
  it('is BAD_USER_INPUT for what cannot be', async () => {
    const { show, usher, partner } = await stage(server)
    const refuse = async (more: object) =>
      (await refusalOf(usher, 'allocateSeats', orderOf(server, show, partner, more)))[1]
    const either = 'Tell either seatIds or count.'
    expect(await refuse({ count: 1, seatIds: show.seatIds })).toBe(either)
    expect(await refuse({ seatIds: null })).toBe(either)
    expect(await refuse({ count: 0 })).toBe('An allocation has 1 to 100 seats, not 0.')
    expect(await refuse({ count: 101 })).toBe('An allocation has 1 to 100 seats, not 101.')
    const wrong = 'until has to lie ahead, and not behind the start of the show.'
    expect(await refuse({ until: server.clock.now() })).toBe(wrong)
    expect(await refuse({ until: new Date(server.clock.now().getTime() + 3 * 24 * 3_600_000) })).toBe(wrong)
    expect(await countAllocations(server, show)).toBe(0)
    expect(await seatCodes(buyer, show)).toBe('AAAAAA')
  })

  it('is FORBIDDEN for who does not work there, and UNAUTHENTICATED for who is not signed in', async () => {
    const { show, partner } = await stage(server)
    const stranger = await hireUsher(server, await server.seed.show())
    const order = orderOf(server, show, partner)
    const clients = [stranger, partner.client, server.anonymous]
    const codes = await Promise.all(clients.map(async (client) => (await refusalOf(client, 'allocateSeats', order))[0]))
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED'])
    expect(await countAllocations(server, show)).toBe(0)
  })
})
