import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notificationsModule } from '../../../src/modules/notifications/index.js'
import { MailServer } from '../../kit/mailServer.js'
import { cancelBooking } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, countJobs, enqueue, holdAsBuyer, listNotifications } from './story.js'

const mailServer = new MailServer()
const POLL = { timeout: 20_000, interval: 50 }
let server: TestServer

beforeAll(async () => {
  await mailServer.start()
  server = await startServer({ config: { smtpUrl: mailServer.url, mailFrom: 'tickets@example.com' } })
})
afterAll(async () => {
  await server.close()
  await mailServer.stop()
})

const eventsOf = async (key: string) =>
  (await listNotifications(server, key)).map(({ event, status }: Record<string, string>) => `${event} ${status}`)

/** Lets the job run that finds what is missing, and waits until all that it found is done. */
async function findMissing(task = 'sendMissingNotifications'): Promise<void> {
  await enqueue(server, task)
  await expect.poll(() => countJobs(server, task), POLL).toBe(0)
  await expect.poll(() => countJobs(server, 'sendNotification'), POLL).toBe(0)
}

describe('a booking or refund that nobody was told of', () => {
  it('is told of, once', async () => {
    const { client, key, bookingId } = await buy(server)
    await cancelBooking(client, bookingId)
    await expect.poll(() => countJobs(server, 'sendNotification'), POLL).toBe(0)
    await server.seed.sql('DELETE FROM notification WHERE booking_id = $1', [key])
    await findMissing()
    await findMissing()
    expect(await eventsOf(key)).toEqual(['BOOKING_CANCELLED SENT', 'REFUND_PAID SENT'])
    const [, { occurrence }] = await listNotifications(server, key)
    expect(await server.seed.sql('SELECT id FROM refund WHERE id::text = $1', [occurrence])).toHaveLength(1)
  })

  it('is told of when the provider refuses the refund', async () => {
    const { client, key, bookingId, email } = await buy(server)
    await cancelBooking(client, bookingId)
    await expect.poll(() => countJobs(server, 'payRefund'), POLL).toBe(0)
    await server.seed.sql(
      `UPDATE refund SET status = 'FAILED', failure = 'the card is closed' FROM payment
       WHERE payment.id = payment_id AND booking_id = $1`,
      [key],
    )
    await server.seed.sql(`DELETE FROM notification WHERE booking_id = $1 AND event = 'REFUND_PAID'`, [key])
    await findMissing()
    await findMissing()
    const isOfRefund = (event: string) => event.startsWith('REFUND_')
    expect((await eventsOf(key)).filter(isOfRefund)).toEqual(['REFUND_FAILED SENT'])
    const subjects = mailServer.mails.filter(({ to }) => to?.[0]?.address === email).map(({ subject }) => subject)
    expect(subjects).toContain('Your refund is delayed: The Movie')
  })

  it('is told of by the job that looks back a day, when it was hours ago', async () => {
    const { key } = await buy(server)
    await server.seed.sql('DELETE FROM notification WHERE booking_id = $1', [key])
    await server.seed.sql(`UPDATE booking SET confirmed_at = confirmed_at - interval '3 hours' WHERE id = $1`, [key])
    await findMissing()
    expect(await eventsOf(key)).toEqual([])
    await findMissing('sendMissingNotificationsOfTheDay')
    expect(await eventsOf(key)).toEqual(['BOOKING_CONFIRMED SENT'])
  })

  it('is not told of when it was changed by an exchange, which was told of', async () => {
    const { key } = await buy(server)
    await expect.poll(() => eventsOf(key), POLL).toEqual(['BOOKING_CONFIRMED SENT'])
    await server.seed.sql(`UPDATE notification SET event = 'BOOKING_CHANGED' WHERE booking_id = $1`, [key])
    await findMissing()
    expect(await eventsOf(key)).toEqual(['BOOKING_CHANGED SENT'])
  })
})

describe('a hold that has expired', () => {
  it('is told of', async () => {
    const { client, key, bookingId, email } = await holdAsBuyer(server)
    server.clock.jump(601)
    const statusOf = async () =>
      (await client.query('query ($id: ID!) { node(id: $id) { ... on Booking { status } } }', { id: bookingId })).node
    await expect.poll(statusOf, POLL).toEqual({ status: 'EXPIRED' })
    const rowOf = () => server.seed.sql('SELECT status FROM booking WHERE id = $1', [key])
    await expect.poll(rowOf, POLL).toEqual([{ status: 'EXPIRED' }])
    await findMissing()
    expect(await eventsOf(key)).toEqual(['HOLD_EXPIRED SENT'])
    const [mail] = mailServer.mails.filter(({ to }) => to?.[0]?.address === email)
    expect(mail).toMatchObject({ subject: 'Your seats are no longer held: The Movie' })
  })

  it('is no matter for a guest, whom nobody can reach', async () => {
    const guest = await server.signInAsGuest()
    expect(guest.token).toBeTypeOf('string')
    const show = await server.seed.show()
    const [{ id }] = await server.seed.sql(
      `INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at)
       SELECT $1, id, $2, 'EXPIRED', '{1}', '{1000}', 1000, 'EUR', now(), now() FROM account WHERE email IS NULL LIMIT 1
       RETURNING id`,
      [randomUUID(), show.key],
    )
    await findMissing()
    expect(await eventsOf(id)).toEqual([])
  })
})

describe('more holds that have expired than are told of at once', () => {
  it('are told of by email and by SMS', async () => {
    const other = await startServer({ config: { workJobs: false } })
    const { key } = await holdAsBuyer(other)
    // 1 + 2 * 250 messages: one more than a batch, so that it ends between the two of one booking.
    const expired = await other.seed.sql(
      `INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at,
         contact_phone)
       SELECT gen_random_uuid(), account_id, show_id, 'EXPIRED', seat_ids, seat_prices, total, currency, now(), now(),
         CASE WHEN i > 0 THEN '+33612345678' END
       FROM booking, generate_series(0, 250) AS i WHERE id = $1 RETURNING id`,
      [key],
    )
    expect(expired).toHaveLength(251)
    await notificationsModule.tasks!.sendMissingNotifications!({}, other.services)
    const told = await other.seed.sql(
      'SELECT channel, count(*)::int FROM notification GROUP BY channel ORDER BY channel',
    )
    expect(told).toEqual([
      { channel: 'EMAIL', count: 251 },
      { channel: 'SMS', count: 250 },
    ])
    await other.close()
  })
})

describe('a notification that has lost its job', () => {
  it('gets it again', async () => {
    const { key } = await buy(server)
    await expect.poll(() => eventsOf(key), POLL).toEqual(['BOOKING_CONFIRMED SENT'])
    await server.seed.sql(
      `UPDATE notification SET status = 'PENDING', sent_at = NULL, due_at = now() - interval '6 minutes' WHERE booking_id = $1`,
      [key],
    )
    await findMissing()
    expect(await eventsOf(key)).toEqual(['BOOKING_CONFIRMED SENT'])
    expect(await listNotifications(server, key)).toMatchObject([{ attempts: 2 }])
  })
})

describe('a notification whose sender died', () => {
  it('is not sent again, as nobody knows whether it was taken', async () => {
    const { key, email } = await buy(server)
    await expect.poll(() => eventsOf(key), POLL).toEqual(['BOOKING_CONFIRMED SENT'])
    await server.seed.sql(
      `UPDATE notification SET status = 'SENDING', sent_at = NULL, attempted_at = now() - interval '11 minutes' WHERE booking_id = $1`,
      [key],
    )
    await findMissing()
    await findMissing()
    expect(await eventsOf(key)).toEqual(['BOOKING_CONFIRMED UNKNOWN'])
    expect(mailServer.mails.filter(({ to }) => to?.[0]?.address === email)).toHaveLength(1)
  })
})
