import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, ledger, netPaid, paymentStatuses, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { cancelBooking, confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
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

async function hold(options = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(buyer, show)
  return { show, booking }
}

const WHO_WAITS = `SELECT FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()
  AND query ILIKE '%payment%'`
const part = (amount: string, token = 'pm_card_visa') => ({ payment: { method: 'CARD', token, amount } })
const settled = (bookingId: string) => expect.poll(() => netPaid(server, bookingId), { timeout: 15_000 })

describe('PartialPaymentSuccess', () => {
  it('reserves parts until they cover the booking, which is confirmed then, each collected', async () => {
    const { show, booking } = await hold()
    expect(await confirmBooking(buyer, booking.id, part('5'))).toEqual({
      __typename: 'PartialPaymentSuccess',
      open: { amount: '15.00', currency: 'EUR' },
      booking: { id: booking.id, status: 'PENDING' },
    })
    expect(await confirmBooking(buyer, booking.id, part('7.50'))).toMatchObject({ open: { amount: '7.50' } })
    expect(await seatCodes(buyer, show)).toBe('HH')
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    expect(await ledger(server, booking.id)).toEqual(
      [500, 750, 750].map((amount) => ({ amount, captured: true, voided: false, refunded: 0 })),
    )
  })

  it('is the answer to its key, also once others have paid the rest', async () => {
    const { booking } = await hold()
    const mine = { ...part('5'), idempotencyKey: 'my part' }
    await confirmBooking(buyer, booking.id, mine)
    await confirmBooking(buyer, booking.id, part('15'))
    expect(await confirmBooking(buyer, booking.id, mine)).toMatchObject({
      __typename: 'PartialPaymentSuccess',
      booking: { status: 'CONFIRMED' },
    })
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('goes back when the rest does not come in time', async () => {
    const { show, booking } = await hold()
    await confirmBooking(buyer, booking.id, part('5'))
    await confirmBooking(buyer, booking.id, part('6'))
    server.clock.jump(601)
    await settled(booking.id).toBe(0)
    expect(await paymentStatuses(server, booking.id)).toEqual(['VOIDED', 'VOIDED'])
    await expect.poll(() => seatCodes(buyer, show)).toBe('AA')
  })

  it('goes back when the last part comes too late', async () => {
    const { booking } = await hold()
    await confirmBooking(buyer, booking.id, part('5'))
    server.gateway.beforeAuthorize = async () => server.clock.jump(601)
    expect((await confirmBooking(buyer, booking.id, part('6'))).__typename).toBe('HoldExpiredError')
    await settled(booking.id).toBe(0)
  })

  it('goes back as a refund where the provider has collected it by itself', async () => {
    const { booking } = await hold()
    await confirmBooking(buyer, booking.id, part('5'))
    await server.seed.sql(
      'UPDATE sandbox_payment SET captured = true FROM payment WHERE payment.id::text = key AND booking_id = $1',
      [keyOf(booking.id)],
    )
    await releaseSeats(buyer, booking.id)
    await expect
      .poll(() => ledger(server, booking.id), { timeout: 15_000 })
      .toEqual([{ amount: 500, captured: true, voided: false, refunded: 500 }])
    expect(await paymentStatuses(server, booking.id)).toEqual(['CAPTURED'])
  })

  it('goes back at once where somebody pays all of it', async () => {
    const { booking } = await hold()
    server.gateway.beforeAuthorize = () => confirmBooking(buyer, booking.id, part('5'))
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    expect(await ledger(server, booking.id)).toMatchObject([
      { amount: 2000, captured: true },
      { amount: 500, captured: false, voided: true },
    ])
  })

  it('gives each its own back when the booking is cancelled', async () => {
    const { show, booking } = await hold()
    await confirmBooking(buyer, booking.id, part('5'))
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id, { seatIds: [show.seatIds[0]] })
    await cancelBooking(buyer, booking.id)
    await expect
      .poll(() => ledger(server, booking.id))
      .toMatchObject([
        { amount: 500, refunded: 500 },
        { amount: 1500, refunded: 1500 },
      ])
  })

  it('waits for a part whose buyer has to approve it', async () => {
    const { booking } = await hold()
    const asked = await confirmBooking(buyer, booking.id, part('5', 'pm_card_authenticationRequired'))
    expect(await confirmBooking(buyer, booking.id, part('15'))).toMatchObject({ open: { amount: '5.00' } })
    await approve(server, asked.url)
    await settled(booking.id).toBe(2000)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CONFIRMED' })
  })
})

describe('InvalidPaymentAmountError', () => {
  it.each(['0', '20.01', '0.001', '99999999'])('is returned for %s of 20', async (amount) => {
    const { show, booking } = await hold()
    const refusal = await refused(server, show, () => confirmBooking(buyer, booking.id, part(amount)))
    expect(refusal).toEqual({
      __typename: 'InvalidPaymentAmountError',
      message: 'The amount has to be more than 0 and at most 20.00 EUR, which is what is open.',
      open: { amount: '20.00', currency: 'EUR' },
    })
  })

  it('is returned for more than others have left open', async () => {
    const { show, booking } = await hold()
    await confirmBooking(buyer, booking.id, part('15'))
    const refusal = await refused(server, show, () => confirmBooking(buyer, booking.id, part('5.01')))
    expect(refusal).toMatchObject({ __typename: 'InvalidPaymentAmountError', open: { amount: '5.00' } })
  })

  it('is returned for less than what is open, where nine parts are paid already', async () => {
    const { show, booking } = await hold()
    for (let paid = 0; paid < 9; paid++) await confirmBooking(buyer, booking.id, part('2'))
    const refusal = await refused(server, show, () => confirmBooking(buyer, booking.id, part('1')))
    expect(refusal).toEqual({
      __typename: 'InvalidPaymentAmountError',
      message: 'The amount has to be 2.00 EUR, which is what is open.',
      open: { amount: '2.00', currency: 'EUR' },
    })
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
  })

  it('is returned for less than what is open also where the ninth part is on its way', async () => {
    const { booking } = await hold()
    for (let paid = 0; paid < 8; paid++) await confirmBooking(buyer, booking.id, part('2'))
    let tenth: unknown = null
    server.gateway.beforeAuthorize = async () => {
      tenth = await confirmBooking(buyer, booking.id, part('1'))
    }
    expect((await confirmBooking(buyer, booking.id, part('2'))).__typename).toBe('PartialPaymentSuccess')
    expect(tenth).toMatchObject({ __typename: 'InvalidPaymentAmountError', open: { amount: '4.00' } })
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    expect(await ledger(server, booking.id)).toHaveLength(10)
  })

  it('is returned to who comes second with too much, who is not charged; the booking can be paid still', async () => {
    const { booking } = await hold()
    server.gateway.beforeAuthorize = () => confirmBooking(buyer, booking.id, part('15'))
    expect(await confirmBooking(buyer, booking.id, part('14'))).toMatchObject({
      __typename: 'InvalidPaymentAmountError',
      open: { amount: '5.00' },
    })
    expect(await ledger(server, booking.id)).toMatchObject([
      { amount: 1400, voided: true },
      { amount: 1500, voided: false },
    ])
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })
})

describe('PaymentCaptureError', () => {
  it('is returned when one of several cannot be collected: the booking is cancelled, and all have their money', async () => {
    const { show, booking } = await hold()
    await confirmBooking(buyer, booking.id, part('5'))
    const last = { ...part('15', 'pm_sandbox_captureFails'), idempotencyKey: 'last' }
    const refusal = await confirmBooking(buyer, booking.id, last)
    expect(refusal).toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CANCELLED' } })
    await settled(booking.id).toBe(0)
    expect(await seatCodes(buyer, show)).toBe('AA')
    expect(await confirmBooking(buyer, booking.id, last)).toEqual(refusal)
  })

  it.each(['first', 'last'])('holds where it is the %s of them that cannot be collected', async (which) => {
    const { booking } = await hold()
    const tokens =
      which === 'first' ? ['pm_sandbox_captureFails', 'pm_card_visa'] : ['pm_card_visa', 'pm_sandbox_captureFails']
    for (const token of tokens) await confirmBooking(buyer, booking.id, part('10', token))
    await settled(booking.id).toBe(0)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CANCELLED' })
  })
})

describe('a booking that costs nothing', () => {
  it('is confirmed without its provider, who would refuse it, and cancelled', async () => {
    const { show, booking } = await hold({ price: 0 })
    const declined = { payment: { method: 'CARD', token: 'pm_card_chargeDeclined' } }
    expect((await confirmBooking(buyer, booking.id, declined)).__typename).toBe('ConfirmBookingSuccess')
    expect(await ledger(server, booking.id)).toEqual([])
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ refund: { amount: '0.00' } })
    expect(await seatCodes(buyer, show)).toBe('AA')
  })
})

describe('who pays while the payments of others are on their way', () => {
  // However slow the machine is, nobody else looks after payments that were left alone.
  beforeAll(() => server.clock.stop())

  /** As a buyer's approval leaves it, before anybody has gone on with it. */
  const reserve = async (bookingId: string) => {
    const waiting = await server.seed.sql(
      `UPDATE payment SET status = 'AUTHORIZED' WHERE booking_id = $1 AND status = 'ACTION_REQUIRED' RETURNING id::text`,
      [keyOf(bookingId)],
    )
    const keys = waiting.map(({ id }: { id: string }) => id)
    await server.seed.sql(`UPDATE sandbox_payment SET action = 'APPROVED' WHERE key = ANY($1)`, [keys])
  }
  const waits = 'pm_card_authenticationRequired'
  /** A hold with two parts that are reserved, which nobody has gone on with. */
  const holdWithParts = async (...[one, two]: [object, object]) => {
    const { booking } = await hold()
    await confirmBooking(buyer, booking.id, one)
    server.clock.jump(1)
    expect((await confirmBooking(buyer, booking.id, two)).__typename).toBe('PartialPaymentSuccess')
    await reserve(booking.id)
    return booking
  }

  it('gets RequestInProgressError where they are too much, which is not kept, and touches none of them', async () => {
    const first = { ...part('14', waits), idempotencyKey: 'the first' }
    const booking = await holdWithParts(first, part('15'))
    for (const more of [{}, part('5')]) {
      const mine = { ...more, idempotencyKey: `mine ${JSON.stringify(more)}` }
      expect(await confirmBooking(buyer, booking.id, mine)).toEqual({
        __typename: 'RequestInProgressError',
        message: 'Other payments for this booking are on their way: send the same request again in a moment.',
        retryAfterSeconds: 2,
      })
      expect(await paymentStatuses(server, booking.id)).toEqual(['AUTHORIZED', 'AUTHORIZED'])
    }
    expect((await confirmBooking(buyer, booking.id, first)).__typename).toBe('InvalidPaymentAmountError')
    const again = await confirmBooking(buyer, booking.id, { idempotencyKey: 'mine {}' })
    expect(again.__typename).toBe('ConfirmBookingSuccess')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('leaves a part that was told as reserved so, also where a job looks after it: what came later is let go', async () => {
    const first = { ...part('14', waits), idempotencyKey: 'the later one' }
    const booking = await holdWithParts(first, part('15'))
    await server.seed.sql(
      `SELECT graphile_worker.add_job('advancePayment', json_build_object('paymentId', id)) FROM payment
       WHERE booking_id = $1 AND amount = 1500`,
      [keyOf(booking.id)],
    )
    await expect.poll(() => server.seed.sql(`SELECT FROM graphile_worker.jobs WHERE run_at <= now()`)).toEqual([])
    expect(await paymentStatuses(server, booking.id)).toEqual(['AUTHORIZED', 'AUTHORIZED'])
    server.clock.jump(61)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['VOIDED', 'AUTHORIZED'])
    expect((await confirmBooking(buyer, booking.id)).__typename).toBe('ConfirmBookingSuccess')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('confirms the booking where they cover it, and has paid nothing', async () => {
    const booking = await holdWithParts(part('12', waits), part('8'))
    expect((await confirmBooking(buyer, booking.id, part('3'))).__typename).toBe('ConfirmBookingSuccess')
    expect(await ledger(server, booking.id)).toMatchObject([{ amount: 1200 }, { amount: 800 }])
    expect(await paymentStatuses(server, booking.id)).toEqual(['CAPTURED', 'CAPTURED'])
  })

  it('pays what is open by itself where one of them is given up at the last moment', async () => {
    const booking = await holdWithParts(part('12', waits), part('8'))
    const gate = new pg.Client({ connectionString: server.databaseUrl })
    await gate.connect()
    await gate.query(`SELECT pg_advisory_lock(1); CREATE FUNCTION wait_for_gate() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END $$;
      CREATE TRIGGER wait_for_gate BEFORE UPDATE ON payment FOR EACH ROW
        WHEN (NEW.status = 'CAPTURING' AND OLD.amount = 1200) EXECUTE FUNCTION wait_for_gate()`)
    const answer = confirmBooking(buyer, booking.id)
    await expect.poll(() => server.seed.sql(WHO_WAITS)).toHaveLength(1)
    const given = `UPDATE payment SET status = 'VOIDING' WHERE booking_id = $1 AND amount = 800 RETURNING id`
    expect(await server.seed.sql(given, [keyOf(booking.id)])).toHaveLength(1)
    await gate.end()
    expect((await answer).__typename).toBe('ConfirmBookingSuccess')
    await server.seed.sql('DROP TRIGGER wait_for_gate ON payment')
    expect((await paymentStatuses(server, booking.id)).toSorted()).toEqual(['CAPTURED', 'CAPTURED', 'VOIDING'])
    server.clock.jump(11)
    await settled(booking.id).toBe(2000)
  })
})
