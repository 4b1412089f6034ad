import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const LAYOUT = `query ($id: ID!) { seatLayout(showId: $id) { version rows { label seats {
  seatId label number type isAccessible x y price { amount currency } } } } }`
const VERSION = 'query ($id: ID!, $version: String) { seatLayout(showId: $id, version: $version) { version } }'
const STATES = 'query ($id: ID!) { seatMap(showId: $id) { layoutVersion seatCodes } }'

/** What a GET of a query is answered with. */
async function get(query: string, id: string, more: object = {}) {
  const search = new URLSearchParams({ query, variables: JSON.stringify({ id, ...more }) })
  const response = await fetch(`${server.url}?${search}`, { headers: { 'apollo-require-preflight': 'true' } })
  return { cacheControl: response.headers.get('cache-control'), body: await response.json() }
}

describe('the layout of a show', () => {
  it('tells where the seats are and what they cost, in the order of seatCodes', async () => {
    const show = await server.seed.show({ seats: 12, price: 850 })
    const { seatLayout } = await server.anonymous.query(LAYOUT, { id: show.id })
    const seats = seatLayout.rows.flatMap((row: { seats: { seatId: string }[] }) => row.seats)
    expect(seats.map(({ seatId }: { seatId: string }) => seatId)).toEqual(show.seatIds)
    expect(seats[11]).toEqual({
      seatId: show.seatIds[11],
      label: 'B2',
      number: 2,
      type: 'REGULAR',
      isAccessible: false,
      x: 1,
      y: 1,
      price: { amount: '8.50', currency: 'EUR' },
    })
    expect(seatLayout.rows.map(({ label }: { label: string }) => label)).toEqual(['A', 'B'])
  })

  it('has a version that stays while seats are sold, and is another one when a price is', async () => {
    const show = await server.seed.show({ seats: 3 })
    const buyer = await server.signInAsGuest()
    const { seatLayout } = await buyer.query(LAYOUT, { id: show.id })
    await holdSeats(buyer, show, show.seatIds.slice(1, 2))
    expect(await buyer.query(STATES, { id: show.id })).toEqual({
      seatMap: { layoutVersion: seatLayout.version, seatCodes: 'AHA' },
    })
    await server.seed.sql('UPDATE show_seat SET price = 1300 WHERE show_id = $1', [show.key])
    const { seatMap } = await buyer.query(STATES, { id: show.id })
    expect(seatMap.layoutVersion).not.toBe(seatLayout.version)
    expect((await buyer.query(LAYOUT, { id: show.id })).seatLayout.version).toBe(seatMap.layoutVersion)
  })

  it('is null for a show that does not exist', async () => {
    expect(await server.anonymous.query(LAYOUT, { id: 'nonsense' })).toEqual({ seatLayout: null })
  })
})

describe('by GET', () => {
  it('a layout may be kept for a day by everybody', async () => {
    const show = await server.seed.show()
    const { cacheControl, body } = await get(LAYOUT, show.id)
    expect(body.data.seatLayout.rows).toHaveLength(1)
    expect(cacheControl).toBe('public, max-age=86400')
  })

  it('it is the one of the version that another server has told, and kept under no other one', async () => {
    const other = await startServer({ beside: server })
    const show = await server.seed.show()
    const versionOf = ({ seatLayout }: { seatLayout: { version: string } }) => seatLayout.version
    const before = versionOf((await get(VERSION, show.id)).body.data)
    await server.seed.sql('UPDATE show_seat SET price = price + 100 WHERE show_id = $1', [show.key])
    const version = versionOf(await other.anonymous.query(VERSION, { id: show.id }))
    expect(version).not.toBe(before)
    const asked = await get(VERSION, show.id, { version })
    expect(versionOf(asked.body.data)).toBe(version)
    expect(asked.cacheControl).toBe('public, max-age=86400')
    await server.seed.sql('UPDATE show_seat SET price = price + 100 WHERE show_id = $1', [show.key])
    const next = versionOf(await other.anonymous.query(VERSION, { id: show.id, version: 'none' }))
    const both = `query ($id: ID!, $version: String) {
      a: seatLayout(showId: $id, version: "none") { version } b: seatLayout(showId: $id, version: $version) { version } }`
    expect(await get(both, show.id, { version: next })).toMatchObject({
      cacheControl: 'no-store',
      body: { data: { a: { version: next }, b: { version: next } } },
    })
    const late = await get(VERSION, show.id, { version: before })
    expect(versionOf(late.body.data)).toBe(next)
    expect(late.cacheControl).toBe('no-store')
    await other.close()
  })

  it.each([
    ['the state of seats', STATES],
    [
      'a layout with the state of seats',
      'query ($id: ID!) { seatLayout(showId: $id) { version } seatMap(showId: $id) { cursor } }',
    ],
    ['what is not there', 'query ($id: ID!) { seatLayout(showId: "none") { version } show(id: $id) { id } }'],
    [
      'what went wrong',
      'query ($id: ID!) { seatLayout(showId: $id) { version } viewer { id } nodes(ids: ["?"]) { id } }',
    ],
  ])('%s is not to be kept', async (_what, query) => {
    const show = await server.seed.show()
    expect((await get(query, show.id)).cacheControl).toBe('no-store')
  })
})
