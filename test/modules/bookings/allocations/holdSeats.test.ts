import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '../../../../src/modules/reconciliation/index.js'
import { refused } from '../../../kit/books.js'
import type { Client } from '../../../kit/client.js'
import {
  cancelBooking,
  confirmBooking,
  exchangeBooking,
  extendHold,
  holdSeats,
  releaseSeats,
  seatCodes,
  swapSeats,
} from '../../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../../kit/payingServer.js'
import { listContradictions } from '../../../kit/seatLog.js'
import { addPartner, idsOf, readAllocations, stageAllocated } from './staging.js'

let server: PayingServer
let buyer: Client

beforeAll(async () => {
  server = await startPayingServer({ config: { workJobs: false } })
  server.clock.stop()
  buyer = await server.signInAsGuest()
})
afterAll(async () => {
  expect(await listContradictions(server.seed)).toEqual([])
  await server.close()
})

const LIMIT = 'Seats of this show are allocated to you: you can have these alone, while the allocation lasts.'
const typeOf = ({ __typename }: { __typename: string }) => __typename

describe('others', () => {
  it('cannot hold allocated seats, by themselves or with free ones', async () => {
    const { show, own } = await stageAllocated(server)
    const stranger = await addPartner(server)
    for (const client of [buyer, stranger.client]) {
      const answer = await refused(server, show, () => holdSeats(client, show, show.seatIds.slice(2, 4)))
      expect(answer).toMatchObject({ __typename: 'SeatsUnavailableError', seats: [{ seatId: own[2], status: 'HELD' }] })
    }
  })

  it('cannot swap to them or exchange for them', async () => {
    const { show, own, others } = await stageAllocated(server)
    const { booking } = await holdSeats(buyer, show, [others[0]!])
    const swap = () => swapSeats(buyer, booking.id, { release: [others[0]!], take: [own[0]!] })
    expect(typeOf(await refused(server, show, swap))).toBe('SeatsUnavailableError')
    await confirmBooking(buyer, booking.id)
    const exchange = () => exchangeBooking(buyer, booking.id, { seatIds: [own[0]] })
    expect(typeOf(await refused(server, show, exchange))).toBe('SeatsUnavailableError')
  })

  it('can hold them from the end on, whoever has noticed', async () => {
    const { show } = await stageAllocated(server)
    server.clock.jump(3599.999)
    expect(typeOf(await holdSeats(buyer, show))).toBe('SeatsUnavailableError')
    server.clock.jump(0.001)
    expect(typeOf(await holdSeats(buyer, show))).toBe('HoldSeatsSuccess')
  })
})

describe('the partner', () => {
  it('holds and buys its seats, and sees which are left', async () => {
    const { show, partner, own } = await stageAllocated(server)
    const { booking } = await holdSeats(partner.client, show, own.slice(0, 2))
    expect(typeOf(await extendHold(partner.client, booking.id))).toBe('HoldNotExtendableError')
    expect(typeOf(await confirmBooking(partner.client, booking.id))).toBe('ConfirmBookingSuccess')
    const { nodes } = await readAllocations(partner.client, show)
    expect([idsOf(nodes[0].seats), idsOf(nodes[0].freeSeats)]).toEqual([own, [own[2]]])
    expect(await seatCodes(buyer, show)).toBe('BBHAAA')
  })

  it('is refused seats outside of it, by AllocationExceededError', async () => {
    const { show, partner, own, others } = await stageAllocated(server)
    const beyond = { __typename: 'AllocationExceededError', message: LIMIT, show: { id: show.id } }
    for (const seats of [others, [own[0]!, others[0]!]]) {
      expect(await refused(server, show, () => holdSeats(partner.client, show, seats))).toEqual(beyond)
    }
    const { booking } = await holdSeats(partner.client, show, [own[0]!])
    const swap = () => swapSeats(partner.client, booking.id, { release: [own[0]!], take: [others[0]!] })
    expect(await refused(server, show, swap)).toEqual(beyond)
    await confirmBooking(partner.client, booking.id)
    const exchange = () => exchangeBooking(partner.client, booking.id, { seatIds: [others[0]] })
    expect(await refused(server, show, exchange)).toEqual(beyond)
  })

  it('swaps and exchanges within it', async () => {
    const { show, partner, own } = await stageAllocated(server)
    const { booking } = await holdSeats(partner.client, show, [own[0]!])
    const swapped = await swapSeats(partner.client, booking.id, { release: [own[0]!], take: [own[1]!] })
    expect(typeOf(swapped)).toBe('SwapSeatsSuccess')
    await confirmBooking(partner.client, booking.id)
    const exchanged = await exchangeBooking(partner.client, booking.id, { seatIds: [own[2]] })
    expect(typeOf(exchanged)).toBe('ExchangeBookingSuccess')
    expect(await seatCodes(buyer, show)).toBe('HHBAAA')
    expect(typeOf(await holdSeats(buyer, show, [own[0]!]))).toBe('SeatsUnavailableError')
  })

  it('has a seat back at once though others were refused it a moment ago', async () => {
    const { show, partner, own } = await stageAllocated(server)
    for (let times = 0; times < 3; times++) {
      expect(typeOf(await holdSeats(buyer, show, own))).toBe('SeatsUnavailableError')
      const held = await holdSeats(partner.client, show, own)
      expect(typeOf(held)).toBe('HoldSeatsSuccess')
      expect(typeOf(await holdSeats(buyer, show, own))).toBe('SeatsUnavailableError')
      await releaseSeats(partner.client, held.booking.id)
    }
  })

  it('is held to it by holds that come at once as well', async () => {
    const { show, partner, own, others } = await stageAllocated(server)
    const guests = await Promise.all(others.map(() => server.signInAsGuest()))
    const answers = await Promise.all([
      holdSeats(guests[0]!, show, [own[0]!]),
      holdSeats(guests[1]!, show, [others[0]!]),
      holdSeats(partner.client, show, [own[1]!]),
      holdSeats(partner.client, show, [others[1]!]),
      holdSeats(guests[2]!, show, [others[2]!]),
    ])
    const [own0, other0, own1, other1, other2] = answers.map(typeOf)
    expect([own0, other0, own1, other1, other2]).toEqual([
      'SeatsUnavailableError',
      'HoldSeatsSuccess',
      'HoldSeatsSuccess',
      'AllocationExceededError',
      'HoldSeatsSuccess',
    ])
  })

  it('holds what it likes of other shows, and of this one once the allocation has ended', async () => {
    const { show, partner, others } = await stageAllocated(server)
    expect(typeOf(await holdSeats(partner.client, await server.seed.show()))).toBe('HoldSeatsSuccess')
    server.clock.jump(3600)
    expect(typeOf(await holdSeats(partner.client, show, others))).toBe('HoldSeatsSuccess')
  })
})

describe('seats that the partner gives back', () => {
  it('fall to its allocation: released, cancelled, or as their hold is over', async () => {
    const { show, partner, own } = await stageAllocated(server)
    const [released, cancelled, expired] = await Promise.all(own.map((id) => holdSeats(partner.client, show, [id])))
    await releaseSeats(partner.client, released.booking.id)
    await confirmBooking(partner.client, cancelled.booking.id)
    await cancelBooking(partner.client, cancelled.booking.id)
    server.clock.jump(600)
    expect(typeOf(await holdSeats(buyer, show, [own[2]!]))).toBe('SeatsUnavailableError')
    // It also expires the hold that is over, and gives its seat back.
    await reconcile({ ...server.services, gateway: server.gateway })
    const status = 'query ($id: ID!) { booking(id: $id) { status } }'
    expect(await partner.client.query(status, { id: expired.booking.id })).toEqual({ booking: { status: 'EXPIRED' } })
    expect(await seatCodes(buyer, show)).toBe('HHHAAA')
    for (const id of own) expect(typeOf(await holdSeats(buyer, show, [id]))).toBe('SeatsUnavailableError')
    expect(typeOf(await holdSeats(partner.client, show, own))).toBe('HoldSeatsSuccess')
  })

  it('can be held by it again before anybody has noticed that their hold is over', async () => {
    const { show, partner, own } = await stageAllocated(server)
    await holdSeats(partner.client, show, own)
    server.clock.jump(600)
    expect(idsOf((await readAllocations(partner.client, show)).nodes[0].freeSeats)).toEqual(own)
    expect(typeOf(await holdSeats(partner.client, show, own))).toBe('HoldSeatsSuccess')
  })

  it('are on sale once the allocation has ended', async () => {
    const { show, partner, own } = await stageAllocated(server)
    const { booking } = await holdSeats(partner.client, show, own)
    await confirmBooking(partner.client, booking.id)
    server.clock.jump(3600)
    await cancelBooking(partner.client, booking.id)
    expect(await seatCodes(buyer, show)).toBe('AAAAAA')
  })
})

it('leaves the books in order, and a seat that is held for an allocation that is not there is mended', async () => {
  const { show, partner, own } = await stageAllocated(server)
  await holdSeats(partner.client, show, [own[0]!])
  const drift = async () => {
    const reports = await reconcile({ ...server.services, gateway: server.gateway })
    return reports.flatMap((report) => report.drift.map(({ detail, isMended }) => [report.name, detail, isMended]))
  }
  await drift()
  expect(await drift()).toEqual([])
  await server.seed.sql('UPDATE seat_allocation SET ended_at = until WHERE show_id = $1', [show.key])
  const stray = ['strayHolds', 'is HELD for an allocation that is not there', true]
  expect(await drift()).toEqual([stray, stray])
  expect(await seatCodes(buyer, show)).toBe('HAAAAA')
})
