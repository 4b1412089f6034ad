import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { FakeTurnstile, SECRET } from '../../kit/turnstile.js'

const DEMAND = 4

let cloudflare: FakeTurnstile
let always: TestServer
let onDemand: TestServer
let other: TestServer
let ada: Client
let show: SeededShow
let solved = 0

beforeAll(async () => {
  cloudflare = await FakeTurnstile.start()
  const turnstile = { secretKey: SECRET, url: cloudflare.url }
  const config = { captchaDemand: DEMAND, turnstile, workJobs: false }
  always = await startServer({ config: { ...config, captchaMode: 'always' } })
  onDemand = await startServer({ config: { ...config, captchaMode: 'on-demand' }, beside: always })
  // By itself it would not find a show in demand.
  other = await startServer({ config: { ...config, captchaMode: 'on-demand', captchaDemand: 100_000 }, beside: always })
  // All that happens within a second does so, however slow the machine is.
  always.clock.stop()
})
beforeEach(async () => {
  ada = await always.signInAsGuest()
  show = await always.seed.show({ seats: 6 })
})
afterAll(async () => {
  for (const each of [other, onDemand, always]) await each.close()
  await cloudflare.close()
})

const at = ({ url }: TestServer) => createClient(url, ada.token)
const hold = (server: TestServer, seat = 0, more: object = {}) =>
  holdSeats(at(server), show, [show.seatIds[seat]!], more)
const solve = () => ({ captchaToken: `solved ${solved++}` })
const REQUIRED = { __typename: 'CaptchaRequiredError' }
const HELD = { __typename: 'HoldSeatsSuccess' }
const TAKEN = { __typename: 'SeatsUnavailableError' }
const countRows = async () => [
  await always.seed.sql('SELECT id FROM booking WHERE show_id = $1', [show.key]),
  await always.seed.sql('SELECT key FROM idempotency_record JOIN account ON account.id = account_id WHERE key = $1', [
    'mine',
  ]),
]

/** Whether somebody waits to write a booking. */
async function isBlocked(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_locks WHERE relation = 'booking'::regclass AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rowCount === 1
}

/** Lets holds of the first seat of the show be refused. */
async function crowd(server: TestServer, refusals: number) {
  expect(await hold(server)).toMatchObject(HELD)
  for (let times = 0; times < refusals; times++) expect(await hold(server)).toMatchObject(TAKEN)
}

describe('CaptchaRequiredError where it is always asked for', () => {
  it('is given without a token, and nothing is written', async () => {
    expect(await hold(always, 0, { idempotencyKey: 'mine' })).toEqual({
      ...REQUIRED,
      message: 'Solve the captcha, and send the same request again with its token.',
    })
    expect(await countRows()).toEqual([[], []])
  })

  it('is given for a token that is not good, or was good for another hold', async () => {
    const token = solve()
    expect(await hold(always, 0, { captchaToken: 'made up', idempotencyKey: 'mine' })).toEqual({
      ...REQUIRED,
      message:
        'The captcha token was used before, is too old or none of ours. Solve the captcha, and send the same request again with its token.',
    })
    expect(await countRows()).toEqual([[], []])
    expect(await hold(always, 0, token)).toMatchObject(HELD)
    expect(await hold(always, 1, token)).toMatchObject(REQUIRED)
  })

  it('is not kept: the same request goes through with a token, and gets its answer again with the same one', async () => {
    const key = { idempotencyKey: 'again' }
    expect(await hold(always, 0, key)).toMatchObject(REQUIRED)
    const token = solve()
    const held = await hold(always, 0, { ...key, ...token })
    expect(held).toMatchObject(HELD)
    expect(await hold(always, 0, { ...key, ...token })).toEqual(held)
    expect(await hold(always, 0, { ...key, ...solve() })).toEqual(held)
  })

  it('is not given while nobody can tell whether a captcha was solved', async () => {
    cloudflare.troubles.push('nonsense', 'nonsense')
    expect(await hold(always, 0, { captchaToken: 'whatever' })).toMatchObject(HELD)
  })
})

describe('CaptchaRequiredError on demand', () => {
  it('is given once more have to wait than should', async () => {
    const crowd = await Promise.all(Array.from({ length: DEMAND + 4 }, () => always.signInAsGuest()))
    const wide = await always.seed.show({ seats: crowd.length })
    const blocker = new pg.Client({ connectionString: always.databaseUrl })
    await blocker.connect()
    await blocker.query('BEGIN; LOCK TABLE booking IN SHARE MODE')
    const holds: Promise<{ __typename: string }>[] = []
    for (const [place, { token }] of crowd.entries()) {
      holds.push(holdSeats(createClient(onDemand.url, token), wide, [wide.seatIds[place]!]))
      // All holds of a show run in one batch: the first one runs, the second one has to wait, those behind it find it waiting.
      if (place > 0) await expect.poll(() => onDemand.services.holds.waiting).toBe(place)
      else await expect.poll(() => isBlocked(blocker)).toBe(true)
    }
    await blocker.query('COMMIT')
    await blocker.end()
    expect(await Promise.all(holds)).toMatchObject(Array(crowd.length).fill(HELD))
    expect(await holdSeats(at(onDemand), wide, wide.seatIds.slice(0, 1))).toMatchObject(REQUIRED)
  })

  it('is not given while few are refused', async () => {
    await crowd(onDemand, DEMAND)
    expect(await hold(onDemand, 1)).toMatchObject(HELD)
  })

  it('is given once more are refused within a second, for that show alone, until a minute later', async () => {
    await crowd(onDemand, DEMAND + 1)
    expect(await hold(onDemand, 1)).toMatchObject(REQUIRED)
    expect(await hold(onDemand, 1, solve())).toMatchObject(HELD)
    expect(await holdSeats(at(onDemand), await always.seed.show())).toMatchObject(HELD)
    always.clock.jump(60)
    expect(await hold(onDemand, 2)).toMatchObject(HELD)
  })

  it('is not given to a request that has its answer: it gets that again, with its key and its input alone', async () => {
    const mine = { idempotencyKey: 'before the crowd' }
    const held = await hold(onDemand, 5, mine)
    const lost = { idempotencyKey: 'in vain' }
    expect(await hold(onDemand, 0)).toMatchObject(HELD)
    const taken = await hold(onDemand, 0, lost)
    for (let times = 0; times < DEMAND; times++) expect(await hold(onDemand)).toMatchObject(TAKEN)
    expect(await hold(onDemand, 1)).toMatchObject(REQUIRED)
    expect(await hold(onDemand, 5, mine)).toEqual(held)
    expect(await hold(onDemand, 5, { ...mine, captchaToken: 'made up' })).toEqual(held)
    expect(await hold(onDemand, 0, lost)).toEqual(taken)
    expect(await hold(onDemand, 1, mine)).toMatchObject({ __typename: 'IdempotencyMismatchError' })
  })

  it('is not given for as many within several seconds', async () => {
    await crowd(onDemand, DEMAND)
    always.clock.jump(1)
    expect(await hold(onDemand)).toMatchObject(TAKEN)
    expect(await hold(onDemand, 1)).toMatchObject(HELD)
  })

  it('is given by the other servers, too', async () => {
    await crowd(onDemand, DEMAND + 1)
    const there = async () => (await hold(other, 0)).__typename
    await expect.poll(there, { timeout: 15_000 }).toBe(REQUIRED.__typename)
  })
})
