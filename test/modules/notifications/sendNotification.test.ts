import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../../../src/modules/notifications/index.js'
import { MailServer } from '../../kit/mailServer.js'
import { cancelBooking, confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, countJobs, enqueue, keyOf, listNotifications } from './story.js'

const mailServer = new MailServer()
const mailFrom = 'Marquee <tickets@example.com>'
const POLL = { timeout: 20_000, interval: 50 }
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
      expect(part).toContain('The Theater, 1 rue, Paris')
      expect(part).toContain(key.slice(0, 8).toUpperCase())
    }
  })

  it('gets a cancellation with what goes back', async () => {
    const { client, email, key, bookingId } = await buy(server, { seats: 1 })
    await cancelBooking(client, bookingId)
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT', 'SENT'])
    const mail = mailsTo(email).find(({ subject }) => subject === 'Cancelled: The Movie')
    expect(mail!.text).toContain('€10.00 will go back to the way you paid.')
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
    const tries = mailServer.tries
    mailServer.verdicts.push({ code: 451 })
    const { email, key } = await buy(server)
    await expect.poll(() => statusOf(key), POLL).toEqual(['SENT'])
    expect(mailServer.tries - tries).toBe(2)
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
