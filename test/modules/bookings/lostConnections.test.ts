import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { readIdentity } from '../../../src/lib/db/index.js'
import { holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
const uncaught: unknown[] = []
const note = (error: unknown) => void uncaught.push(error)

beforeAll(async () => {
  server = await startServer({ config: { maxHoldsPerShow: 1000 } })
})
beforeEach(() => void process.on('uncaughtException', note))
afterEach(() => {
  process.off('uncaughtException', note)
  expect(uncaught).toEqual([])
})
afterAll(() => server.close())

const HOLD = 'mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }'

it('a Postgres that ends connections in use costs some requests, which the same keys bring to their answers', async () => {
  const show = await server.seed.show({ seats: 60 })
  const buyer = await server.signInAsGuest()
  const requests = show.seatIds.map((seatId) => ({ showId: show.id, seatIds: [seatId], idempotencyKey: randomUUID() }))
  const answers = Promise.all(requests.map((input) => buyer.send(HOLD, { input })))
  for (let kills = 0; kills < 5; kills++) {
    await server.seed.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'marquee'`,
    )
  }
  for (const { errors } of await answers) {
    if (errors) expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }])
  }
  const again = await Promise.all(requests.map((input) => buyer.query(HOLD, { input })))
  for (const { holdSeats } of again) expect(holdSeats.__typename).toBe('HoldSeatsSuccess')
  const bookings = await server.seed.sql('SELECT count(*)::int FROM booking WHERE show_id = $1', [show.key])
  expect(bookings).toEqual([{ count: 60 }])
})

it('a Postgres that has no connection left says so, and answers when it has', async () => {
  const role = `crowded_${randomUUID().replaceAll('-', '')}`
  const { password } = new URL(server.databaseUrl)
  await server.seed.sql(
    `CREATE ROLE ${role} LOGIN PASSWORD '${password}'; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`,
  )
  const crowded = await startServer({
    beside: server,
    through: async (url) => Object.assign(new URL(url), { username: role }).href,
  })
  const letIn = (connections: number) => server.seed.sql(`ALTER ROLE ${role} CONNECTION LIMIT ${connections}`)
  const query = '{ movies { nodes { id } } shows { nodes { id } } }'
  await letIn(0)
  await server.seed.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role])
  for (let use = 0; use < 4; use++) {
    const { errors } = await crowded.anonymous.send(query)
    for (const { extensions } of errors!) expect(extensions.code).toBe('SERVICE_UNAVAILABLE')
  }
  await letIn(-1)
  await expect.poll(async () => (await crowded.anonymous.send(query)).errors).toBeUndefined()
  await crowded.close()
  await server.seed.sql(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
})

it('messages on Redis that are none of ours are dropped', async () => {
  const show = await server.seed.show({ seats: 1 })
  const watcher = server.anonymous.subscribe(
    'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { status version } } }',
    { id: show.id },
  )
  await watcher.next()
  const redis = new Redis(inject('redisUrl'))
  const channel = `marquee:${await readIdentity(server.services.db)}:show:${show.key}:seats`
  for (const junk of [
    'junk',
    '{}',
    'null',
    '{"origin":"x","messages":[{}]}',
    '{"origin":"x","messages":[{"seats":1}]}',
  ]) {
    await expect.poll(() => redis.publish(channel, junk)).toBe(1)
  }
  await redis.quit()
  await holdSeats(await server.signInAsGuest(), show)
  expect(await watcher.next()).toEqual({ seatMapChanged: { kind: 'DELTA', seats: [{ status: 'HELD', version: 1 }] } })
  await watcher.close()
})
