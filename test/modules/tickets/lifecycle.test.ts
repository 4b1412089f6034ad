import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, checkInTicket, follow, hireUsher, readTickets, writtenTickets } from './boxOffice.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Runs a mutation of a booking under a key of its own, and gives its result. */
async function change(client: Client, name: string, input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
  const code = name === 'transferBooking' ? '... on TransferBookingSuccess { code }' : ''
  const keyed = { idempotencyKey: randomUUID(), ...input }
  const mutation = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on UserError { message } ${code} } }`
  return (await client.query(mutation, { input: keyed })).result
}

/** Tickets for a show in six hours, early enough to give seats back. */
const afternoon = () => buy(server, { startsInSeconds: 6 * 3600, seats: 3 })

describe('a booking of which some seats are cancelled', () => {
  it('keeps the tickets of the others as they are', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    const cancelled = await change(buyer, 'cancelBooking', { bookingId, seatIds: [show.seatIds[1]] })
    expect(cancelled).toEqual({ __typename: 'CancelBookingSuccess' })
    expect((await readTickets(buyer, bookingId)).tickets).toEqual([tickets[0], tickets[2]])
    const usher = await hireUsher(server, show)
    expect(await checkInTicket(usher, tickets[1]!.code)).toMatchObject({ __typename: 'TicketVoidError' })
    expect(await checkInTicket(usher, tickets[2]!.code)).toMatchObject({ __typename: 'CheckInTicketSuccess' })
  })
})

describe('a booking that is exchanged', () => {
  it('gets new tickets for new seats, keeps those of seats it keeps, and those given up are void', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    await change(buyer, 'cancelBooking', { bookingId, seatIds: [show.seatIds[2]] })
    const seatIds = [show.seatIds[0], show.seatIds[2]]
    const exchanged = await change(buyer, 'exchangeBooking', { bookingId, seatIds })
    expect(exchanged).toEqual({ __typename: 'ExchangeBookingSuccess' })
    const { tickets: now } = await readTickets(buyer, bookingId)
    expect(now).toMatchObject([tickets[0]!, { status: 'VALID', seat: { id: show.seatIds[2] } }])
    expect(tickets.map(({ id }) => id)).not.toContain(now[1]!.id)
    const usher = await hireUsher(server, show)
    expect(await checkInTicket(usher, tickets[1]!.code)).toMatchObject({ __typename: 'TicketVoidError' })
  })

  it('gets tickets for the other show', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    const later = await server.seed.show({ startsInSeconds: 8 * 3600 })
    const seatIds = later.seatIds.slice(0, 2)
    const exchanged = await change(buyer, 'exchangeBooking', { bookingId, showId: later.id, seatIds })
    expect(exchanged).toEqual({ __typename: 'ExchangeBookingSuccess' })
    const { tickets: now } = await readTickets(buyer, bookingId)
    expect(now.map((ticket) => [ticket.show.id, ticket.seat.id])).toEqual(seatIds.map((seatId) => [later.id, seatId]))
    const usher = await hireUsher(server, show)
    for (const { code } of tickets) {
      expect(await checkInTicket(usher, code)).toMatchObject({ __typename: 'TicketVoidError' })
    }
    expect(await checkInTicket(await hireUsher(server, later), now[0]!.code)).toMatchObject({
      __typename: 'CheckInTicketSuccess',
    })
  })
})

describe('a booking that is transferred', () => {
  it('has other tickets for its new owner; those of the old one are refused, and their URLs are gone', async () => {
    const { buyer, show, bookingId, tickets, ticketsPdfUrl } = await afternoon()
    const { code } = await change(buyer, 'transferBooking', { bookingId, email: 'friend@example.org' })
    expect((await readTickets(buyer, bookingId)).tickets).toEqual(tickets)
    const friend = await server.signInAsGuest()
    expect(await change(friend, 'acceptTransfer', { code })).toEqual({ __typename: 'AcceptTransferSuccess' })
    const theirs = await readTickets(friend, bookingId)
    expect(theirs.tickets.map(({ seat }) => seat.id)).toEqual(show.seatIds)
    const usher = await hireUsher(server, show)
    for (const ticket of tickets) {
      expect(await checkInTicket(usher, ticket.code)).toMatchObject({ __typename: 'TicketVoidError' })
      expect((await follow(server, ticket.pdfUrl)).status).toBe(410)
    }
    expect((await follow(server, ticketsPdfUrl)).status).toBe(404)
    expect((await follow(server, theirs.ticketsPdfUrl)).status).toBe(200)
    for (const ticket of theirs.tickets) {
      expect(await checkInTicket(usher, ticket.code)).toMatchObject({ __typename: 'CheckInTicketSuccess' })
    }
  })

  it('is not taken over once somebody was let in', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    const { code } = await change(buyer, 'transferBooking', { bookingId, email: 'friend@example.org' })
    await checkInTicket(await hireUsher(server, show), tickets[0]!.code)
    const friend = await server.signInAsGuest()
    expect(await change(friend, 'acceptTransfer', { code })).toMatchObject({ __typename: 'TransferClosedError' })
    const { tickets: now } = await readTickets(buyer, bookingId)
    expect(now.map(({ id }) => id)).toEqual(tickets.map(({ id }) => id))
  })
})

describe('a booking with a ticket that was used', () => {
  const LET_IN = {
    __typename: 'BookingStateError',
    message: 'Somebody was let in with a ticket of these seats already.',
  }

  it('does not give away the seat of that ticket', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    await checkInTicket(await hireUsher(server, show), tickets[0]!.code)
    const later = await server.seed.show({ startsInSeconds: 8 * 3600 })
    const seatIds = later.seatIds.slice(0, 3)
    expect(await change(buyer, 'cancelBooking', { bookingId })).toEqual(LET_IN)
    expect(await change(buyer, 'cancelBooking', { bookingId, seatIds: [show.seatIds[0]] })).toEqual(LET_IN)
    expect(await change(buyer, 'exchangeBooking', { bookingId, showId: later.id, seatIds })).toEqual(LET_IN)
    expect(await change(buyer, 'transferBooking', { bookingId, email: 'friend@example.org' })).toEqual(LET_IN)
    const statuses = (await writtenTickets(server, bookingId)).map(({ status }: { status: string }) => status)
    expect(statuses).toEqual(['USED', 'VALID', 'VALID'])
  })

  it('gives back the seats of its other tickets', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    await checkInTicket(await hireUsher(server, show), tickets[0]!.code)
    const cancelled = await change(buyer, 'cancelBooking', { bookingId, seatIds: show.seatIds.slice(1) })
    expect(cancelled).toEqual({ __typename: 'CancelBookingSuccess' })
    expect((await readTickets(buyer, bookingId)).tickets).toMatchObject([{ id: tickets[0]!.id, status: 'USED' }])
  })

  it('is cancelled with its show', async () => {
    const { buyer, show, bookingId, tickets } = await afternoon()
    await checkInTicket(await hireUsher(server, show), tickets[0]!.code)
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    expect(await change(buyer, 'cancelBooking', { bookingId })).toEqual({ __typename: 'CancelBookingSuccess' })
    expect((await readTickets(buyer, bookingId)).tickets).toEqual([])
  })
})
