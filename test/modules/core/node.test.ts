import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { cancelBooking, confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram } from '../shows/program.js'

const NODE = `query ($id: ID!) { node(id: $id) {
  __typename id
  ... on Movie { title }
  ... on City { name timeZone }
  ... on Theater { address }
  ... on Screen { seatCount }
  ... on Show { startsAt movie { title } }
  ... on ShowSeat { label }
} }`
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'

let server: TestServer
let ids: Record<'City' | 'Theater' | 'Screen' | 'Movie' | 'Show', string>

beforeAll(async () => {
  server = await startServer()
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  const city = await addCity('Paris', 'Europe/Paris')
  const theater = await addTheater(city.id)
  const screen = await addScreen(theater.id)
  const movie = await addMovie()
  const show = await addShow(movie.id, screen.id, { startsAt: new Date('2026-11-21T19:30:00.000Z') })
  ids = {
    City: toGlobalId('City', city.id),
    Theater: toGlobalId('Theater', theater.id),
    Screen: toGlobalId('Screen', screen.id),
    Movie: toGlobalId('Movie', movie.id),
    Show: toGlobalId('Show', show.id),
  }
})

afterAll(() => server.close())

const NOTHING = [
  ['an unknown type', toGlobalId('Popcorn', 1)],
  ['a type that is no node', toGlobalId('Query', 1)],
  ['a property of every object', toGlobalId('Constructor', 1)],
  ['a key that does not exist', toGlobalId('Movie', 999_999)],
  ['a key that is no integer', toGlobalId('Movie', 'abc')],
  ['a key that is too large', toGlobalId('Movie', '99999999999')],
  ['a negative key', toGlobalId('Movie', -1)],
  ['a key with a leading zero', toGlobalId('Movie', '01')],
  ['an id in another encoding', Buffer.from('Movie:1').toString('base64')],
  ['a plain id', 'Movie:1'],
  ['an empty id', ''],
  ['a seat that is not at the show', toGlobalId('ShowSeat', '1.999999')],
  ['a refund that does not exist', toGlobalId('Refund', 1)],
  ['a malformed seat', toGlobalId('ShowSeat', '1')],
] as const

describe('node', () => {
  test.each([
    ['City', { name: 'Paris', timeZone: 'Europe/Paris' }],
    ['Theater', { address: '1 boulevard Poissonnière' }],
    ['Screen', { seatCount: 100 }],
    ['Movie', { title: 'Up' }],
    ['Show', { startsAt: '2026-11-21T19:30:00.000Z', movie: { title: 'Up' } }],
  ] as const)('finds a %s again', async (type, fields) => {
    const { data } = await server.anonymous.send(NODE, { id: ids[type] })
    expect(data.node).toEqual({ __typename: type, id: ids[type], ...fields })
  })

  test('finds a seat of a show again', async () => {
    const { seatIds } = await server.seed.show({ seats: 2 })
    const { data } = await server.anonymous.send(NODE, { id: seatIds[1] })
    expect(data.node).toEqual({ __typename: 'ShowSeat', id: seatIds[1], label: 'A2' })
  })

  test('finds an account for itself alone', async () => {
    const guest = await server.signInAsGuest()
    const { viewer } = await guest.query('{ viewer { id } }')
    expect(await guest.query(NODE, { id: viewer.id })).toEqual({ node: { __typename: 'Account', id: viewer.id } })
    const other = await server.signInAsGuest()
    expect(await other.query(NODE, { id: viewer.id })).toEqual({ node: null })
    expect(await server.anonymous.query(NODE, { id: viewer.id })).toEqual({ node: null })
  })

  test('finds a refund for who has paid alone', async () => {
    const buyer = await server.signInAsGuest()
    const { booking } = await holdSeats(buyer, await server.seed.show({ seats: 1 }))
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id)
    const refunds = 'query ($id: ID!) { booking(id: $id) { payment { refunds { id amount { amount currency } } } } }'
    const [refund] = (await buyer.query(refunds, { id: booking.id })).booking.payment.refunds
    const node = 'query ($id: ID!) { node(id: $id) { id ... on Refund { amount { amount currency } } } }'
    expect(await buyer.query(node, { id: refund.id })).toEqual({ node: refund })
    expect(refund.amount).toEqual({ amount: '10.00', currency: 'EUR' })
    for (const client of [await server.signInAsGuest(), server.anonymous]) {
      expect(await client.query(node, { id: refund.id })).toEqual({ node: null })
    }
  })

  test.each(NOTHING)('is null for %s', async (_what, id) => {
    const { data, errors } = await server.anonymous.send(NODE, { id })
    expect(errors).toBeUndefined()
    expect(data).toEqual({ node: null })
  })
})

describe('nodes', () => {
  test('keeps the order, repeats what is asked twice, and is null for what is not there', async () => {
    const wanted = [ids.Show, ids.City, 'nonsense', ids.Movie, ids.Show]
    const { data, errors } = await server.anonymous.send(NODES, { ids: wanted })
    expect(errors).toBeUndefined()
    expect(data.nodes).toEqual([
      { __typename: 'Show', id: ids.Show },
      { __typename: 'City', id: ids.City },
      null,
      { __typename: 'Movie', id: ids.Movie },
      { __typename: 'Show', id: ids.Show },
    ])
  })

  test('takes no ids', async () => {
    expect(await server.anonymous.query(NODES, { ids: [] })).toEqual({ nodes: [] })
  })

  test('takes 100 ids', async () => {
    const { data } = await server.anonymous.send(NODES, { ids: Array(100).fill(ids.Movie) })
    expect(data.nodes).toEqual(Array(100).fill({ __typename: 'Movie', id: ids.Movie }))
  })

  test('refuses 101 ids', async () => {
    const { errors } = await server.anonymous.send(NODES, { ids: Array(101).fill(ids.Movie) })
    expect(errors).toMatchObject([{ extensions: { code: 'LIST_LIMIT_EXCEEDED', limit: 100, actual: 101 } }])
  })
})
