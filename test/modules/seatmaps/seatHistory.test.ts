import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appointAdmin, appointStaff } from '../../kit/appoint.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let show: SeededShow
let buyer: Client
let usher: Client
let bookingId: string

const idOf = async (client: Client) => (await client.query('{ viewer { id } }')).viewer.id

beforeAll(async () => {
  server = await startServer()
  show = await server.seed.show({ seats: 2 })
  buyer = await server.signInAsGuest()
  usher = await server.signInAsGuest()
  await appointStaff(server, usher, show)
  bookingId = (await holdSeats(buyer, show, [show.seatIds[0]!])).booking.id
  await confirmBooking(buyer, bookingId)
  await server.seed.sql(`UPDATE show_seat SET status = 'AVAILABLE', booking_id = NULL WHERE status = 'BOOKED'`)
})
afterAll(() => server.close())

const HISTORY = `query ($id: ID!, $first: Int, $after: String) { seatHistory(seatId: $id, first: $first, after: $after) {
  nodes { at version before after heldUntil bookingId actor cause } edges { cursor }
  pageInfo { hasNextPage hasPreviousPage endCursor } } }`

describe('seatHistory', () => {
  it('tells the story of a seat to the staff of its theater', async () => {
    const { seatHistory } = await usher.query(HISTORY, { id: show.seatIds[0] })
    const actor = await idOf(buyer)
    const [{ user }] = await server.seed.sql('SELECT session_user AS user')
    const { booking } = await buyer.query('query ($id: ID!) { booking(id: $id) { expiresAt } }', { id: bookingId })
    expect(seatHistory.nodes).toEqual(
      [
        { version: 1, before: 'AVAILABLE', after: 'HELD', heldUntil: booking.expiresAt, actor, cause: 'holdSeats' },
        { version: 2, before: 'HELD', after: 'BOOKED', heldUntil: null, actor, cause: 'confirmBooking' },
        { version: 3, before: 'BOOKED', after: 'AVAILABLE', heldUntil: null, actor: user, cause: 'sql' },
      ].map((event) => ({ ...event, bookingId, at: expect.any(String) })),
    )
  })

  it('tells it page by page', async () => {
    const first = (await usher.query(HISTORY, { id: show.seatIds[0], first: 2 })).seatHistory
    expect(first.nodes.map(({ version }: { version: number }) => version)).toEqual([1, 2])
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const after = first.pageInfo.endCursor
    const rest = (await usher.query(HISTORY, { id: show.seatIds[0], first: 2, after })).seatHistory
    expect(rest.nodes.map(({ version }: { version: number }) => version)).toEqual([3])
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it('gives events that node finds again, for the staff alone', async () => {
    const events = 'query ($id: ID!) { seatHistory(seatId: $id) { nodes { id version } } }'
    const event = (await usher.query(events, { id: show.seatIds[0] })).seatHistory.nodes[1]
    const node = 'query ($id: ID!) { node(id: $id) { id ... on SeatEvent { version } } }'
    expect(await usher.query(node, { id: event.id })).toEqual({ node: event })
    const nobody = `SeatEvent:${show.key}.999999.1`
    for (const id of [nobody, 'SeatEvent:1.1', 'SeatEvent:1.1.x', 'SeatEvent:1.1.01']) {
      expect(await usher.query(node, { id: Buffer.from(id).toString('base64url') })).toEqual({ node: null })
    }
    for (const client of [buyer, server.anonymous]) {
      expect(await client.query(node, { id: event.id })).toEqual({ node: null })
    }
  })

  it('is empty for a seat to which nothing has happened', async () => {
    expect((await usher.query(HISTORY, { id: show.seatIds[1] })).seatHistory.nodes).toEqual([])
  })

  it.each(['nonsense', 'ShowSeat:999999.1', 'Show:1'])('is null for %s', async (text) => {
    const id = Buffer.from(text).toString('base64url')
    expect(await usher.query(HISTORY, { id })).toEqual({ seatHistory: null })
  })

  it.each([{ first: 0 }, { after: 'nonsense' }])('refuses %s', async (page) => {
    const { errors } = await usher.send(HISTORY, { id: show.seatIds[0], ...page })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

describe('an admin', () => {
  it('is told the same as the staff, of every theater', async () => {
    const admin = await server.signInAsGuest()
    await appointAdmin(server, admin)
    const variables = { id: show.seatIds[0] }
    expect(await admin.query(HISTORY, variables)).toEqual(await usher.query(HISTORY, variables))
  })
})

describe('others', () => {
  it('are told nothing, neither the buyer nor the staff of another theater', async () => {
    const elsewhere = await server.seed.show()
    for (const client of [buyer, usher]) {
      const id = client === buyer ? show.seatIds[0] : elsewhere.seatIds[0]
      const { errors, data } = await client.send(HISTORY, { id })
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      expect(data).toEqual({ seatHistory: null })
    }
  })

  it('have to sign in first', async () => {
    const { errors } = await server.anonymous.send(HISTORY, { id: show.seatIds[0] })
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})
