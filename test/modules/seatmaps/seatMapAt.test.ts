import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelBooking, confirmBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const AT = `query ($id: ID!, $at: DateTime) { seatMap(showId: $id, at: $at) { cursor seatCodes
  rows { seats { version price { amount } } } } }`

const mapAt = async (show: SeededShow, at: Date | string) =>
  (await server.anonymous.query(AT, { id: show.id, at: new Date(at).toISOString() })).seatMap

/** When the last change of the show's seats was written. */
async function lastChange(show: SeededShow): Promise<Date> {
  const [{ at }] = await server.seed.sql('SELECT max(at) AS at FROM seat_event WHERE show_id = $1', [show.key])
  return at
}

it('shows the map at every step of a story', async () => {
  const show = await server.seed.show({ seats: 3 })
  const buyer = await server.signInAsGuest()
  const story = [{ at: new Date(Date.now() - 60_000), codes: await seatCodes(buyer, show) }]
  const note = async () => {
    const at = await lastChange(show)
    // So that each step has a millisecond of its own.
    await expect.poll(() => Date.now()).toBeGreaterThan(at.getTime() + 1)
    story.push({ at, codes: await seatCodes(buyer, show) })
  }
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
  await note()
  await confirmBooking(buyer, booking.id)
  await note()
  await server.seed.sql(`UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = $1 AND status = 'AVAILABLE'`, [
    show.key,
  ])
  await note()
  await cancelBooking(buyer, booking.id)
  await note()
  expect(story.map(({ codes }) => codes)).toEqual(['AAA', 'HHA', 'BBA', 'BBX', 'AAX'])
  for (const { at, codes } of story) expect((await mapAt(show, at)).seatCodes).toBe(codes)
  for (const [index, { at }] of story.entries()) {
    if (index > 0) expect((await mapAt(show, new Date(at.getTime() - 1))).seatCodes).toBe(story[index - 1]!.codes)
  }
})

it('has the versions and the prices of then', async () => {
  const show = await server.seed.show({ seats: 1, price: 1000 })
  await holdSeats(await server.signInAsGuest(), show)
  const at = await lastChange(show)
  await expect.poll(() => Date.now()).toBeGreaterThan(at.getTime() + 1)
  await server.seed.sql('UPDATE show_seat SET price = 1500 WHERE show_id = $1', [show.key])
  expect((await mapAt(show, at)).rows[0].seats).toEqual([{ version: 1, price: { amount: '10.00' } }])
  expect((await mapAt(show, await lastChange(show))).rows[0].seats).toEqual([
    { version: 2, price: { amount: '15.00' } },
  ])
  expect((await mapAt(show, '2000-01-01')).rows[0].seats).toEqual([{ version: 0, price: { amount: '10.00' } }])
})

it('shows a seat that was not there from the beginning as it was made', async () => {
  const show = await server.seed.show({ seats: 2 })
  await server.seed.sql(`WITH gone AS (DELETE FROM show_seat WHERE show_id = $1 RETURNING *) SELECT * FROM gone`, [
    show.key,
  ])
  const other = await server.seed.show({ seats: 1 })
  await server.seed.sql(
    `INSERT INTO show_seat (show_id, seat_id, price, status) SELECT $1, seat_id, 700, 'BLOCKED' FROM show_seat WHERE show_id = $2`,
    [show.key, other.key],
  )
  expect((await mapAt(show, '2000-01-01')).seatCodes).toBe('X')
})

it('leads on by a snapshot of the present', async () => {
  const show = await server.seed.show({ seats: 1 })
  const { cursor } = await mapAt(show, '2000-01-01')
  await holdSeats(await server.signInAsGuest(), show)
  const watcher = server.anonymous.subscribe(
    'subscription ($id: ID!, $after: String) { seatMapChanged(showId: $id, after: $after) { kind seats { status } } }',
    { id: show.id, after: cursor },
  )
  expect(await watcher.next()).toEqual({ seatMapChanged: { kind: 'SNAPSHOT', seats: [{ status: 'HELD' }] } })
  await watcher.close()
})

it('refuses a moment that lies ahead', async () => {
  const show = await server.seed.show()
  const at = new Date(server.clock.now().getTime() + 60_000)
  const { errors, data } = await server.anonymous.send(AT, { id: show.id, at })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  expect(data).toEqual({ seatMap: null })
})

it('is null for a show that does not exist', async () => {
  const id = Buffer.from('Show:999999').toString('base64url')
  expect(await server.anonymous.query(AT, { id, at: '2000-01-01T00:00:00Z' })).toEqual({ seatMap: null })
})
