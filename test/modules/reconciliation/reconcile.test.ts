import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import { enqueueJob } from '../../../src/lib/jobs/index.js'
import { SandboxGateway } from '../../../src/modules/payments/index.js'
import { reconcile, reconciliationModule } from '../../../src/modules/reconciliation/index.js'
import type { Client } from '../../kit/client.js'
import { HookedGateway } from '../../kit/gateway.js'
import { cancelBooking, confirmBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import { listContradictions, seatKeyOf } from '../../kit/seatLog.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let gateway: HookedGateway
let buyer: Client
let show: SeededShow

beforeEach(async () => {
  // Nobody else mends: jobs do not run.
  server = await startServer({
    config: { workJobs: false },
    gateway: (services) => {
      gateway = new HookedGateway(new SandboxGateway(services))
      return gateway
    },
  })
  buyer = await server.signInAsGuest()
  show = await server.seed.show({ seats: 2 })
})
afterEach(() => server.close())

const sql = (text: string, values?: unknown[]) => server.seed.sql(text, values)
const keyOf = (id: string) => fromGlobalId(id)!.key
const seat = (index: number) => `seat ${show.key}.${seatKeyOf(show, index)}`

async function run() {
  return reconcile({ ...server.services, gateway })
}

/** What a run finds: the check, the subject, and whether it was mended. */
async function drift() {
  const reports = await run()
  expect(reports.map(({ failure }) => failure)).toEqual(reports.map(() => null))
  return reports.flatMap((report) => report.drift.map((found) => [report.name, found.subject, found.isMended]))
}

async function hold(): Promise<string> {
  return keyOf((await holdSeats(buyer, show)).booking.id)
}

/** A booking that is paid, and its payment. */
async function book() {
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id)
  const [payment] = await sql('SELECT id, status FROM payment WHERE booking_id = $1', [keyOf(booking.id)])
  expect(payment.status).toBe('CAPTURED')
  return { id: booking.id, bookingId: keyOf(booking.id), paymentId: payment.id as string }
}

/** Changes seats as only who owns the tables could: without the log, for the rest of the test. */
async function changeUnseen(statement: string): Promise<void> {
  await sql(`ALTER TABLE show_seat DISABLE TRIGGER USER; ${statement}`)
}

describe('books that agree', () => {
  it('have no drift, after all that can happen to a booking', async () => {
    const other = await server.seed.show()
    await holdSeats(buyer, other, other.seatIds.slice(0, 1))
    const { id } = await book()
    await cancelBooking(buyer, id)
    await book()
    expect(await drift()).toEqual([])
  })
})

describe('a hold whose time is over while the run goes on', () => {
  it('is none that lacks its seats: others may have them from then on', async () => {
    await hold()
    const other = await server.signInAsGuest()
    const list = gateway.list.bind(gateway)
    gateway.list = async function* (since) {
      yield* list(since)
      server.clock.jump(601)
      expect((await holdSeats(other, show)).__typename).toBe('HoldSeatsSuccess')
    }
    expect(await drift()).toEqual([])
  })
})

describe('what is safe is mended', () => {
  it('holds whose time is over', async () => {
    const id = await hold()
    server.clock.jump(606)
    expect(await drift()).toEqual([['overdueHolds', `booking ${id}`, true]])
    expect(await seatCodes(buyer, show)).toBe('AA')
    expect(await sql('SELECT status FROM booking')).toEqual([{ status: 'EXPIRED' }])
    expect(await drift()).toEqual([])
  })

  it('held seats without a hold', async () => {
    const id = await hold()
    await sql(`UPDATE booking SET status = 'RELEASED' WHERE id = $1`, [id])
    expect(await drift()).toEqual([
      ['strayHolds', seat(0), true],
      ['strayHolds', seat(1), true],
    ])
    expect(await seatCodes(buyer, show)).toBe('AA')
    const [event] = await sql('SELECT actor, cause FROM seat_event ORDER BY id DESC LIMIT 1')
    expect(event).toEqual({ actor: 'system', cause: 'reconcile' })
    expect(await drift()).toEqual([])
  })

  it('seats that are held until another time than their hold', async () => {
    await hold()
    await sql(`UPDATE show_seat SET held_until = held_until + interval '1 day' WHERE seat_id = $1`, [
      seatKeyOf(show, 0),
    ])
    expect(await drift()).toEqual([['holdEnds', seat(0), true]])
    expect(
      await sql('SELECT count(DISTINCT held_until)::int AS ends FROM show_seat WHERE show_id = $1', [show.key]),
    ).toEqual([{ ends: 1 }])
    expect(await drift()).toEqual([])
    expect(await listContradictions(server.seed)).toEqual([])
  })

  it.each(['VOIDED', 'DECLINED'])('money reserved for a payment that is %s here', async (status) => {
    const id = await hold()
    const payment = await reserve(id, status)
    expect(await drift()).toEqual([['provider', `payment ${payment}`, true]])
    expect(await sql('SELECT voided FROM sandbox_payment')).toEqual([{ voided: true }])
    expect(await sql('SELECT status FROM payment')).toEqual([{ status }])
    expect(await drift()).toEqual([])
  })

  it('money that was collected, and is not yet written down as such', async () => {
    const { paymentId } = await book()
    await sql(`UPDATE payment SET status = 'CAPTURING'`)
    server.clock.jump(10)
    expect(await drift()).toEqual([['provider', `payment ${paymentId}`, true]])
    expect(await sql('SELECT status FROM payment')).toEqual([{ status: 'CAPTURED' }])
    expect(await drift()).toEqual([])
  })
})

describe('what is not is reported, and left as it is', () => {
  const expectOpen = async (expected: [string, string][]) => {
    const open = expected.map(([check, subject]) => [check, subject, false])
    expect(await drift()).toEqual(open)
    expect(await drift()).toEqual(open)
  }

  it('a hold that does not have its seats', async () => {
    const id = await hold()
    await sql(`UPDATE show_seat SET status = 'BLOCKED', held_until = NULL, booking_id = NULL WHERE seat_id = $1`, [
      seatKeyOf(show, 0),
    ])
    await expectOpen([['holdsWithoutSeats', `booking ${id}`]])
  })

  it('a confirmed booking that does not have its seats', async () => {
    const { bookingId } = await book()
    await sql(`UPDATE show_seat SET status = 'AVAILABLE', booking_id = NULL WHERE seat_id = $1`, [seatKeyOf(show, 0)])
    await expectOpen([
      ['bookingsWithoutSeats', `booking ${bookingId}`],
      ['soldTwice', seat(0)],
    ])
  })

  it('sold seats of a booking that is not confirmed', async () => {
    const { bookingId } = await book()
    await sql(`UPDATE booking SET status = 'CANCELLED', retained = total`)
    await expectOpen([
      ['soldWithoutBooking', seat(0)],
      ['soldWithoutBooking', seat(1)],
    ])
    await sql(
      `UPDATE booking SET status = 'CONFIRMED', retained = 0, seat_ids = seat_ids[2:], seat_prices = seat_prices[2:]`,
    )
    await expectOpen([['soldWithoutBooking', seat(0)]])
    expect(await sql('SELECT id FROM booking')).toEqual([{ id: bookingId }])
  })

  it('sold seats without an owner, and owners without a sold seat', async () => {
    await book()
    await sql('DELETE FROM booked_seat WHERE seat_id = $1', [seatKeyOf(show, 1)])
    await expectOpen([['soldTwice', seat(1)]])
  })

  it('seats that stand otherwise than the log says', async () => {
    await hold()
    await changeUnseen(`UPDATE show_seat SET price = price + 1 WHERE seat_id = ${seatKeyOf(show, 1)}`)
    await expectOpen([['seatLog', seat(1)]])
    await changeUnseen(`DELETE FROM show_seat WHERE seat_id = ${seatKeyOf(show, 1)}`)
    expect(await drift()).toContainEqual(['seatLog', seat(1), false])
  })

  it('bookings that were not paid as they should be', async () => {
    const { bookingId } = await book()
    await sql('UPDATE booking SET total = total + 1')
    await expectOpen([['money', `booking ${bookingId}`]])
    await sql('UPDATE booking SET total = total - 1, retained = 500')
    await expectOpen([['money', `booking ${bookingId}`]])
  })

  it('refunds that failed, which are missing in what was given back', async () => {
    const { id, bookingId } = await book()
    await cancelBooking(buyer, id)
    await sql(`UPDATE refund SET status = 'FAILED', failure = 'the account is closed'`)
    const [refund] = await sql('SELECT id FROM refund')
    await expectOpen([
      ['money', `booking ${bookingId}`],
      ['failedRefunds', `refund ${refund.id}`],
    ])
  })

  it('payments and refunds that do not come to their end', async () => {
    const { id, paymentId } = await book()
    await cancelBooking(buyer, id)
    await sql(`UPDATE payment SET created_at = created_at - interval '2 days', status = 'CAPTURING';
      UPDATE refund SET created_at = created_at - interval '1 day'; UPDATE sandbox_payment SET captured = false`)
    server.clock.jump(10)
    const [refund] = await sql('SELECT id FROM refund')
    await expectOpen([
      ['unfinished', `payment ${paymentId}`],
      ['unfinished', `refund ${refund.id}`],
    ])
  })

  it('payments at the provider that are not in our books', async () => {
    const key = randomUUID()
    await gateway.authorize({ key, amount: 100, currency: 'EUR', method: 'CARD', token: 'pm_card_visa' })
    await gateway.authorize({ key: 'by hand', amount: 1, currency: 'EUR', method: 'CARD', token: 'pm_card_visa' })
    expect((await drift()).toSorted()).toEqual(
      [key, 'by hand'].map((name) => ['provider', `payment ${name}`, false]).toSorted(),
    )
  })

  it('payments that the provider does not know', async () => {
    const { paymentId } = await book()
    await sql('DELETE FROM sandbox_payment')
    await expectOpen([['provider', `payment ${paymentId}`]])
  })

  it.each([
    ['not collected there', 'captured = false'],
    ['let go there', 'captured = false, voided = true'],
    ['of another amount there', 'amount = amount + 1'],
    ['given back there', 'refunded = 1'],
  ])('a payment that is %s', async (_what, change) => {
    const { paymentId } = await book()
    await sql(`UPDATE sandbox_payment SET ${change}`)
    await expectOpen([['provider', `payment ${paymentId}`]])
  })

  it('money that was collected for a payment that was given up', async () => {
    const payment = await reserve(await hold(), 'VOIDED')
    await sql('UPDATE sandbox_payment SET captured = true')
    await expectOpen([['provider', `payment ${payment}`]])
  })
})

describe('a provider that is away', () => {
  it('fails its check alone: the others look, and the books are as they were', async () => {
    const { bookingId } = await book()
    await sql('UPDATE booking SET total = total + 1')
    gateway.down.add('list')
    const reports = await run()
    expect(reports.filter(({ failure }) => failure !== null)).toEqual([
      expect.objectContaining({ name: 'provider', drift: [], failure: 'list: the provider is down' }),
    ])
    expect(reports.find(({ name }) => name === 'money')!.drift).toMatchObject([{ subject: `booking ${bookingId}` }])
  })

  it('leaves open what could not be mended, and says why', async () => {
    await reserve(await hold(), 'VOIDED')
    gateway.down.add('void')
    const found = (await run()).flatMap((report) => report.drift)
    expect(found).toMatchObject([{ isMended: false, detail: expect.stringContaining('void: the provider is down') }])
  })
})

describe('at night', () => {
  it('is a job, which mends as well', async () => {
    const id = await hold()
    await sql(`UPDATE booking SET status = 'RELEASED' WHERE id = $1`, [id])
    await server.services.db.transact((tx) => enqueueJob(tx, { task: 'reconcile', payload: {} }))
    const worker = await startServer({ beside: server })
    await expect.poll(() => seatCodes(buyer, show), { timeout: 5_000 }).toBe('AA')
    await worker.close()
    expect(reconciliationModule.crons).toEqual([{ task: 'reconcile', match: '30 3 * * *' }])
  })
})

/** Reserves money at the provider for a payment that has another status in our books. */
async function reserve(bookingId: string, status: string): Promise<string> {
  const id = randomUUID()
  await sql(
    `INSERT INTO payment (id, booking_id, account_id, method, status, amount, currency, gateway, created_at, updated_at)
     SELECT $1, id, account_id, 'CARD', $2, total, currency, 'hooked', now(), now() FROM booking WHERE id = $3`,
    [id, status, bookingId],
  )
  await gateway.authorize({ key: id, amount: 2000, currency: 'EUR', method: 'CARD', token: 'pm_card_visa' })
  return id
}
