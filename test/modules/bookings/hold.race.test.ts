import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAgreement, ledger, netPaid, readBooking } from '../../kit/books.js'
import { type Client, createClient } from '../../kit/client.js'
import { confirmBooking, extendHold, holdSeats, releaseSeats, seatCodes, swapSeats } from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'

// Two processes' worth of servers on one database: what comes at once comes to both.
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

/** Plays a scene again and again, and looks at the books after it. */
async function rounds(scene: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await scene(round)
  await expectAgreement(server)
}

async function hold(seats = 4, held = 2) {
  const show = await server.seed.show({ seats })
  await server.seed.sql('UPDATE show_seat SET price = 1000 + 100 * (seat_id % 7) WHERE show_id = $1', [show.key])
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, held))
  return { show, booking, seats: show.seatIds }
}

const nameOf = ({ __typename }: { __typename: string }) => __typename
const settled = (bookingId: string) => expect.poll(() => netPaid(server, bookingId), { timeout: 15_000 })

describe('a hold that is paid while its seats are swapped', () => {
  it('is charged what the seats cost that it gets', () =>
    rounds(async () => {
      const { booking, seats } = await hold()
      const [swapped, confirmed] = await Promise.all([
        swapSeats(twin, booking.id, { release: [seats[0]!], take: seats.slice(2, 4) }),
        confirmBooking(buyer, booking.id),
      ])
      expect(['SwapSeatsSuccess', 'BookingStateError']).toContain(nameOf(swapped))
      expect(nameOf(confirmed)).toBe('ConfirmBookingSuccess')
      const { total, seats: count } = await readBooking(server, booking.id)
      expect(count).toBe(nameOf(swapped) === 'SwapSeatsSuccess' ? 3 : 2)
      expect(await netPaid(server, booking.id)).toBe(total)
    }))
})

describe('a hold that is paid while some of its seats are released', () => {
  it('is charged for those that it keeps', () =>
    rounds(async () => {
      const { booking, seats } = await hold()
      const [released, confirmed] = await Promise.all([
        releaseSeats(twin, booking.id, { seatIds: [seats[0]] }),
        confirmBooking(buyer, booking.id),
      ])
      expect(nameOf(confirmed)).toBe('ConfirmBookingSuccess')
      const { total, seats: count } = await readBooking(server, booking.id)
      expect(count).toBe(nameOf(released) === 'ReleaseSeatsSuccess' ? 1 : 2)
      expect(await netPaid(server, booking.id)).toBe(total)
    }))
})

describe('a hold that is paid while it is released', () => {
  it('is either of them, with its money', () =>
    rounds(async () => {
      const { show, booking } = await hold(2)
      const [released, confirmed] = await Promise.all([
        releaseSeats(twin, booking.id),
        confirmBooking(buyer, booking.id),
      ])
      const isReleased = nameOf(released) === 'ReleaseSeatsSuccess'
      expect([nameOf(released), nameOf(confirmed)]).toEqual(
        isReleased ? ['ReleaseSeatsSuccess', 'BookingStateError'] : ['BookingStateError', 'ConfirmBookingSuccess'],
      )
      await settled(booking.id).toBe(isReleased ? 0 : (await readBooking(server, booking.id)).total)
      expect(await seatCodes(buyer, show)).toBe(isReleased ? 'AA' : 'BB')
    }))
})

describe('a hold that is paid in parts at once', () => {
  const part = (amount: string) => ({ payment: { method: 'CARD', token: 'pm_card_visa', amount } })
  async function payAtOnce(amounts: string[]) {
    const show = await server.seed.show({ seats: 2 })
    const { booking } = await holdSeats(buyer, show)
    const clients = [buyer, twin, buyer]
    const answers = await Promise.all(
      amounts.map((amount, index) => confirmBooking(clients[index]!, booking.id, part(amount))),
    )
    return { booking, names: answers.map(nameOf) }
  }

  it('is confirmed by the last of them, when they come to its price', () =>
    rounds(async () => {
      const { booking, names } = await payAtOnce(['10', '5', '5'])
      expect(names).toContain('ConfirmBookingSuccess')
      expect(names.filter((name) => !['ConfirmBookingSuccess', 'PartialPaymentSuccess'].includes(name))).toEqual([])
      expect((await ledger(server, booking.id)).every(({ captured }) => captured)).toBe(true)
      expect(await netPaid(server, booking.id)).toBe(2000)
    }))

  it.each([[['15', '15', '15']], [['20', '15', '5']], [['12', '12', '8']], [['20', '20', '20']]])(
    'is never charged more than its price: %j',
    (amounts) =>
      rounds(async () => {
        const { booking, names } = await payAtOnce(amounts)
        if ((await readBooking(server, booking.id)).status === 'PENDING') {
          expect(names).toContain('PartialPaymentSuccess')
          expect(nameOf(await confirmBooking(buyer, booking.id))).toBe('ConfirmBookingSuccess')
        }
        await settled(booking.id).toBe(2000)
      }),
  )
})

describe('a hold whose time is over', () => {
  it('is extended, or its seats are another one’s: never both', () =>
    rounds(async (round) => {
      const { show, booking } = await hold(2)
      const other = await second.signInAsGuest()
      const { expiresAt } = await readBooking(server, booking.id)
      server.clock.jump((expiresAt.getTime() - server.clock.now().getTime()) / 1000 - 0.01 * round)
      const [extended, held] = await Promise.all([extendHold(buyer, booking.id), holdSeats(other, show)])
      const isExtended = nameOf(extended) === 'ExtendHoldSuccess'
      expect(nameOf(extended)).toBe(isExtended ? 'ExtendHoldSuccess' : 'HoldExpiredError')
      if (isExtended) expect(nameOf(held)).toBe('SeatsUnavailableError')
      if (nameOf(held) === 'HoldSeatsSuccess') expect(isExtended).toBe(false)
    }))

  it('is paid, or its seats are another one’s: the money is where the seats are', () =>
    rounds(async (round) => {
      const { show, booking } = await hold(2)
      const other = await second.signInAsGuest()
      await confirmBooking(buyer, booking.id, { payment: { method: 'CARD', token: 'pm_card_chargeDeclined' } })
      const { expiresAt } = await readBooking(server, booking.id)
      server.clock.jump((expiresAt.getTime() - server.clock.now().getTime()) / 1000 - 0.01 * round)
      const [confirmed, held] = await Promise.all([confirmBooking(buyer, booking.id), holdSeats(other, show)])
      const isConfirmed = nameOf(confirmed) === 'ConfirmBookingSuccess'
      if (isConfirmed) expect(nameOf(held)).toBe('SeatsUnavailableError')
      else expect(['HoldExpiredError', 'SeatsLostError']).toContain(nameOf(confirmed))
      await settled(booking.id).toBe(isConfirmed ? (await readBooking(server, booking.id)).total : 0)
    }))
})

describe('the most seats that a booking may have', () => {
  it('is not passed by two who swap at once', () =>
    rounds(async () => {
      const { booking, seats } = await hold(20)
      const answers = await Promise.all([
        swapSeats(buyer, booking.id, { release: [seats[0]!], take: seats.slice(2, 10) }),
        swapSeats(twin, booking.id, { release: [seats[1]!], take: seats.slice(10, 18) }),
      ])
      expect(answers.map(nameOf).sort()).toEqual(['SeatLimitExceededError', 'SwapSeatsSuccess'])
      expect((await readBooking(server, booking.id)).seats).toBe(9)
      await releaseSeats(buyer, booking.id)
    }))
})

describe('two holds that swap for the same seat', () => {
  it('one gets it, the other keeps what it has', () =>
    rounds(async () => {
      const show = await server.seed.show({ seats: 3 })
      const other = await second.signInAsGuest()
      const [{ booking: mine }, { booking: theirs }] = [
        await holdSeats(buyer, show, show.seatIds.slice(0, 1)),
        await holdSeats(other, show, show.seatIds.slice(1, 2)),
      ]
      const take = [show.seatIds[2]!]
      const answers = await Promise.all([
        swapSeats(buyer, mine.id, { release: [show.seatIds[0]!], take }),
        swapSeats(other, theirs.id, { release: [show.seatIds[1]!], take }),
      ])
      expect(answers.map(nameOf).sort()).toEqual(['SeatsUnavailableError', 'SwapSeatsSuccess'])
      expect((await seatCodes(buyer, show)).replaceAll('A', '')).toBe('HH')
    }))
})
