import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../src/modules/notifications/facts.js'
import { toHtml, toText } from '../../../src/modules/notifications/layout.js'
import { writeLetter } from '../../../src/modules/notifications/letter.js'

const facts: Facts = {
  id: '7c6d1a0e-4a0e-4c5e-9a76-2f1f3c0b9d11',
  event: 'BOOKING_CONFIRMED',
  channel: 'EMAIL',
  recipient: 'ada@example.org',
  data: {},
  deliveryStatus: 'PENDING',
  attempts: 0,
  isOfOwner: true,
  bookingId: '3f2a9c1e-1111-4222-8333-444455556666',
  bookingStatus: 'CONFIRMED',
  total: 2900,
  refund: 1450,
  currency: 'EUR',
  name: 'Ada',
  movie: 'Amélie',
  startsAt: new Date('2026-11-28T23:30:00Z'),
  screen: '1',
  theater: 'Le Grand Rex',
  address: '1 Boulevard Poissonnière, 75002 Paris',
  timeZone: 'Europe/Paris',
  seats: ['G7', 'G8'],
}

const when = (timeZone: string) =>
  writeLetter({ ...facts, timeZone }).details.find(({ label }) => label === 'When')!.value

describe('a letter', () => {
  it('tells what was booked, as text', () => {
    expect(toText(writeLetter(facts))).toBe(`Your seats are booked

Hello Ada,

Show your tickets at the door, on your phone or on paper. Enjoy the show!

Movie:   Amélie
When:    Sunday, 29 November 2026 at 00:30 CET
Where:   Le Grand Rex, 1 Boulevard Poissonnière, 75002 Paris
Screen:  1
Seats:   G7, G8
Total:   €29.00
Booking: 3F2A9C1E

-- 
Marquee
`)
  })

  it.each([
    ['Europe/Paris', 'Sunday, 29 November 2026 at 00:30 CET'],
    ['America/New_York', 'Saturday, 28 November 2026 at 18:30 GMT-5'],
    ['Asia/Kolkata', 'Sunday, 29 November 2026 at 05:00 GMT+5:30'],
  ])('tells the time at the theater: %s', (timeZone, expected) => {
    expect(when(timeZone)).toBe(expected)
  })

  it.each([
    ['BOOKING_CONFIRMED', 'Your tickets for Amélie'],
    ['BOOKING_CHANGED', 'Your booking has changed: Amélie'],
    ['BOOKING_CANCELLED', 'Cancelled: Amélie'],
    ['HOLD_EXPIRED', 'Your seats are no longer held: Amélie'],
    ['SEATS_LOST', 'Your seats could not be booked: Amélie'],
    ['REFUND_PAID', 'Your refund of €14.50: Amélie'],
    ['REFUND_FAILED', 'Your refund is delayed: Amélie'],
    ['TRANSFER_OFFERED', 'Tickets for you: Amélie'],
    ['TRANSFER_ACCEPTED', 'Your tickets have changed hands: Amélie'],
  ] as const)('of %s has the subject %s', (event, subject) => {
    expect(writeLetter({ ...facts, event }).subject).toBe(subject)
  })

  it('tells amounts with the places of their currency', () => {
    const { paragraphs } = writeLetter({ ...facts, event: 'BOOKING_CANCELLED', refund: 1250, currency: 'JPY' })
    expect(paragraphs[0]).toBe('¥1,250 will go back to the way it was paid. Banks take some days for it.')
  })

  it('says so when nothing goes back', () => {
    const { paragraphs } = writeLetter({ ...facts, event: 'BOOKING_CANCELLED', refund: 0 })
    expect(paragraphs[0]).toBe('Nothing goes back to you, by the terms of this theater.')
  })

  it('says so when the show is cancelled, and nothing of terms', () => {
    const { heading, paragraphs } = writeLetter({
      ...facts,
      event: 'BOOKING_CANCELLED',
      refund: 0,
      data: { isShowCancelled: true },
    })
    expect(heading).toBe('The show is cancelled')
    expect(paragraphs).toEqual(['The tickets of these seats are no longer valid.'])
  })

  it('fits an SMS', () => {
    expect(writeLetter({ ...facts, event: 'TRANSFER_OFFERED', data: { from: 'Bob', code: 'abc' } }).short).toBe(
      'Bob has tickets for you: Amélie, 29 Nov, 00:30, Le Grand Rex, screen 1, G7 G8. Code abc. Booking 3F2A9C1E',
    )
  })
})

describe('what others have named', () => {
  const wild = '<b onmouseover="x()">\u202e\r\nBcc: all@example.org\0&\'</b>'

  it.each(['movie', 'theater', 'address', 'screen', 'name'] as const)('is one line, and no HTML: %s', (field) => {
    const letter = writeLetter({ ...facts, [field]: wild })
    const html = toHtml(letter)
    expect(html).toContain('&lt;b onmouseover=&quot;x()&quot;&gt; Bcc: all@example.org &amp;&#39;&lt;/b&gt;')
    expect(html).not.toContain('<b ')
    expect(`${letter.subject}${letter.short}`).not.toMatch(/[\r\n\0\u202e]/)
    expect(toText(letter).split('\n')).not.toContain('Bcc: all@example.org')
  })
})
