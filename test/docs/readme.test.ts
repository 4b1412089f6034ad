import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VARIABLE_NAMES } from '../../src/config.js'
import type { Client } from '../kit/client.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')
const operations = new Map(
  [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => [/^\w+ (\w+)/.exec(text!)![1]!, text!]),
)

describe('the operations to paste', () => {
  let server: TestServer
  let show: SeededShow
  let buyer: Client

  beforeAll(async () => {
    server = await startServer()
    show = await server.seed.show()
    buyer = await server.signInAsGuest()
  })
  afterAll(() => server.close())

  it('are valid, all of them', () => {
    const schema = buildSchema(read('schema.graphql'))
    expect([...operations.keys()]).toEqual(['NextShows', 'Seats', 'Watch', 'Guest', 'Hold', 'Pay', 'Quote'])
    for (const text of operations.values()) expect(validate(schema, parse(text))).toEqual([])
  })

  it('buy a ticket, one after the other', async () => {
    const { shows } = await buyer.query(operations.get('NextShows')!)
    expect(shows.nodes).toMatchObject([{ id: show.id, availability: { available: 4, total: 4 } }])
    const { seatMap } = await buyer.query(operations.get('Seats')!, { showId: show.id })
    const watcher = buyer.subscribe(operations.get('Watch')!, { showId: show.id, after: seatMap.cursor })
    expect((await watcher.next()).seatMapChanged.kind).toBe('DELTA')
    await watcher.close()
    expect((await buyer.query(operations.get('Guest')!)).signInAsGuest.accessToken).toBeTypeOf('string')
    const seatIds = seatMap.rows[0].seats.map(({ id }: { id: string }) => id)
    const { holdSeats } = await buyer.query(operations.get('Hold')!, { showId: show.id, seatIds, key: 'a' })
    const { confirmBooking } = await buyer.query(operations.get('Pay')!, {
      bookingId: holdSeats.booking.id,
      key: 'b',
    })
    expect(confirmBooking.booking.status).toBe('CONFIRMED')
  })
})

describe('the configuration', () => {
  it('lists each variable that the server reads, and no other', () => {
    const table = readme.slice(readme.indexOf('| variable |'), readme.indexOf('Several servers'))
    const told = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    )
    expect(told.sort()).toEqual(VARIABLE_NAMES.toSorted())
  })
})
