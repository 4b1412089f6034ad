import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../../src/lib/globalId.js'
import { accountKeyOf } from '../../../kit/appoint.js'
import type { Client } from '../../../kit/client.js'
import { cancelBooking, confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../../kit/operations.js'
import { listContradictions, readLog } from '../../../kit/seatLog.js'
import { startServer, type TestServer } from '../../../kit/server.js'
import { hireUsher } from '../../tickets/boxOffice.js'
import { refusalOf, releaseAllocation, stageAllocated } from './staging.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

describe('ReleaseAllocationSuccess', () => {
  it('puts all that is left on sale at once', async () => {
    const { show, usher, partner, allocation, own } = await stageAllocated(server)
    const answer = await releaseAllocation(usher, allocation.id)
    const endedAt = server.clock.now().toISOString()
    expect(answer).toEqual({
      __typename: 'ReleaseAllocationSuccess',
      allocation: { ...allocation, endedAt, freeSeats: [] },
    })
    expect(await seatCodes(buyer, show)).toBe('AAAAAA')
    expect((await holdSeats(buyer, show, own)).__typename).toBe('HoldSeatsSuccess')
    expect((await holdSeats(partner.client, show, show.seatIds.slice(3))).__typename).toBe('HoldSeatsSuccess')
    const log = await readLog(server.seed, show)
    const actor = await accountKeyOf(usher)
    expect(log[1]).toMatchObject({ before: 'HELD', after: 'AVAILABLE', actor, cause: 'releaseAllocation' })
    expect(await listContradictions(server.seed)).toEqual([])
  })

  it('leaves the partner what it holds and has bought, which is for everybody when it is given back', async () => {
    const { show, usher, partner, allocation, own } = await stageAllocated(server)
    const held = await holdSeats(partner.client, show, [own[0]!])
    const bought = await holdSeats(partner.client, show, [own[1]!])
    await confirmBooking(partner.client, bought.booking.id)
    await releaseAllocation(usher, allocation.id)
    expect(await seatCodes(buyer, show)).toBe('HBAAAA')
    await releaseSeats(partner.client, held.booking.id)
    await cancelBooking(partner.client, bought.booking.id)
    expect(await seatCodes(buyer, show)).toBe('AAAAAA')
  })

  it('changes nothing a second time', async () => {
    const { show, usher, allocation } = await stageAllocated(server)
    const first = await releaseAllocation(usher, allocation.id)
    server.clock.jump(60)
    expect(await releaseAllocation(usher, allocation.id)).toEqual(first)
    expect(await readLog(server.seed, show)).toHaveLength(6)
  })
})

describe('NotFoundError', () => {
  it('is returned where there is no such allocation, and for one of another theater', async () => {
    const { show, usher, allocation } = await stageAllocated(server)
    const elsewhere = await hireUsher(server, await server.seed.show())
    const nothing = { __typename: 'NotFoundError', message: 'There is no allocation with this id.' }
    expect(await releaseAllocation(usher, toGlobalId('SeatAllocation', randomUUID()))).toEqual(nothing)
    expect(await releaseAllocation(elsewhere, allocation.id)).toEqual(nothing)
    expect(await seatCodes(buyer, show)).toBe('HHHAAA')
  })
})

describe('what is thrown', () => {
  it('is FORBIDDEN for who works nowhere, the partner as well', async () => {
    const { show, partner, allocation } = await stageAllocated(server)
    const input = { allocationId: allocation.id }
    expect((await refusalOf(partner.client, 'releaseAllocation', input))[0]).toBe('FORBIDDEN')
    expect((await refusalOf(server.anonymous, 'releaseAllocation', input))[0]).toBe('UNAUTHENTICATED')
    expect(await seatCodes(buyer, show)).toBe('HHHAAA')
  })
})
