import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

const PAGE = `query ($first: Int, $after: String) { viewer { bookings(first: $first, after: $after) {
  edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`

describe('viewer.bookings', () => {
  it('lists the viewer’s bookings page by page, the latest first', async () => {
    const show = await server.seed.show({ seats: 5 })
    const ids: string[] = []
    for (const seat of show.seatIds) ids.unshift((await holdSeats(buyer, show, [seat])).booking.id)
    const first = (await buyer.query(PAGE, { first: 3 })).viewer.bookings
    expect(first.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 3))
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const rest = (await buyer.query(PAGE, { first: 3, after: first.pageInfo.endCursor })).viewer.bookings
    expect(rest.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(3))
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it.each([{ first: 0 }, { after: 'nonsense' }])('refuses %s', async (page) => {
    const { errors } = await buyer.send(PAGE, page)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

describe('the booking of somebody else', () => {
  it('is not found by any path, nor is its payment', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const { payment } = (await confirmBooking(buyer, booking.id)).booking
    const BY_ID = `query ($id: ID!, $payment: ID!) { booking(id: $id) { id } node(id: $id) { id } nodes(ids: [$id, $payment]) { id } }`
    const ids = { id: booking.id, payment: payment.id }
    const mine = { id: booking.id }
    expect(await buyer.query(BY_ID, ids)).toEqual({ booking: mine, node: mine, nodes: [mine, { id: payment.id }] })
    const nothing = { booking: null, node: null, nodes: [null, null] }
    expect(await (await server.signInAsGuest()).query(BY_ID, ids)).toEqual(nothing)
    expect(await server.anonymous.query(BY_ID, ids)).toEqual(nothing)
  })
})
