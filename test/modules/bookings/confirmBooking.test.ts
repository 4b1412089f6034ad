import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SandboxGateway } from '../../../src/modules/payments/index.js'
import type { Client } from '../../kit/client.js'
import { HookedGateway } from '../../kit/gateway.js'
import { confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let gateway: HookedGateway
let buyer: Client

beforeAll(async () => {
  server = await startServer({
    gateway: (services) => {
      gateway = new HookedGateway(new SandboxGateway(services))
      return gateway
    },
  })
})
beforeEach(async () => {
  buyer = await server.signInAsGuest()
  gateway.down.clear()
})
afterAll(() => server.close())

async function hold(seats = 2) {
  const show = await server.seed.show({ seats })
  const { booking } = await holdSeats(buyer, show)
  return { show, booking }
}

/** What the provider's books say of the payments for a booking. */
const ledger = (bookingId: string) =>
  server.seed.sql(
    `SELECT sandbox_payment.amount, captured, voided FROM sandbox_payment JOIN payment ON payment.id::text = sandbox_payment.key
     WHERE payment.booking_id = $1 ORDER BY created_at`,
    [keyOf(bookingId)],
  )

const keyOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!

const card = (token: string) => ({ payment: { method: 'CARD', token } })

describe('ConfirmBookingSuccess', () => {
  it('charges what the hold has quoted, and makes the seats the buyer’s', async () => {
    const { show, booking } = await hold()
    await server.seed.sql('UPDATE show_seat SET price = 9900 WHERE show_id = $1', [show.key])
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({
      __typename: 'ConfirmBookingSuccess',
      booking: { id: booking.id, status: 'CONFIRMED', payment: { status: 'CAPTURED', amount: { amount: '20.00' } } },
    })
    expect(await seatCodes(buyer, show)).toBe('BB')
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: true, voided: false }])
  })

  it('is the answer to the same key again: charged once', async () => {
    const { booking } = await hold()
    const key = { idempotencyKey: 'pay once' }
    const first = await confirmBooking(buyer, booking.id, key)
    expect(await confirmBooking(buyer, booking.id, key)).toEqual(first)
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: true, voided: false }])
  })

  it('is given to one of several who pay for the same hold with keys of their own; the others are not charged', async () => {
    const { booking } = await hold()
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => confirmBooking(buyer, booking.id)))
    const names = answers.map(({ __typename }) => __typename)
    expect(names.filter((name) => name === 'ConfirmBookingSuccess').length).toBeGreaterThan(0)
    const others = ['ConfirmBookingSuccess', 'BookingStateError', 'PaymentAttemptsExceededError']
    expect(names.filter((name) => !others.includes(name))).toEqual([])
    const books: { captured: boolean; voided: boolean }[] = await ledger(booking.id)
    expect(books.filter(({ captured }) => captured).length).toBe(1)
    expect(books.every(({ captured, voided }) => captured !== voided)).toBe(true)
  })

  it('does not wait for a provider that cannot capture now: it is captured later', async () => {
    const { booking } = await hold()
    gateway.down.add('capture')
    const { booking: confirmed } = await confirmBooking(buyer, booking.id)
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', payment: { status: 'AUTHORIZED' } })
    gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => ledger(booking.id), { timeout: 15_000 }).toMatchObject([{ captured: true }])
  })
})

describe('PaymentDeclinedError', () => {
  it.each([
    ['pm_card_chargeDeclined', 'GENERIC_DECLINE'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'INSUFFICIENT_FUNDS'],
    ['pm_card_of_nobody', 'INVALID_PAYMENT_METHOD'],
  ])('%s: %s. The hold is kept, and another card may follow', async (token, reason) => {
    const { show, booking } = await hold()
    expect(await confirmBooking(buyer, booking.id, card(token))).toMatchObject({
      __typename: 'PaymentDeclinedError',
      reason,
    })
    expect(await seatCodes(buyer, show)).toBe('HH')
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  })

  it('is the answer to the same key again, without asking the provider', async () => {
    const { booking } = await hold()
    const declined = { ...card('pm_card_chargeDeclined'), idempotencyKey: 'declined' }
    const first = await confirmBooking(buyer, booking.id, declined)
    const asked = gateway.calls.length
    expect(await confirmBooking(buyer, booking.id, declined)).toEqual(first)
    expect(gateway.calls.length).toBe(asked)
  })
})

describe('PaymentUnavailableError', () => {
  it('keeps the hold, and the same key goes on when the provider is back', async () => {
    const { show, booking } = await hold()
    const key = { idempotencyKey: 'patience' }
    gateway.down.add('authorize')
    expect(await confirmBooking(buyer, booking.id, key)).toMatchObject({ __typename: 'PaymentUnavailableError' })
    expect(await seatCodes(buyer, show)).toBe('HH')
    gateway.down.clear()
    expect(await confirmBooking(buyer, booking.id, key)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await ledger(booking.id)).toHaveLength(1)
  })
})

describe('PaymentGivenUpError', () => {
  const statuses = async (bookingId: string): Promise<string[]> =>
    (await server.seed.sql('SELECT status FROM payment WHERE booking_id = $1', [keyOf(bookingId)])).map(
      ({ status }: { status: string }) => status,
    )

  it('is the answer to a key whose payment nobody went on with for a minute; a new key pays', async () => {
    const { booking } = await hold()
    const key = { idempotencyKey: 'too late' }
    gateway.down.add('authorize')
    await confirmBooking(buyer, booking.id, key)
    gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => statuses(booking.id), { timeout: 15_000 }).toEqual(['VOIDING'])
    const givenUp = await confirmBooking(buyer, booking.id, key)
    expect(givenUp).toMatchObject({ __typename: 'PaymentGivenUpError' })
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await confirmBooking(buyer, booking.id, key)).toEqual(givenUp)
  })

  it('is returned when the provider was too slow, and what it reserved is let go, also when that fails at first', async () => {
    const { booking } = await hold()
    gateway.down.add('void')
    gateway.beforeAuthorize = async () => {
      server.clock.jump(61)
      await expect.poll(() => statuses(booking.id), { timeout: 15_000 }).toEqual(['VOIDING'])
    }
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'PaymentGivenUpError' })
    gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => ledger(booking.id), { timeout: 15_000 }).toMatchObject([{ captured: false, voided: true }])
  })
})

describe('BookingStateError', () => {
  const asked = (idempotencyKey: string) => ({ ...card('pm_card_authenticationRequired'), idempotencyKey })

  it('is the answer to a key whose payment was given up with the hold: there is nothing to pay any more', async () => {
    const { booking } = await hold()
    await confirmBooking(buyer, booking.id, asked('released'))
    await releaseSeats(buyer, booking.id)
    const answer = () => confirmBooking(buyer, booking.id, asked('released'))
    await expect.poll(answer, { timeout: 15_000 }).toMatchObject({
      __typename: 'BookingStateError',
      booking: { status: 'RELEASED' },
    })
  })

  it('is the answer to a key whose payment was not needed, as another one has confirmed the booking', async () => {
    const { booking } = await hold()
    await confirmBooking(buyer, booking.id, asked('not needed'))
    await confirmBooking(buyer, booking.id)
    expect(await confirmBooking(buyer, booking.id, asked('not needed'))).toMatchObject({
      __typename: 'BookingStateError',
      booking: { status: 'CONFIRMED' },
    })
  })
})

describe('HoldExpiredError', () => {
  it('is returned when the time is over, before anybody is charged', async () => {
    const { booking } = await hold()
    server.clock.jump(600)
    const refusal = await confirmBooking(buyer, booking.id)
    expect(refusal).toMatchObject({ __typename: 'HoldExpiredError', booking: { status: 'EXPIRED' } })
    expect(await ledger(booking.id)).toEqual([])
  })
})

describe('a hold that ends while it is paid for', () => {
  it('gets its seats after all where they are free', async () => {
    const { show, booking } = await hold()
    gateway.beforeAuthorize = async () => server.clock.jump(600)
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({
      __typename: 'ConfirmBookingSuccess',
      booking: { status: 'CONFIRMED', payment: { status: 'CAPTURED' } },
    })
    expect(await seatCodes(buyer, show)).toBe('BB')
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: true, voided: false }])
  })
})

describe('SeatsLostError', () => {
  it('is returned when others have seats of the hold that ended, who keep them, and the money is let go', async () => {
    const { show, booking } = await hold()
    const other = await server.signInAsGuest()
    gateway.afterAuthorize = async () => {
      server.clock.jump(600)
      await holdSeats(other, show)
    }
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'SeatsLostError' })
    expect(await seatCodes(buyer, show)).toBe('HH')
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: false, voided: true }])
  })

  it('is returned also where the hold is not over yet by the clock of this server, and was by that of another one', async () => {
    const { show, booking } = await hold()
    const other = await server.signInAsGuest()
    gateway.afterAuthorize = async () => {
      server.clock.jump(600)
      await holdSeats(other, show)
      server.clock.jump(-5)
    }
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'SeatsLostError' })
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: false, voided: true }])
  })
})

describe('RequestInProgressError', () => {
  it('is returned to the same key while its request runs, which is not disturbed', async () => {
    const { booking } = await hold()
    const key = { idempotencyKey: 'still running' }
    gateway.afterAuthorize = async () => {
      const twin = await confirmBooking(buyer, booking.id, key)
      expect(twin).toMatchObject({ __typename: 'RequestInProgressError' })
    }
    const first = await confirmBooking(buyer, booking.id, key)
    expect(first).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await confirmBooking(buyer, booking.id, key)).toEqual(first)
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: true, voided: false }])
  })
})

describe('ShowClosedError', () => {
  it('is returned when the show was cancelled meanwhile, and nobody is charged', async () => {
    const { show, booking } = await hold()
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ShowClosedError' })
    expect(await ledger(booking.id)).toEqual([])
  })
})

describe('a refusal', () => {
  it('is the answer to its key, though the booking could be confirmed by now', async () => {
    const { show, booking } = await hold()
    const key = { idempotencyKey: 'refused' }
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const refusal = await confirmBooking(buyer, booking.id, key)
    await server.seed.sql('UPDATE show SET cancelled_at = NULL WHERE id = $1', [show.key])
    const { __typename, message } = refusal
    expect(await confirmBooking(buyer, booking.id, key)).toMatchObject({ __typename, message })
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  })
})

describe('NotFoundError', () => {
  it('is returned for the hold of somebody else, which stays', async () => {
    const { show, booking } = await hold()
    const other = await server.signInAsGuest()
    expect(await confirmBooking(other, booking.id)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await seatCodes(buyer, show)).toBe('HH')
  })
})

describe('IdempotencyMismatchError', () => {
  it.each([
    ['after the answer', 'pm_card_visa'],
    ['while the payment is open', null],
  ])('is returned for a key that comes with another input %s', async (_when, token) => {
    const { booking } = await hold()
    const key = { idempotencyKey: 'one input' }
    if (token === null) gateway.down.add('authorize')
    await confirmBooking(buyer, booking.id, { ...key, ...card('pm_card_visa') })
    gateway.down.clear()
    const other = await confirmBooking(buyer, booking.id, { ...key, ...card('pm_card_mastercard') })
    expect(other.__typename).toBe('IdempotencyMismatchError')
  })
})

describe('a process that dies', () => {
  /** A payment whose process died: nobody goes on with it, and its buyer does not come back. */
  const outlived = () => server.clock.jump(61)

  it('after the provider has reserved the money: the booking is confirmed by another one', async () => {
    const { booking } = await hold()
    gateway.afterAuthorize = () => Promise.reject(new Error('the process dies here'))
    await expect(confirmBooking(buyer, booking.id)).rejects.toThrow('INTERNAL_SERVER_ERROR')
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: false, voided: false }])
    outlived()
    await expect.poll(() => ledger(booking.id), { timeout: 15_000 }).toMatchObject([{ captured: true, voided: false }])
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({
      __typename: 'BookingStateError',
      booking: { status: 'CONFIRMED' },
    })
  })

  it('after the provider has reserved the money: the same key goes on, charged once', async () => {
    const { booking } = await hold()
    const key = { idempotencyKey: 'go on' }
    gateway.afterAuthorize = () => Promise.reject(new Error('the process dies here'))
    await expect(confirmBooking(buyer, booking.id, key)).rejects.toThrow('INTERNAL_SERVER_ERROR')
    expect(await confirmBooking(buyer, booking.id, key)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await ledger(booking.id)).toEqual([{ amount: 2000, captured: true, voided: false }])
  })
})
