import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, ledger, netPaid, paymentStatuses, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  cancelBooking,
  confirmBooking,
  exchangeBooking,
  extendHold,
  holdSeats,
  releaseSeats,
  seatCodes,
} from '../../kit/operations.js'
import { approve, type PayingServer, startPayingServer } from '../../kit/payingServer.js'

let server: PayingServer
let buyer: Client

beforeAll(async () => {
  server = await startPayingServer()
})
beforeEach(async () => {
  server.gateway.down.clear()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function hold(options = {}, more = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2), more)
  return { show, booking }
}

const card = (token: string) => ({ payment: { method: 'CARD', token } })
const WHO_SLEEPS = `SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`
/** Has a job go on with the payments for a booking. */
const GO_ON = `SELECT graphile_worker.add_job('advancePayment', json_build_object('paymentId', id)) FROM payment
  WHERE booking_id = $1`
const APPROVAL = card('pm_card_authenticationRequired')
const settled = (bookingId: string) => expect.poll(() => netPaid(server, bookingId), { timeout: 15_000 })

describe('a payment that is given up while it is on its way to the provider', () => {
  it('is let go of there, though the process that sent it has died', async () => {
    const { booking } = await hold()
    server.gateway.beforeAuthorize = async () => {
      server.clock.jump(61)
      await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).not.toEqual(['INITIATED'])
    }
    server.gateway.afterAuthorize = () => Promise.reject(new Error('the process dies here'))
    await expect(confirmBooking(buyer, booking.id)).rejects.toThrow('INTERNAL_SERVER_ERROR')
    server.clock.jump(61)
    await expect.poll(() => ledger(server, booking.id), { timeout: 15_000 }).toMatchObject([{ voided: true }])
    await settled(booking.id).toBe(0)
  })
})

describe('PaymentActionRequired', () => {
  it('is returned until the buyer has approved; then the booking is confirmed without another request', async () => {
    const { show, booking } = await hold()
    const wish = { ...APPROVAL, idempotencyKey: 'approve' }
    const asked = await confirmBooking(buyer, booking.id, wish)
    expect(asked).toMatchObject({
      __typename: 'PaymentActionRequired',
      url: expect.stringContaining('/sandbox/actions/'),
      payment: { status: 'ACTION_REQUIRED', actionUrl: asked.url },
      booking: { id: booking.id, status: 'PENDING' },
    })
    expect(await confirmBooking(buyer, booking.id, wish)).toEqual(asked)
    await approve(server, asked.url)
    await settled(booking.id).toBe(2000)
    expect(await seatCodes(buyer, show)).toBe('BB')
    expect(await confirmBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await ledger(server, booking.id)).toHaveLength(1)
  })

  it('comes to an end also where the provider tells before its answer, and twice', async () => {
    const { booking } = await hold()
    server.gateway.afterAuthorize = async () => {
      const [{ reference }] = await server.seed.sql(
        'SELECT reference FROM sandbox_payment ORDER BY booked_at DESC LIMIT 1',
      )
      await approve(server, `${server.url}/../sandbox/actions/${reference}`)
      await server.seed.sql(`DELETE FROM webhook_event`)
      await server.seed.sql(
        `SELECT graphile_worker.add_job('advancePayment', json_build_object('paymentId', key)) FROM sandbox_payment
         WHERE reference = $1`,
        [reference],
      )
    }
    await confirmBooking(buyer, booking.id, { ...APPROVAL, idempotencyKey: 'early' })
    await settled(booking.id).toBe(2000)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CONFIRMED' })
  })

  it('is given up where the buyer never decides, once the hold has ended', async () => {
    const { show, booking } = await hold()
    const { url } = await confirmBooking(buyer, booking.id, APPROVAL)
    server.clock.jump(601)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['VOIDED'])
    await expect.poll(() => seatCodes(buyer, show)).toBe('AA')
    await expect(approve(server, url)).rejects.toThrow('409')
  })

  it('confirms the booking after the end of its hold, where its seats are free', async () => {
    const { show, booking } = await hold()
    server.gateway.down.add('find')
    const { url } = await confirmBooking(buyer, booking.id, APPROVAL)
    server.clock.jump(601)
    await expect.poll(() => seatCodes(buyer, show)).toBe('AA')
    await approve(server, url)
    server.gateway.down.clear()
    server.clock.jump(61)
    await settled(booking.id).toBe(2000)
    expect(await seatCodes(buyer, show)).toBe('BB')
  })

  it('becomes HoldExpiredError where the buyer approves too late, and others have the seats', async () => {
    const { show, booking } = await hold()
    const wish = { ...APPROVAL, idempotencyKey: 'too late' }
    const { url } = await confirmBooking(buyer, booking.id, wish)
    server.gateway.down.add('find')
    server.clock.jump(601)
    await holdSeats(await server.signInAsGuest(), show)
    await approve(server, url)
    server.gateway.down.clear()
    server.clock.jump(61)
    await settled(booking.id).toBe(0)
    const answer = await confirmBooking(buyer, booking.id, wish)
    expect(answer).toMatchObject({ __typename: 'HoldExpiredError', booking: { status: 'EXPIRED' } })
  })

  it('becomes PaymentDeclinedError where the buyer declines, and the hold is kept', async () => {
    const { show, booking } = await hold()
    const wish = { ...APPROVAL, idempotencyKey: 'decline' }
    const { url } = await confirmBooking(buyer, booking.id, wish)
    await approve(server, url, 'decline')
    expect(await confirmBooking(buyer, booking.id, wish)).toMatchObject({
      __typename: 'PaymentDeclinedError',
      reason: 'AUTHENTICATION_FAILED',
      attemptsLeft: 2,
    })
    expect(await seatCodes(buyer, show)).toBe('HH')
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
  })

  it('cannot be approved any more where the booking was paid by another card', async () => {
    const { booking } = await hold()
    const { url } = await confirmBooking(buyer, booking.id, APPROVAL)
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    await expect(approve(server, url)).rejects.toThrow('409')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('is given up where the hold is released', async () => {
    const { booking } = await hold()
    const { url } = await confirmBooking(buyer, booking.id, APPROVAL)
    await releaseSeats(buyer, booking.id)
    await expect.poll(() => paymentStatuses(server, booking.id)).toEqual(['VOIDED'])
    await expect(approve(server, url)).rejects.toThrow('409')
  })

  it('is given up where the hold is released, and declined by its buyer before the provider hears of that', async () => {
    const { booking } = await hold()
    const { url } = await confirmBooking(buyer, booking.id, APPROVAL)
    server.gateway.down.add('void')
    await releaseSeats(buyer, booking.id)
    await expect.poll(() => paymentStatuses(server, booking.id)).toEqual(['VOIDING'])
    await approve(server, url, 'decline')
    server.gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['VOIDED'])
  })
})

describe('PaymentAttemptsExceededError', () => {
  it('is returned after three payments that were declined, and the hold is kept', async () => {
    const { show, booking } = await hold()
    for (const attemptsLeft of [2, 1, 0]) {
      const declined = await confirmBooking(buyer, booking.id, card('pm_card_chargeDeclined'))
      expect(declined).toMatchObject({ __typename: 'PaymentDeclinedError', attemptsLeft })
    }
    const refusal = await refused(server, show, () => confirmBooking(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'PaymentAttemptsExceededError', limit: 3 })
    expect(await seatCodes(buyer, show)).toBe('HH')
  })
})

describe('PaymentCaptureError', () => {
  it('is returned when the provider refuses to collect: nothing is charged, and the seats are free', async () => {
    const { show, booking } = await hold()
    const wish = { ...card('pm_sandbox_captureFails'), idempotencyKey: 'refused' }
    const refusal = await confirmBooking(buyer, booking.id, wish)
    expect(refusal).toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CANCELLED' } })
    expect(await seatCodes(buyer, show)).toBe('AA')
    expect(await ledger(server, booking.id)).toMatchObject([{ captured: false, voided: true }])
    expect(await confirmBooking(buyer, booking.id, wish)).toEqual(refusal)
  })

  it('is the answer to the key later on where the provider was away first, and said no then', async () => {
    const { booking } = await hold()
    const wish = { ...card('pm_sandbox_captureFails'), idempotencyKey: 'no after all' }
    server.gateway.down.add('capture')
    expect((await confirmBooking(buyer, booking.id, wish)).__typename).toBe('ConfirmBookingSuccess')
    server.gateway.down.clear()
    server.clock.jump(61)
    await settled(booking.id).toBe(0)
    await expect
      .poll(() => confirmBooking(buyer, booking.id, wish))
      .toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CANCELLED' } })
  })

  it.each([
    ['cancelled in part', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
    ['exchanged', 'CANCELLED'],
  ])('leaves nobody with seats that are not paid where the booking was %s meanwhile', async (what, status) => {
    const { show, booking } = await hold({ seats: 4 })
    server.gateway.down.add('capture')
    await confirmBooking(buyer, booking.id, card('pm_sandbox_captureFails'))
    if (what === 'exchanged') await exchangeBooking(buyer, booking.id, { seatIds: show.seatIds.slice(1, 4) })
    else await cancelBooking(buyer, booking.id, what === 'cancelled' ? {} : { seatIds: [show.seatIds[0]] })
    server.gateway.down.clear()
    server.clock.jump(61)
    await settled(booking.id).toBe(0)
    expect(await readBooking(server, booking.id)).toMatchObject({ status, retained: 0 })
    await expect.poll(() => seatCodes(buyer, show)).toBe('AAAA')
  })
})

describe('time to pay', () => {
  it('is three minutes at least, once', async () => {
    const { booking } = await hold({}, { holdSeconds: 300 })
    server.clock.jump(290)
    await confirmBooking(buyer, booking.id, card('pm_card_chargeDeclined'))
    const { expiresAt } = await readBooking(server, booking.id)
    const left = (at: Date) => (at.getTime() - server.clock.now().getTime()) / 1000
    expect(left(expiresAt)).toBeCloseTo(180, -1)
    server.clock.jump(170)
    await confirmBooking(buyer, booking.id, card('pm_card_chargeDeclined'))
    expect((await readBooking(server, booking.id)).expiresAt).toEqual(expiresAt)
  })

  it('ends 15 minutes after the seats were held, whatever comes together', async () => {
    const { booking } = await hold({}, { holdSeconds: 600 })
    server.clock.jump(590)
    const { expiresAt } = (await extendHold(buyer, booking.id)).booking
    server.clock.jump(300)
    await confirmBooking(buyer, booking.id, card('pm_card_chargeDeclined'))
    expect((await readBooking(server, booking.id)).expiresAt).toEqual(new Date(expiresAt))
  })
})

describe('a payment that others go on with while its request runs', () => {
  it.each(['beforeCapture', 'afterAuthorize'] as const)('is collected once: %s', async (moment) => {
    const { booking } = await hold()
    server.gateway[moment] = async () => {
      server.clock.jump(61)
      const seen = server.gateway.calls.length
      await expect.poll(() => server.gateway.calls.length, { timeout: 15_000 }).toBeGreaterThan(seen)
      await settled(booking.id).toBe(2000)
    }
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    expect(await netPaid(server, booking.id)).toBe(2000)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CONFIRMED' })
  })

  it('is told as confirmed where that had the seats after all, which were lost a moment ago', async () => {
    const { show, booking } = await hold()
    const rival = await server.signInAsGuest()
    server.gateway.afterAuthorize = async () => {
      server.clock.jump(601)
      await server.seed.sql('CREATE TABLE gate AS SELECT 1')
      await server.seed.sql(`CREATE FUNCTION wait_for_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        WHILE EXISTS (SELECT FROM gate) LOOP PERFORM pg_sleep(0.02); END LOOP; RETURN NULL; END $$`)
      // Whoever locks a booking waits: that is after it was found that its seats are lost, and before its money goes back.
      await server.seed.sql(
        `CREATE TRIGGER wait_for_gate BEFORE UPDATE OF id ON booking EXECUTE FUNCTION wait_for_gate()`,
      )
      const { booking: other } = await holdSeats(rival, show, show.seatIds.slice(0, 1))
      void expect
        .poll(() => server.seed.sql(WHO_SLEEPS))
        .toHaveLength(1)
        .then(() => releaseSeats(rival, other.id))
        .then(() => server.seed.sql(GO_ON, [keyOf(booking.id)]))
        .then(() => expect.poll(() => readBooking(server, booking.id)).toMatchObject({ status: 'CONFIRMED' }))
        .finally(() => server.seed.sql('DELETE FROM gate'))
    }
    const answer = await confirmBooking(buyer, booking.id, { contact: { email: 'ada@example.org' } })
    await server.seed.sql('DROP TRIGGER wait_for_gate ON booking')
    expect(answer.__typename).toBe('ConfirmBookingSuccess')
    await settled(booking.id).toBe(2000)
    const told = await server.seed.sql('SELECT event FROM notification WHERE booking_id = $1', [keyOf(booking.id)])
    expect(told).toEqual([{ event: 'BOOKING_CONFIRMED' }])
  })
})
