import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAgreement, netPaid, readBooking } from '../../kit/books.js'
import { type Client, createClient } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
  confirmBooking,
  exchangeBooking,
  holdSeats,
  seatCodes,
  transferBooking,
  withdrawTransfer,
} from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'
import type { SeededShow } from '../../kit/seed.js'

let server: PayingServer
let second: PayingServer
let buyer: Client
let twin: Client

const ROUNDS = 4

beforeAll(async () => {
  server = await startPayingServer()
  second = await startPayingServer({ beside: server })
  buyer = await server.signInAsGuest()
  twin = createClient(second.url, buyer.token)
})
afterAll(async () => {
  await second.close()
  await server.close()
})

async function rounds(scene: () => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await scene()
  await expectAgreement(server)
}

async function book(client: Client, show: SeededShow, seatIds: string[]): Promise<string> {
  const { booking } = await holdSeats(client, show, seatIds)
  await confirmBooking(client, booking.id)
  return booking.id
}

/** A show half of whose refunds are kept. */
const soon = (seats: number) => server.seed.show({ seats, startsInSeconds: 5 * 3600 })
const nameOf = ({ __typename }: { __typename: string }) => __typename
const settled = (bookingId: string) => expect.poll(() => netPaid(server, bookingId), { timeout: 15_000 })

/** What was paid and is not given back is what the booking costs, and what was kept. */
async function isPaidRight(bookingId: string) {
  const { status, total, retained } = await readBooking(server, bookingId)
  await settled(bookingId).toBe((status === 'CONFIRMED' ? total : 0) + retained)
}

describe('cancelling', () => {
  it('different seats at once cancels all of them, each once', () =>
    rounds(async () => {
      const show = await soon(4)
      const id = await book(buyer, show, show.seatIds)
      const answers = await Promise.all(
        show.seatIds.map((seatId, index) => cancelBooking(index % 2 ? twin : buyer, id, { seatIds: [seatId] })),
      )
      expect(answers.map(nameOf)).toEqual(Array(4).fill('CancelBookingSuccess'))
      expect(await readBooking(server, id)).toMatchObject({ status: 'CANCELLED', retained: 2000 })
      await settled(id).toBe(2000)
      expect(await seatCodes(buyer, show)).toBe('AAAA')
    }))

  it('seats that overlap at once cancels each once', () =>
    rounds(async () => {
      const show = await soon(3)
      const id = await book(buyer, show, show.seatIds)
      const answers = await Promise.all([
        cancelBooking(buyer, id, { seatIds: show.seatIds.slice(0, 2) }),
        cancelBooking(twin, id, { seatIds: show.seatIds.slice(1, 3) }),
      ])
      expect(answers.map(nameOf).sort()).toEqual(['CancelBookingSuccess', 'NotFoundError'])
      expect(await readBooking(server, id)).toMatchObject({ status: 'CONFIRMED', total: 1000, retained: 1000 })
      await isPaidRight(id)
    }))
})

describe('exchanging', () => {
  it('two bookings for the same seat gives it to one; the other stays as it is', () =>
    rounds(async () => {
      const show = await server.seed.show({ seats: 4 })
      const other = await second.signInAsGuest()
      const [mine, theirs] = [
        await book(buyer, show, show.seatIds.slice(0, 1)),
        await book(other, show, show.seatIds.slice(1, 2)),
      ]
      const seatIds = show.seatIds.slice(2, 4)
      const answers = await Promise.all([
        exchangeBooking(buyer, mine, { seatIds }),
        exchangeBooking(other, theirs, { seatIds }),
      ])
      expect(answers.map(nameOf).sort()).toEqual(['ExchangeBookingSuccess', 'SeatsUnavailableError'])
      for (const id of [mine, theirs]) await isPaidRight(id)
      expect((await seatCodes(buyer, show)).replaceAll('A', '')).toBe('BBB')
    }))

  it('a booking twice at once is paid for what it has in the end', () =>
    rounds(async () => {
      const show = await soon(7)
      const id = await book(buyer, show, show.seatIds.slice(0, 2))
      const answers = await Promise.all([
        exchangeBooking(buyer, id, { seatIds: show.seatIds.slice(1, 4) }),
        exchangeBooking(twin, id, { seatIds: show.seatIds.slice(3, 7) }),
      ])
      expect(answers.map(nameOf)).toContain('ExchangeBookingSuccess')
      await isPaidRight(id)
    }))

  it('seats of a booking that is cancelled at once ends in one of both, or in both', () =>
    rounds(async () => {
      const show = await soon(5)
      const id = await book(buyer, show, show.seatIds.slice(0, 2))
      const [exchanged, cancelled] = await Promise.all([
        exchangeBooking(buyer, id, { seatIds: show.seatIds.slice(1, 4) }),
        cancelBooking(twin, id),
      ])
      expect(nameOf(cancelled)).toBe('CancelBookingSuccess')
      expect(['ExchangeBookingSuccess', 'BookingStateError']).toContain(nameOf(exchanged))
      await isPaidRight(id)
      expect(await seatCodes(buyer, show)).toBe('AAAAA')
    }))

  it('a booking some of whose seats are cancelled at once', () =>
    rounds(async () => {
      const show = await soon(5)
      const id = await book(buyer, show, show.seatIds.slice(0, 2))
      await Promise.all([
        exchangeBooking(buyer, id, { seatIds: show.seatIds.slice(1, 4) }),
        cancelBooking(twin, id, { seatIds: show.seatIds.slice(0, 1) }),
      ])
      await isPaidRight(id)
    }))
})

describe('an offer', () => {
  it('is accepted by one of many', () =>
    rounds(async () => {
      const show = await server.seed.show({ seats: 1 })
      const id = await book(buyer, show, show.seatIds)
      const { code } = await transferBooking(buyer, id)
      const friends = await Promise.all([1, 2, 3, 4].map((index) => (index % 2 ? server : second).signInAsGuest()))
      const answers = await Promise.all(friends.map((friend) => acceptTransfer(friend, code)))
      expect(answers.map(nameOf).sort()).toEqual(['AcceptTransferSuccess', ...Array(3).fill('NotFoundError')])
      const owners = await Promise.all(
        friends.map(
          async (friend) => (await friend.query('query ($id: ID!) { booking(id: $id) { id } }', { id })).booking,
        ),
      )
      expect(owners.filter((booking) => booking !== null)).toHaveLength(1)
      const tickets = await server.seed.sql(
        `SELECT count(*)::int AS count FROM ticket JOIN booking ON booking.id = booking_id
         WHERE booking.show_id = $1 AND ticket.status = 'VALID'`,
        [show.key],
      )
      expect(tickets).toEqual([{ count: 1 }])
    }))

  it.each([
    ['taken back', (id: string) => withdrawTransfer(twin, id), 'WithdrawTransferSuccess'],
    ['ended by a cancellation', (id: string) => cancelBooking(twin, id), 'CancelBookingSuccess'],
  ])('is accepted or %s: never both', (_what, end, success) =>
    rounds(async () => {
      const show = await server.seed.show({ seats: 2 })
      const id = await book(buyer, show, show.seatIds)
      const { code } = await transferBooking(buyer, id)
      const friend = await server.signInAsGuest()
      const [accepted, ended] = await Promise.all([acceptTransfer(friend, code), end(id)])
      const isAccepted = nameOf(accepted) === 'AcceptTransferSuccess'
      expect([nameOf(accepted), nameOf(ended)]).toEqual(
        isAccepted ? ['AcceptTransferSuccess', 'NotFoundError'] : ['NotFoundError', success],
      )
      await isPaidRight(id)
    }),
  )

  it('is accepted while the booking is exchanged: whose it is says what it has', () =>
    rounds(async () => {
      const show = await server.seed.show({ seats: 4 })
      const id = await book(buyer, show, show.seatIds.slice(0, 1))
      const { code } = await transferBooking(buyer, id)
      const friend = await server.signInAsGuest()
      const [accepted, exchanged] = await Promise.all([
        acceptTransfer(friend, code),
        exchangeBooking(twin, id, { seatIds: show.seatIds.slice(1, 4) }),
      ])
      const isAccepted = nameOf(accepted) === 'AcceptTransferSuccess'
      expect([nameOf(accepted), nameOf(exchanged)]).toEqual(
        isAccepted ? ['AcceptTransferSuccess', 'NotFoundError'] : ['NotFoundError', 'ExchangeBookingSuccess'],
      )
      await isPaidRight(id)
    }))
})
