import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelBooking, confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, keyOf, readTickets, writtenTickets } from './boxOffice.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const NODE = 'query ($id: ID!) { node(id: $id) { ... on Ticket { id status } } }'

describe('a confirmed booking', () => {
  it('has one ticket a seat, in the order of its seats', async () => {
    const { show, tickets, ticketsPdfUrl } = await buy(server, { seats: 3 })
    expect(tickets.map(({ seat }) => seat.id)).toEqual(show.seatIds)
    for (const ticket of tickets) {
      expect(ticket).toMatchObject({ status: 'VALID', usedAt: null, show: { id: show.id } })
      expect(Math.abs(Date.parse(ticket.issuedAt) - server.clock.now().getTime())).toBeLessThan(10_000)
    }
    const links = tickets.flatMap(({ qrSvgUrl, qrPngUrl, pdfUrl }) => [qrSvgUrl, qrPngUrl, pdfUrl])
    expect(new Set([...links, ticketsPdfUrl]).size).toBe(10)
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:4000\/tickets\/[\w-]{43}\.(svg|png|pdf)$/)
    expect(ticketsPdfUrl).toMatch(/^http:\/\/localhost:4000\/bookings\/[\w-]{43}\.pdf$/)
  })

  it('keeps nothing in the database that opens a ticket', async () => {
    const { tickets, bookingId } = await buy(server)
    const rows = JSON.stringify(
      await server.seed.sql(
        'SELECT ticket.*, booking.* FROM ticket JOIN booking ON booking.id = booking_id WHERE booking_id = $1',
        [keyOf(bookingId)],
      ),
    )
    for (const { code, pdfUrl } of tickets) {
      expect(rows).not.toContain(code)
      expect(rows).not.toContain(/\/([\w-]{43})/.exec(pdfUrl)![1])
    }
  })

  it('shows its tickets as nodes to its owner alone', async () => {
    const { buyer, tickets } = await buy(server)
    const { id } = tickets[0]!
    expect(await buyer.query(NODE, { id })).toEqual({ node: { id, status: 'VALID' } })
    const other = await server.signInAsGuest()
    expect(await other.query(NODE, { id })).toEqual({ node: null })
    expect(await server.anonymous.query(NODE, { id })).toEqual({ node: null })
  })

  it('has one ticket a seat also when it is confirmed twice at once', async () => {
    const show = await server.seed.show({ seats: 2 })
    const buyer = await server.signInAsGuest()
    const { booking } = await holdSeats(buyer, show)
    await Promise.all([1, 2, 3, 4].map(() => confirmBooking(buyer, booking.id)))
    expect(await writtenTickets(server, booking.id)).toMatchObject([{ status: 'VALID' }, { status: 'VALID' }])
  })
})

describe('a booking without tickets', () => {
  it('is one that is only held', async () => {
    const buyer = await server.signInAsGuest()
    const { booking } = await holdSeats(buyer, await server.seed.show())
    expect(await readTickets(buyer, booking.id)).toEqual({ tickets: [], ticketsPdfUrl: null })
  })

  it('is one whose payment was declined', async () => {
    const buyer = await server.signInAsGuest()
    const { booking } = await holdSeats(buyer, await server.seed.show())
    const payment = { method: 'CARD', token: 'pm_card_chargeDeclined' }
    expect(await confirmBooking(buyer, booking.id, { payment })).toMatchObject({ __typename: 'PaymentDeclinedError' })
    expect(await writtenTickets(server, booking.id)).toEqual([])
  })

  it('is one that was cancelled: its tickets are void, and the seats get others when they are sold again', async () => {
    const { buyer, show, bookingId } = await buy(server)
    await cancelBooking(buyer, bookingId)
    expect(await readTickets(buyer, bookingId)).toEqual({ tickets: [], ticketsPdfUrl: null })
    expect(await writtenTickets(server, bookingId)).toMatchObject([{ status: 'VOID' }, { status: 'VOID' }])
    const other = await server.signInAsGuest()
    const { booking } = await holdSeats(other, show)
    await confirmBooking(other, booking.id)
    expect((await readTickets(other, booking.id)).tickets).toMatchObject([{ status: 'VALID' }, { status: 'VALID' }])
  })
})

describe('the database alone', () => {
  it('refuses a second ticket for a seat while the first is not void, whatever the code does', async () => {
    const { show } = await buy(server)
    const again = `INSERT INTO ticket (id, booking_id, show_id, seat_id, status, issued_at)
      SELECT gen_random_uuid(), booking_id, show_id, seat_id, 'VALID', now() FROM ticket WHERE show_id = $1`
    await expect(server.seed.sql(again, [show.key])).rejects.toThrow('ticket_living_seat_key')
  })
})
