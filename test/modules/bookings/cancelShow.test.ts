import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appointStaff } from '../../kit/appoint.js'
import { expectAgreement, keyOf, ledger, netPaid, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  cancelBooking,
  cancelShow,
  confirmBooking,
  exchangeBooking,
  holdSeats,
  seatCodes,
  transferBooking,
} from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'
import type { SeededShow } from '../../kit/seed.js'
import { TableLock } from '../../kit/tableLock.js'

let server: PayingServer
let staff: Client
let buyer: Client

const POLL = { timeout: 15_000 }

beforeAll(async () => {
  server = await startPayingServer()
})
beforeEach(async () => {
  staff = await server.signInAsGuest()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function seedShow(options = {}): Promise<SeededShow> {
  const show = await server.seed.show({ seats: 4, ...options })
  await appointStaff(server, staff, show)
  return show
}

/** A booking of some seats that is paid. */
async function book(show: SeededShow, seatIds = show.seatIds, client = buyer): Promise<string> {
  const { booking } = await holdSeats(client, show, seatIds)
  expect(await confirmBooking(client, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  return booking.id
}

const statusOf = async (bookingId: string) => (await readBooking(server, bookingId)).status

describe('CancelShowSuccess', () => {
  it('has every booking cancelled and all money given back, whatever the policy says', async () => {
    const show = await seedShow({ startsInSeconds: 60 })
    const [first, second] = [show.seatIds.slice(0, 2), show.seatIds.slice(2)]
    const bookings = [await book(show, first), await book(show, second, await server.signInAsGuest())]
    const success = { __typename: 'CancelShowSuccess', show: { id: show.id, status: 'CANCELLED' } }
    expect(await cancelShow(staff, show)).toEqual(success)
    for (const id of bookings) await expect.poll(() => netPaid(server, id), POLL).toBe(0)
    for (const id of bookings) expect(await readBooking(server, id)).toMatchObject({ status: 'CANCELLED', retained: 0 })
    expect(await seatCodes(buyer, show)).toBe('XXXX')
    await expectAgreement(server)
  })

  it('is in the log of seats as what the one who has cancelled it did', async () => {
    const show = await seedShow()
    const id = await book(show)
    await cancelShow(staff, show)
    await expect.poll(() => statusOf(id), POLL).toBe('CANCELLED')
    const { viewer } = await staff.query('{ viewer { id } }')
    const blocked = `SELECT DISTINCT actor, cause FROM seat_event WHERE show_id = $1 AND after_status = 'BLOCKED'`
    const expected = [{ actor: keyOf(viewer.id), cause: 'cancelShow' }]
    expect(await server.seed.sql(blocked, [show.key])).toEqual(expected)
  })

  it('ends tickets and offers, and tells the buyer of the show', async () => {
    const show = await seedShow()
    const { booking } = await holdSeats(buyer, show)
    await confirmBooking(buyer, booking.id, { contact: { email: 'buyer@example.org' } })
    await transferBooking(buyer, booking.id)
    await cancelShow(staff, show)
    await expect.poll(() => statusOf(booking.id), POLL).toBe('CANCELLED')
    const of = async (sql: string) =>
      (await server.seed.sql(sql, [keyOf(booking.id)])).map(({ value }: { value: string }) => value)
    expect(await of('SELECT DISTINCT status::text AS value FROM ticket WHERE booking_id = $1')).toEqual(['VOID'])
    expect(await of('SELECT status::text AS value FROM booking_transfer WHERE booking_id = $1')).not.toContain(
      'PENDING',
    )
    const told = `SELECT data ->> 'isShowCancelled' AS value FROM notification
      WHERE booking_id = $1 AND event = 'BOOKING_CANCELLED'`
    expect(await of(told)).toEqual(['true'])
  })

  it('lets nobody hold, pay, or come to it by an exchange', async () => {
    const show = await seedShow()
    const other = await server.seed.show({ seats: 1 })
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    const elsewhere = await book(other)
    await cancelShow(staff, show)
    const closed = { __typename: 'ShowClosedError', show: { id: show.id, status: 'CANCELLED' } }
    expect(await confirmBooking(buyer, booking.id)).toMatchObject(closed)
    expect(await holdSeats(buyer, show, show.seatIds.slice(1))).toMatchObject(closed)
    const seatIds = show.seatIds.slice(1, 2)
    expect(await exchangeBooking(buyer, elsewhere, { showId: show.id, seatIds })).toMatchObject(closed)
    expect(await netPaid(server, booking.id)).toBe(0)
    expect(await statusOf(elsewhere)).toBe('CONFIRMED')
  })

  it('comes again, and again nothing is given back twice', async () => {
    const show = await seedShow()
    const id = await book(show)
    const answers = await Promise.all([1, 2, 3].map(() => cancelShow(staff, show)))
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(3).fill('CancelShowSuccess'))
    // Its buyer is as fast as the job.
    await cancelBooking(buyer, id)
    await expect.poll(() => ledger(server, id), POLL).toMatchObject([{ captured: true, refunded: 4000 }])
    await cancelShow(staff, show)
    await expectAgreement(server)
    expect(await ledger(server, id)).toMatchObject([{ refunded: 4000 }])
  })

  it('is for a show that has begun as well, and has bookings looked for where its row alone was changed', async () => {
    const show = await seedShow({ startsInSeconds: 60 })
    const id = await book(show)
    server.clock.jump(120)
    await server.seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [server.clock.now(), show.key])
    expect(await cancelShow(staff, show)).toMatchObject({ __typename: 'CancelShowSuccess' })
    await expect.poll(() => netPaid(server, id), POLL).toBe(0)
  })

  it('leaves out nobody whose confirmation was under way', async () => {
    const show = await seedShow()
    const { booking } = await holdSeats(buyer, show)
    const tickets = await TableLock.open(server, 'ticket')
    await tickets.take()
    const paying = confirmBooking(buyer, booking.id)
    await expect.poll(() => tickets.countWaiting(), POLL).toBe(1)
    await cancelShow(staff, show)
    // The job has read which bookings there are before the confirmation can go on.
    const jobs = `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'cancelBookingsOfShow'`
    await expect.poll(() => server.seed.sql(jobs), POLL).toEqual([])
    await tickets.release()
    await tickets.close()
    expect(await paying).toMatchObject({ __typename: 'ShowClosedError' })
    await expect.poll(() => netPaid(server, booking.id), POLL).toBe(0)
  })
})

describe('a show', () => {
  it('that is over is not cancelled', async () => {
    const show = await server.seed.show({ startsInSeconds: 60 })
    await book(show)
    server.clock.jump(24 * 3600)
    // Whoever was signed in a day ago is not any more.
    staff = await server.signInAsGuest()
    await appointStaff(server, staff, show)
    const refusal = await refused(server, show, () => cancelShow(staff, show))
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status: 'ENDED' } })
  })

  it('that does not exist is not found', async () => {
    const id = Buffer.from('Show:2000000000').toString('base64url')
    const show = await seedShow()
    for (const unknown of [id, 'nonsense', Buffer.from('Movie:1').toString('base64url')]) {
      expect(await cancelShow(staff, { ...show, id: unknown })).toMatchObject({ __typename: 'NotFoundError' })
    }
  })

  it('is cancelled by the staff of its theater, and neither by that of another one nor by others', async () => {
    const [own, other] = [await server.seed.show({ seats: 1 }), await seedShow()]
    for (const [client, show] of [
      [staff, own],
      [buyer, other],
    ] as const) {
      const { errors } = await refused(server, show, () => tryToCancel(client, show))
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    expect(await tryToCancel(server.anonymous, own)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })
})

function tryToCancel(client: Client, show: SeededShow) {
  const query = 'mutation ($input: CancelShowInput!) { cancelShow(input: $input) { __typename } }'
  return client.send(query, { input: { showId: show.id } })
}
