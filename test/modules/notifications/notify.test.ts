import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../../../src/modules/notifications/index.js'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, countJobs, keyOf, listNotifications } from './story.js'

const POLL = { timeout: 20_000, interval: 50 }
let dataDir: string
let server: TestServer

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'marquee-outbox-'))
  server = await startServer({ config: { dataDir } })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true })
})

const filesOf = async (id: string) => {
  const names = await readdir(join(dataDir, 'outbox')).catch(() => [])
  return names.filter((name) => name.includes(id))
}

/** The files of a booking's messages of an event once they are all sent, by their channels. */
async function readOutbox(key: string, event: string): Promise<Record<string, string>> {
  const own = async () => (await listNotifications(server, key)).filter((row: { event: string }) => row.event === event)
  await expect
    .poll(async () => (await own()).every(({ status }: { status: string }) => status === 'SENT'), POLL)
    .toBe(true)
  const files: Record<string, string> = {}
  for (const { id, channel } of await own()) {
    const [name] = await filesOf(id)
    files[channel] = await readFile(join(dataDir, 'outbox', name!), 'utf8')
  }
  return files
}

describe('without an SMTP server and an SMS gateway', () => {
  it('messages are files of the outbox, in the order of their time', async () => {
    const { key, email } = await buy(server)
    await server.seed.sql(`UPDATE booking SET contact_phone = '+33612345678' WHERE id = $1`, [key])
    await server.services.db.transact((tx) => notify(tx, { event: 'BOOKING_CANCELLED', bookingId: key }))
    const { EMAIL, SMS } = await readOutbox(key, 'BOOKING_CANCELLED')
    expect(await PostalMime.parse(EMAIL!)).toMatchObject({
      subject: 'Cancelled: The Movie',
      from: { name: 'Marquee', address: 'tickets@marquee.invalid' },
      to: [{ address: email }],
    })
    expect(SMS).toMatch(
      /^To: \+33612345678\n\nYour seats are cancelled: The Movie, .+ A1 A2 A3 A4\. Booking [0-9A-F]{8}\n$/,
    )
    for (const name of await readdir(join(dataDir, 'outbox'))) {
      expect(name).toMatch(/^\d{8}T\d{6}\.\d{3}Z-[0-9a-f-]{36}\.(eml|txt)$/)
    }
  })
})

describe('an event that is told twice', () => {
  it('is told once, also by fifty at once', async () => {
    const { key } = await buy(server)
    const tellings = Array.from({ length: 50 }, () =>
      server.services.db.transact((tx) => notify(tx, { event: 'SEATS_LOST', bookingId: key })),
    )
    await Promise.all(tellings)
    await readOutbox(key, 'SEATS_LOST')
    const lost = (await listNotifications(server, key)).filter(({ event }: { event: string }) => event === 'SEATS_LOST')
    expect(lost).toMatchObject([{ status: 'SENT', attempts: 1 }])
    expect(await filesOf(lost[0].id)).toHaveLength(1)
  })

  it('is another one for each occurrence', async () => {
    const { key } = await buy(server)
    for (const occurrence of [randomUUID(), randomUUID()]) {
      const data = { refund: 1234 }
      await server.services.db.transact((tx) => notify(tx, { event: 'REFUND_PAID', bookingId: key, occurrence, data }))
    }
    const { EMAIL } = await readOutbox(key, 'REFUND_PAID')
    expect((await listNotifications(server, key)).map(({ event }: { event: string }) => event)).toEqual([
      'BOOKING_CONFIRMED',
      'REFUND_PAID',
      'REFUND_PAID',
    ])
    expect((await PostalMime.parse(EMAIL!)).subject).toBe('Your refund of €12.34: The Movie')
  })
})

describe('a transaction that rolls back', () => {
  it('tells nothing', async () => {
    const { key } = await buy(server)
    await readOutbox(key, 'BOOKING_CONFIRMED')
    const work = server.services.db.transact(async (tx) => {
      await notify(tx, { event: 'BOOKING_CANCELLED', bookingId: key })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await listNotifications(server, key)).toHaveLength(1)
    expect(await countJobs(server, 'sendNotification')).toBe(0)
  })
})

describe('who is told', () => {
  it('is a guest who has left an address and a number, by both', async () => {
    const guest = await server.signInAsGuest()
    const { booking } = await holdSeats(guest, await server.seed.show())
    const contact = { email: 'guest@example.org', phone: '+33612345678' }
    expect((await confirmBooking(guest, booking.id, { contact })).booking.status).toBe('CONFIRMED')
    const { EMAIL, SMS } = await readOutbox(keyOf(booking.id), 'BOOKING_CONFIRMED')
    expect((await PostalMime.parse(EMAIL!)).to).toEqual([{ name: '', address: 'guest@example.org' }])
    expect(SMS).toMatch(/^To: \+33612345678\n\nYour seats are booked: /)
  })

  it('is the contact of the booking before the account', async () => {
    const { key } = await buy(server)
    await server.seed.sql(`UPDATE booking SET contact_email = 'eve@example.org' WHERE id = $1`, [key])
    await server.services.db.transact((tx) => notify(tx, { event: 'BOOKING_CHANGED', bookingId: key }))
    const { EMAIL } = await readOutbox(key, 'BOOKING_CHANGED')
    expect((await PostalMime.parse(EMAIL!)).to).toEqual([{ name: '', address: 'eve@example.org' }])
  })

  it('is somebody else where the event says so; the code of a transfer is forgotten then', async () => {
    const { key } = await buy(server)
    const data = { code: 'open-sesame', from: 'Ada' }
    await server.services.db.transact((tx) =>
      notify(tx, {
        event: 'TRANSFER_OFFERED',
        bookingId: key,
        occurrence: 't1',
        data,
        to: { email: 'bob@example.org' },
      }),
    )
    const { EMAIL } = await readOutbox(key, 'TRANSFER_OFFERED')
    const mail = await PostalMime.parse(EMAIL!)
    expect(mail.to).toEqual([{ name: '', address: 'bob@example.org' }])
    expect(mail.text).toContain('Ada has tickets for you\n')
    expect(mail.text).toContain('Code: open-sesame\n')
    const rows = await server.seed.sql(`SELECT data FROM notification WHERE event = 'TRANSFER_OFFERED'`)
    expect(rows).toEqual([{ data: { from: 'Ada' } }])
  })

  it('is one address, whatever is in it', async () => {
    const { key } = await buy(server)
    const to = { email: 'eve@example.org, bob@example.org\r\nBcc: all@example.org' }
    await server.services.db.transact((tx) => notify(tx, { event: 'BOOKING_CHANGED', bookingId: key, to }))
    await expect
      .poll(() => listNotifications(server, key), POLL)
      .toMatchObject([{ event: 'BOOKING_CONFIRMED' }, { event: 'BOOKING_CHANGED', status: 'SENT' }])
    const { EMAIL } = await readOutbox(key, 'BOOKING_CHANGED')
    const mail = await PostalMime.parse(EMAIL!)
    expect(mail.to).toHaveLength(1)
    expect(mail.bcc).toBeUndefined()
  })
})

describe('what others have named', () => {
  it('adds no header and no HTML', async () => {
    const movie = 'Alien\r\nBcc: all@example.org\r\n\r\n<img src=x onerror=alert(1)> & "Co"'
    const { key } = await buy(server, { movie, name: 'Eve <script>alert(1)</script>' })
    const { EMAIL } = await readOutbox(key, 'BOOKING_CONFIRMED')
    const mail = await PostalMime.parse(EMAIL!)
    expect(mail.subject).toBe('Your tickets for Alien Bcc: all@example.org <img src=x onerror=alert(1)> & "Co"')
    expect(mail.headers.map((header) => header.key)).not.toContain('bcc')
    expect(mail.html).not.toMatch(/<img|<script/)
    expect(mail.html).toContain('Hello Eve &lt;script&gt;alert(1)&lt;/script&gt;,')
  })
})
