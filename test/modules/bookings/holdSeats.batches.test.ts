import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fromSeatId } from '../../../src/modules/seatmaps/index.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

// Holds are made to wait for each other: nobody can write a booking while a lock is held, so what is sent meanwhile waits.

const MAX_WAITING = 12

let server: TestServer
let blocker: pg.Client
let buyers: Client[]
let first: SeededShow
let show: SeededShow

beforeAll(async () => {
  server = await startServer({ config: { maxWaitingHolds: MAX_WAITING, workJobs: false } })
  blocker = new pg.Client({ connectionString: server.databaseUrl })
  await blocker.connect()
  buyers = await Promise.all(Array.from({ length: 16 }, () => server.signInAsGuest()))
})
beforeEach(async () => {
  first = await server.seed.show({ seats: 2 })
  show = await server.seed.show({ seats: 16 })
})
afterEach(() => blocker.query('ROLLBACK'))
afterAll(async () => {
  await blocker.end()
  await server.close()
})

/** Stops all writing of bookings, with as many holds under way as may be: whoever comes now waits. */
async function block() {
  await blocker.query('BEGIN; LOCK TABLE booking IN SHARE MODE')
  const running = [holdSeats(await server.signInAsGuest(), first, first.seatIds.slice(0, 1))]
  await expect.poll(countBlocked).toBe(1)
  const other = await server.seed.show({ seats: 1 })
  running.push(holdSeats(await server.signInAsGuest(), other))
  await expect.poll(countBlocked).toBe(2)
  return running
}

async function countBlocked(): Promise<number> {
  const rows = await server.seed.sql(
    `SELECT count(*)::int FROM pg_locks WHERE relation = 'booking'::regclass AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  return rows[0].count
}

/** Sends what is to go together, in this order, and lets it go once all of it waits. */
async function together(...holds: (() => Promise<{ __typename: string }>)[]) {
  const running = await block()
  const waiting: Promise<{ __typename: string }>[] = []
  for (const hold of holds) {
    waiting.push(hold())
    await expect.poll(() => server.services.holds.waiting).toBe(waiting.length)
  }
  await blocker.query('COMMIT')
  for (const { __typename } of await Promise.all(running)) expect(__typename).toBe('HoldSeatsSuccess')
  return Promise.all(waiting)
}

/** To hold seats of the show for one of the buyers. */
const holdAt =
  (buyer: number, seats: readonly number[], more: object = {}) =>
  () => {
    const wanted = seats.map((seat) => show.seatIds[seat]!)
    return holdSeats(buyers[buyer]!, show, wanted, more)
  }
const names = (answers: readonly { __typename: string }[]) => answers.map(({ __typename }) => __typename)
const transactions = async () => {
  const rows = await server.seed.sql('SELECT count(DISTINCT xmin::text)::int FROM booking WHERE show_id = $1', [
    show.key,
  ])
  return rows[0].count
}

describe('holds that wait together', () => {
  it('are written in one transaction, and each is answered with its own', async () => {
    const answers = await together(holdAt(0, [1, 0]), holdAt(1, [2]), holdAt(2, [5, 4, 3]))
    expect(answers).toMatchObject([
      { __typename: 'HoldSeatsSuccess', booking: { status: 'PENDING', total: { amount: '20.00' } } },
      { __typename: 'HoldSeatsSuccess', booking: { status: 'PENDING', total: { amount: '10.00' } } },
      { __typename: 'HoldSeatsSuccess', booking: { status: 'PENDING', total: { amount: '30.00' } } },
    ])
    expect(await transactions()).toBe(1)
    expect(await seatCodes(buyers[0]!, show)).toBe('HHHHHHAAAAAAAAAA')
  })

  it('give what is read afterwards', async () => {
    const document = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on HoldSeatsSuccess { booking { ...Whole } } } }
      fragment Whole on Booking { id status createdAt expiresAt confirmedAt total { amount currency } show { id }
        seats { price { amount currency } seat { id label status version } } }`
    const input = { showId: show.id, seatIds: [show.seatIds[7]!, show.seatIds[6]!], idempotencyKey: randomUUID() }
    let told: { holdSeats: { booking: { id: string } } } | null = null
    await together(holdAt(1, [0]), async () => {
      told = await buyers[0]!.query(document, { input })
      return { __typename: '' }
    })
    const { booking } = told!.holdSeats
    const read = await buyers[0]!.query(
      `query ($id: ID!) { booking(id: $id) { ...Whole } } ${document.split('\n').slice(1).join('\n')}`,
      {
        id: booking.id,
      },
    )
    expect(booking).toEqual(read.booking)
    expect(await transactions()).toBe(1)
  })

  it('are logged with the account of each', async () => {
    await together(holdAt(0, [0, 1]), holdAt(1, [2]), holdAt(2, [3]))
    const events = await server.seed.sql(
      `SELECT e.actor = b.account_id::text AS "isOwn", e.cause, e.actor FROM seat_event e JOIN booking b ON b.id = e.after_booking_id
       WHERE e.show_id = $1`,
      [show.key],
    )
    expect(events).toHaveLength(4)
    for (const event of events) expect(event).toMatchObject({ isOwn: true, cause: 'holdSeats' })
    expect(new Set(events.map(({ actor }: { actor: string }) => actor)).size).toBe(3)
  })

  it('leave a seat to the first that wants it', async () => {
    const answers = await together(holdAt(0, [0, 1]), holdAt(1, [1, 2]), holdAt(2, [2, 3]))
    expect(names(answers)).toEqual(['HoldSeatsSuccess', 'SeatsUnavailableError', 'HoldSeatsSuccess'])
    expect(await seatCodes(buyers[0]!, show)).toBe('HHHHAAAAAAAAAAAA')
  })

  it('may be of one account', async () => {
    const answers = await together(holdAt(0, [0]), holdAt(0, [1]), holdAt(0, [2]))
    expect(names(answers)).toEqual(Array(3).fill('HoldSeatsSuccess'))
  })

  it('may be one request, sent twice', async () => {
    const key = { idempotencyKey: 'twice in a batch' }
    const [one, two] = await together(holdAt(0, [0], key), holdAt(0, [0], key))
    expect(one!.__typename).toBe('HoldSeatsSuccess')
    expect(two).toEqual(one)
  })

  it('are told how the seats of a watched show have changed, once each', async () => {
    const watcher = server.anonymous.subscribe(
      'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId status version } } }',
      { id: show.id },
    )
    await watcher.next()
    await together(holdAt(0, [0]), holdAt(1, [1, 2]))
    const { seatMapChanged } = (await watcher.next()) as { seatMapChanged: { seats: { seatId: string }[] } }
    const held = seatMapChanged.seats.toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1))
    const wanted = show.seatIds.slice(0, 3).toSorted()
    expect(held).toEqual(wanted.map((seatId) => ({ seatId, status: 'HELD', version: 1 })))
    await watcher.close()
  })
})

describe('a hold that fails', () => {
  const neighbours = [holdAt(1, [1]), holdAt(2, [2]), holdAt(3, [3])] as const

  it.each([['for a key that Postgres cannot keep', { idempotencyKey: 'a\u0000b' }, 'BAD_USER_INPUT']])(
    'does so alone: %s',
    async (_what, wrong, code) => {
      const failing = () => holdAt(0, [0], wrong)().catch((error: Error) => ({ __typename: error.message }))
      const [failed, ...others] = await together(failing, ...neighbours)
      expect(failed!.__typename).toContain(code)
      expect(names(others)).toEqual(Array(3).fill('HoldSeatsSuccess'))
      expect(await seatCodes(buyers[0]!, show)).toBe('AHHHAAAAAAAAAAAA')
    },
  )

  it('does so alone: for a key that was used', async () => {
    const key = { idempotencyKey: 'used before' }
    const before = await holdAt(0, [9], key)()
    const answers = await together(holdAt(1, [1]), holdAt(0, [9], key), holdAt(2, [2]), holdAt(3, [3]))
    expect(answers[1]).toEqual(before)
    expect(names(answers)).toEqual(Array(4).fill('HoldSeatsSuccess'))
    expect(await seatCodes(buyers[0]!, show)).toBe('AHHHAAAAAHAAAAAA')
  })

  it('does so alone: for a seat that is taken', async () => {
    await holdAt(5, [0])()
    const answers = await together(holdAt(0, [0, 8]), ...neighbours)
    expect(names(answers)).toEqual(['SeatsUnavailableError', ...Array(3).fill('HoldSeatsSuccess')])
    expect(await seatCodes(buyers[0]!, show)).toBe('HHHHAAAAAAAAAAAA')
    expect(await transactions()).toBe(2)
  })

  it('does so alone: for the holds that its account has', async () => {
    for (const seat of [10, 11, 12, 13, 14]) await holdAt(0, [seat])()
    const answers = await together(holdAt(0, [0]), ...neighbours)
    expect(names(answers)).toEqual(['HoldLimitExceededError', ...Array(3).fill('HoldSeatsSuccess')])
    expect(await transactions()).toBe(6)
  })

  it('does so alone: for what the database refuses', async () => {
    await server.seed.sql(
      'UPDATE show_seat SET price = 5 WHERE show_id = $1 AND seat_id = (SELECT min(seat_id) FROM show_seat WHERE show_id = $1)',
      [show.key],
    )
    await server.seed.sql(`ALTER TABLE booking ADD CONSTRAINT not_five CHECK (total <> 5)`)
    const failing = () => holdAt(0, [0])().catch((error: Error) => ({ __typename: error.message }))
    const [failed, ...others] = await together(failing, ...neighbours)
    await server.seed.sql('ALTER TABLE booking DROP CONSTRAINT not_five')
    expect(failed!.__typename).toContain('INTERNAL_SERVER_ERROR')
    expect(names(others)).toEqual(Array(3).fill('HoldSeatsSuccess'))
    expect(await seatCodes(buyers[0]!, show)).toBe('AHHHAAAAAAAAAAAA')
  })
})

describe('a connection that breaks under a batch', () => {
  it('costs its holds their answers, which the same keys get', async () => {
    const running = await block()
    const keys = [0, 1, 2].map((seat) => ({ seat, idempotencyKey: randomUUID() }))
    const send = () => keys.map(({ seat, idempotencyKey }) => holdAt(seat, [seat], { idempotencyKey })())
    const waiting = Promise.allSettled(send())
    await expect.poll(() => server.services.holds.waiting).toBe(3)
    // Lets the first two go, and stops the batch behind them.
    await blocker.query('COMMIT; BEGIN; LOCK TABLE booking IN SHARE MODE')
    await expect.poll(countBlocked).toBe(1)
    await server.seed.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'marquee' AND wait_event_type = 'Lock'`,
    )
    for (const result of await waiting) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining('SERVICE_UNAVAILABLE') },
      })
    }
    await blocker.query('COMMIT')
    expect(names(await Promise.all(running))).toEqual(Array(2).fill('HoldSeatsSuccess'))
    expect(names(await Promise.all(send()))).toEqual(Array(3).fill('HoldSeatsSuccess'))
    expect(await seatCodes(buyers[0]!, show)).toBe('HHHAAAAAAAAAAAAA')
  })
})

describe('ServerBusyError', () => {
  it('is told at once to who comes when as many wait as may, and is not kept: those that wait are served', async () => {
    const running = await block()
    const waiting = show.seatIds.slice(0, MAX_WAITING).map((seatId, index) => holdSeats(buyers[index]!, show, [seatId]))
    await expect.poll(() => server.services.holds.waiting).toBe(MAX_WAITING)
    const key = { idempotencyKey: 'sent again' }
    const last = holdAt(15, [15], key)
    const refusal = await last()
    expect(refusal).toEqual({
      __typename: 'ServerBusyError',
      message: `Too many want seats at once: send the same request again in ${refusal.retryAfterSeconds} s.`,
      retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds >= 2 && seconds <= 5),
    })
    expect(await server.seed.sql(`SELECT 1 FROM idempotency_record WHERE key = 'sent again'`)).toEqual([])
    await blocker.query('COMMIT')
    expect(names(await Promise.all([...running, ...waiting]))).toEqual(Array(2 + MAX_WAITING).fill('HoldSeatsSuccess'))
    expect(await last()).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('is told to who repeats a request as well, whose answer is there afterwards', async () => {
    const key = { idempotencyKey: 'repeated' }
    const answer = await holdAt(15, [15], key)()
    const running = await block()
    const waiting = show.seatIds.slice(0, MAX_WAITING).map((seatId, index) => holdSeats(buyers[index]!, show, [seatId]))
    await expect.poll(() => server.services.holds.waiting).toBe(MAX_WAITING)
    expect(await holdAt(15, [15], key)()).toMatchObject({ __typename: 'ServerBusyError' })
    await blocker.query('COMMIT')
    await Promise.all([...running, ...waiting])
    expect(await holdAt(15, [15], key)()).toEqual(answer)
  })
})

describe('a hold of a flagged account', () => {
  let idler: Client
  let fan: Client
  let accountId: string

  beforeEach(async () => {
    idler = await server.signInAsGuest()
    fan = await server.signInAsGuest()
    accountId = (await server.services.tokens.verify(idler.token!))!.accountId
    const abandoned = await server.seed.show({ seats: 5 })
    for (const seatId of abandoned.seatIds) await holdSeats(idler, abandoned, [seatId])
    server.clock.jump(601)
  })

  const isFlagged = () => server.services.flagged.ask(accountId)
  const holdOfIdler = () => holdSeats(idler, show, show.seatIds.slice(0, 1))
  /** Once it is known who the idler is. */
  const holdAfterwards = (expected: boolean) => async () => {
    await expect.poll(isFlagged).toBe(expected)
    return holdSeats(fan, show, show.seatIds.slice(0, 1))
  }

  it('waits behind those that come later', async () => {
    const answers = await together(holdOfIdler, holdAfterwards(true))
    expect(names(answers)).toEqual(['SeatsUnavailableError', 'HoldSeatsSuccess'])
  })

  it('waits behind another one of the same moment where nothing is known of its account yet', async () => {
    const fresh = await startServer({ beside: server })
    const fanId = (await server.services.tokens.verify(fan.token!))!.accountId
    const seatIds = [fromSeatId(show.seatIds[0]!)!.seatId]
    const now = server.clock.now()
    const write = (buyer: string) => {
      const id = randomUUID()
      const request = { key: id, hash: id }
      const expiresAt = new Date(now.getTime() + 600_000)
      return fresh.services.holds.write({
        id,
        accountId: buyer,
        showId: show.key,
        seatIds,
        now,
        expiresAt,
        slot: 0,
        request,
      })
    }
    const [idle, eager] = await Promise.all([write(accountId), write(fanId)])
    expect([idle, eager].map((written) => written !== null && Object.hasOwn(written as object, 'seatPrices'))).toEqual([
      false,
      true,
    ])
    await fresh.close()
  })

  it('is made at once where nobody waits', async () => {
    expect(await holdOfIdler()).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('waits like any other again once a booking is confirmed', async () => {
    await expect.poll(isFlagged).toBe(true)
    const { booking } = await holdSeats(idler, await server.seed.show())
    expect(await confirmBooking(idler, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
    server.clock.jump(30)
    await expect.poll(isFlagged).toBe(false)
    const answers = await together(holdOfIdler, holdAfterwards(false))
    expect(names(answers)).toEqual(['HoldSeatsSuccess', 'SeatsUnavailableError'])
  })

  it('is not forgotten for many holds that were given back since', async () => {
    const other = await server.seed.show({ seats: 1 })
    for (let times = 0; times < 50; times++) {
      const { booking } = await holdSeats(idler, other)
      expect(await releaseSeats(idler, booking.id)).toMatchObject({ __typename: 'ReleaseSeatsSuccess' })
    }
    server.clock.jump(30)
    await expect.poll(isFlagged).toBe(true)
  })

  it('waits like any other where its shows do not take place', async () => {
    await server.seed.sql(
      'UPDATE show SET cancelled_at = now() WHERE id IN (SELECT show_id FROM booking WHERE account_id = $1)',
      [accountId],
    )
    const answers = await together(holdOfIdler, holdAfterwards(false))
    expect(names(answers)).toEqual(['HoldSeatsSuccess', 'SeatsUnavailableError'])
  })

  it('waits like any other where nobody is flagged', async () => {
    const lenient = await startServer({ config: { flagAfterBookings: 0 }, beside: server })
    expect(lenient.services.flagged.ask(accountId)).toBe(false)
    await lenient.close()
  })
})
