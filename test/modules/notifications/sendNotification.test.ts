import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../../../src/modules/notifications/index.js'
import { MailServer } from '../../kit/mailServer.js'
import { acceptTransfer, cancelBooking, confirmBooking, holdSeats, transferBooking } from '../../kit/operations.js'
import { approve } from '../../kit/payingServer.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, countJobs, enqueue, holdAsBuyer, keyOf, listNotifications } from './story.js'

const mailServer = new MailServer()
const mailFrom = 'Marquee <tickets@example.com>'
const POLL = { timeout: 20_000, interval: 50 }
const UNDER_WAY = `SELECT event FROM notification WHERE status IN ('PENDING', 'SENDING')`
let server: TestServer

beforeAll(async () => {
  await mailServer.start()
  server = await startServer({ config: { smtpUrl: mailServer.url, mailFrom } })
})
afterAll(async () => {
  await server.close()
  await mailServer.stop()
})

const mailsTo = (email: string) => mailServer.mails.filter(({ to }) => to?.some(({ address }) => address === email))
const statusOf = async (key: string) =>
  (await listNotifications(server, key)).map(({ status }: { status: string }) => status)

describe('a mail server that takes mails', () => {
  it('gets the confirmation as HTML and as text, once', async () => {
    const { email, key } = await buy(server, { movie: 'Le Fabuleux Destin', seats: 2, price: 1250 })
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT'])
    const [mail, ...others] = mailsTo(email)
    expect(others).toEqual([])
    const [{ id }] = await listNotifications(server, key)
    expect(mail).toMatchObject({
      subject: 'Your tickets for Le Fabuleux Destin',
      from: { name: 'Marquee', address: 'tickets@example.com' },
      to: [{ address: email }],
      messageId: `<${id}@example.com>`,
    })
    for (const part of [mail!.html, mail!.text]) {
      expect(part).toContain('Hello Ada,')
      expect(part).toContain('A1, A2')
      expect(part).toContain('€25.00')
      expect(part).toContain('The Theater, 1 rue, 75001 Paris')
      expect(part).toContain(key.slice(0, 8).toUpperCase())
    }
  })

  it('gets a cancellation with what goes back', async () => {
    const { client, email, key, bookingId } = await buy(server, { seats: 1 })
    await cancelBooking(client, bookingId)
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT', 'SENT'])
    const mail = mailsTo(email).find(({ subject }) => subject === 'Cancelled: The Movie')
    expect(mail!.text).toContain('€10.00 will go back to the way it was paid.')
  })

  it('gets an offer of a booking, which tells who has made it', async () => {
    const { client, bookingId, key } = await buy(server)
    await transferBooking(client, bookingId, { email: 'offered@example.org' })
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT', 'SENT'])
    expect(mailsTo('offered@example.org')[0]!.text).toContain('Ada has tickets for you')
  })

  it('gets a cancellation of what could not be collected, which says that nothing is charged', async () => {
    const { client, bookingId, email, key } = await holdAsBuyer(server, { seats: 1 })
    await confirmBooking(client, bookingId, { payment: { method: 'CARD', token: 'pm_sandbox_captureFails' } })
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT', 'SENT'])
    const mail = mailsTo(email).find(({ subject }) => subject === 'Cancelled: The Movie')
    expect(mail!.text).toContain('it is not charged.')
    expect(mail!.text).not.toContain('by the terms of this theater')
  })

  it('gets a cancellation by who has not paid, which does not say so', async () => {
    const { client, bookingId, key } = await buy(server, { seats: 1 })
    const friend = await server.signInAsGuest()
    const { code } = await transferBooking(client, bookingId, { email: 'given@example.org' })
    await acceptTransfer(friend, code)
    await cancelBooking(friend, bookingId)
    // That the refund was paid may be told already.
    await expect.poll(async () => (await statusOf(key)).slice(0, 5), POLL).toEqual(Array(5).fill('SENT'))
    const mail = mailsTo('given@example.org').find(({ subject }) => subject === 'Cancelled: The Movie')
    expect(mail!.text).toContain('€10.00 will go back to the way it was paid.')
  })

  it('gets no second one when the job is done again', async () => {
    const { email, key } = await buy(server)
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT'])
    const [{ id }] = await listNotifications(server, key)
    await enqueue(server, 'sendNotification', { notificationId: id })
    await expect.poll(() => countJobs(server, 'sendNotification'), POLL).toBe(0)
    expect(mailsTo(email)).toHaveLength(1)
  })
})

describe('a guest without contact', () => {
  it('is told nothing', async () => {
    const guest = await server.signInAsGuest()
    const { booking } = await holdSeats(guest, await server.seed.show())
    expect((await confirmBooking(guest, booking.id)).booking.status).toBe('CONFIRMED')
    expect(await listNotifications(server, keyOf(booking.id))).toEqual([])
  })
})

describe('a mail server that is down', () => {
  it('delays no booking, and gets the mail once when it is back', async () => {
    await mailServer.stop()
    const { email, key } = await buy(server)
    await expect.poll(async () => (await listNotifications(server, key))[0].attempts, POLL).toBeGreaterThan(0)
    expect(mailsTo(email)).toEqual([])
    await mailServer.start()
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT'])
    expect(mailsTo(email)).toHaveLength(1)
  })

  it('delays no booking when it never says a word', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const other = await startServer({ config: { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom } })
    const asked = once(silent, 'connection')
    const { key } = await buy(other)
    const [socket] = await asked
    expect(await listNotifications(other, key)).toMatchObject([{ status: 'SENDING', attempts: 1 }])
    socket.destroy()
    await expect.poll(() => listNotifications(other, key), POLL).toMatchObject([{ status: 'PENDING' }])
    silent.close()
    await other.close()
  })
})

describe('a mail server that refuses', () => {
  it('for now, is asked again later', async () => {
    // Mails of the tests before are on their way.
    await expect.poll(() => server.seed.sql(UNDER_WAY), POLL).toEqual([])
    const tries = mailServer.tries
    mailServer.verdicts.push({ code: 451 })
    const { email, key } = await buy(server)
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT'])
    // Others may be sent meanwhile, such as that of a refund.
    expect(mailServer.tries - tries).toBeGreaterThanOrEqual(2)
    expect(mailsTo(email)).toHaveLength(1)
  })

  it('for good, is not asked again', async () => {
    const tries = mailServer.tries
    mailServer.verdicts.push({ code: 554 })
    const { key } = await buy(server)
    await expect.poll(() => statusOf(key), POLL).toEqual(['FAILED'])
    expect(await listNotifications(server, key)).toMatchObject([
      { attempts: 1, last_error: 'Message failed: 554 not now' },
    ])
    await expect.poll(() => countJobs(server, 'sendNotification'), POLL).toBe(0)
    expect(mailServer.tries - tries).toBe(1)
  })
})

describe('a connection that breaks after the mail was on its way', () => {
  it('leaves open whether it was taken: it is not sent again', async () => {
    mailServer.verdicts.push('drop')
    const { email, key } = await buy(server)
    await expect.poll(() => statusOf(key), POLL).toEqual(['UNKNOWN'])
    await expect.poll(() => countJobs(server, 'sendNotification'), POLL).toBe(0)
    expect(mailsTo(email)).toHaveLength(1)
  })
})

describe('a wrong password', () => {
  it('is nothing that the mail can be blamed for', async () => {
    const url = mailServer.url.replace('opensesame', 'guessed')
    const other = await startServer({ config: { smtpUrl: url, mailFrom } })
    const { key } = await buy(other)
    await expect
      .poll(() => listNotifications(other, key), POLL)
      .toMatchObject([{ status: 'PENDING', last_error: 'Invalid login: 535 wrong' }])
    await other.close()
  })
})

describe('a mail server that wants a password and is given none', () => {
  it('is nothing that the mail can be blamed for', async () => {
    const other = await startServer({ config: { smtpUrl: mailServer.url.replace('ann:opensesame@', ''), mailFrom } })
    const { key } = await buy(other)
    await expect
      .poll(() => listNotifications(other, key), POLL)
      .toMatchObject([{ status: 'PENDING', last_error: expect.stringContaining('530') }])
    await other.close()
  })
})

describe('the tickets', () => {
  const pagesOf = (pdf: unknown) =>
    Buffer.from(pdf as ArrayBuffer)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length

  it('come with the confirmation, one a page', async () => {
    const { email } = await buy(server, { seats: 3 })
    await expect.poll(() => mailsTo(email), POLL).toHaveLength(1)
    const [attachment, ...more] = mailsTo(email)[0]!.attachments
    expect(more).toEqual([])
    expect(attachment).toMatchObject({ filename: 'tickets.pdf', mimeType: 'application/pdf' })
    expect(pagesOf(attachment!.content)).toBe(3)
  })

  it('of a booking that was transferred before the mail was sent go to its new owner alone', async () => {
    const idle = await startServer({ config: { workJobs: false } })
    const { client, bookingId, email, key } = await buy(idle)
    const friend = `friend-${key}@example.org`
    const { code } = await transferBooking(client, bookingId, { email: friend })
    await acceptTransfer(await idle.signInAsGuest(), code)
    const late = await startServer({ beside: idle, config: { smtpUrl: mailServer.url, mailFrom } })
    const waiting = async () =>
      (await listNotifications(idle, key)).filter(({ status }: { status: string }) => status !== 'SENT')
    await expect.poll(waiting, POLL).toEqual([])
    const attachedTo = (to: string) =>
      mailsTo(to)
        .map(({ subject, attachments }) => `${subject}, ${attachments.length} attached`)
        .toSorted()
    expect(attachedTo(email)).toEqual([
      'Your tickets for The Movie, 0 attached',
      'Your tickets have changed hands: The Movie, 0 attached',
    ])
    expect(attachedTo(friend)).toEqual([
      'Tickets for you: The Movie, 0 attached',
      'Your tickets for The Movie, 1 attached',
    ])
    await late.close()
    await idle.close()
  })

  it('that cannot be drawn now come later, and the mail with them', async () => {
    const { email, key } = await buy(server)
    await expect.poll(() => mailsTo(email), POLL).toHaveLength(1)
    await server.seed.sql('ALTER TABLE ticket RENAME TO ticket_away')
    await server.services.db.transact((tx) => notify(tx, { event: 'BOOKING_CHANGED', bookingId: key }))
    const find = async () => (await listNotifications(server, key))[1]
    await expect.poll(find, POLL).toMatchObject({ status: 'PENDING', attempts: 1 })
    await server.seed.sql('ALTER TABLE ticket_away RENAME TO ticket')
    await expect.poll(find, POLL).toMatchObject({ status: 'SENT' })
    expect(mailsTo(email).map(({ attachments }) => attachments.length)).toEqual([1, 1])
  })
})

describe('a mail server that lets everybody wait', () => {
  it('delays no booking whose payment is approved elsewhere', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const smtpUrl = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const waiting = await startServer({ config: { smtpUrl, mailFrom } })
    const { client, bookingId, key } = await holdAsBuyer(waiting)
    const payment = { method: 'CARD', token: 'pm_card_authenticationRequired' }
    const { url } = await confirmBooking(client, bookingId, { payment })
    const others = await Promise.all(Array.from({ length: 8 }, () => buy(waiting)))
    const isSending = async () =>
      (await Promise.all(others.map((other) => listNotifications(waiting, other.key))))
        .flat()
        .some(({ status }) => status === 'SENDING')
    await expect.poll(isSending, POLL).toBe(true)
    await approve(waiting, url)
    const [read, values] = ['SELECT status FROM booking WHERE id = $1', [key]]
    await expect.poll(() => waiting.seed.sql(read, values), { timeout: 5_000 }).toEqual([{ status: 'CONFIRMED' }])
    await waiting.close()
    silent.close()
  })
})

describe('a mail server that stays away', () => {
  it('is left alone for a while after five tries', async () => {
    const away = await startServer({ config: { smtpUrl: 'smtp://127.0.0.1:1', mailFrom } })
    const keys = await Promise.all(Array.from({ length: 6 }, async () => (await buy(away)).key))
    const errors = async () =>
      (await Promise.all(keys.map((key) => listNotifications(away, key)))).map(([row]) => row.last_error)
    await expect.poll(errors, POLL).toContain('not tried, as the provider was away a moment ago')
    await away.close()
  })
})

describe('a mail server that breaks off each time when it has the mail', () => {
  it('is left alone for a while after five, which nobody knows of whether they were taken', async () => {
    const rude = new MailServer()
    await rude.start()
    const breaking = await startServer({ config: { smtpUrl: rude.url, mailFrom } })
    const find = async (key: string) => (await listNotifications(breaking, key))[0]
    for (let times = 0; times < 5; times++) {
      rude.verdicts.push('drop')
      const { key } = await buy(breaking)
      await expect.poll(() => find(key), POLL).toMatchObject({ status: 'UNKNOWN' })
    }
    const { key } = await buy(breaking)
    const notTried = { last_error: 'not tried, as the provider was away a moment ago' }
    await expect.poll(() => find(key), POLL).toMatchObject(notTried)
    await breaking.close()
    await rude.stop()
  })
})

describe('the code of a transfer that could not be sent for three days', () => {
  it('is forgotten when that is given up', async () => {
    const idle = await startServer({ config: { workJobs: false } })
    const { client, bookingId, key } = await buy(idle)
    await transferBooking(client, bookingId)
    await idle.seed.sql(`UPDATE notification SET created_at = now() - interval '73 hours' WHERE booking_id = $1`, [key])
    const late = await startServer({ beside: idle, config: { smtpUrl: 'smtp://127.0.0.1:1', mailFrom } })
    const offer = () =>
      idle.seed.sql(`SELECT status, data FROM notification WHERE booking_id = $1 AND event = 'TRANSFER_OFFERED'`, [key])
    await expect.poll(offer, POLL).toEqual([{ status: 'FAILED', data: { from: 'Ada' } }])
    await late.close()
    await idle.close()
  })
})
