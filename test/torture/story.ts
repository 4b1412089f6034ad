import pg from 'pg'
import { expect } from 'vitest'
import { toGlobalId, uuidKeyOf } from '../../src/lib/globalId.js'
import { fromSeatId } from '../../src/modules/seatmaps/index.js'
import { check } from '../../torture/checker/check.js'
import { createFacts } from '../../torture/checker/facts.js'
import { insertMails, insertTold, insertWatched } from '../../torture/checker/loadFacts.js'
import { settle } from '../../torture/settle.js'
import type { Told } from '../../torture/transcript.js'
import { keepHistory } from '../../torture/world/history.js'
import type { Client } from '../kit/client.js'
import { cancelBooking, confirmBooking, holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer } from '../kit/server.js'

const IN_A_HUNDRED_HOURS = 360_000
/** A job looks after each payment seconds after its confirmation. */
const SETTLED_WITHIN_MS = 20_000

/** What a test makes wrong: in the tables, in what clients were told, in what watchers see. */
export interface Fault {
  /**
   * {confirmed} and {cancelled} stand for the keys of these bookings, {key} for what confirmed the one, {account}, {show}, {seat1} to
   * {seat6} for those of theirs.
   */
  readonly sql?: string
  readonly told?: readonly Partial<Told>[]
  /** How many mails of a notification of the booking that is confirmed are there besides, where it has that status. */
  readonly mails?: { readonly status: 'PENDING' | 'SENT'; readonly count: number }
  readonly watched?: readonly { readonly seat: number; readonly status: string; readonly version: number }[]
}

/** A run that has come to rest: a booking of seats 1 and 2, one of seats 3 and 4 that was cancelled, and two free seats. */
export interface Story {
  readonly show: SeededShow
  /** The names of the invariants that a fault violates, each with what is told of the first violation. */
  violations(fault: Fault): Promise<Record<string, string>>
  close(): Promise<void>
}

export async function tellStory(): Promise<Story> {
  // It keeps the database, and does no work there.
  const keeper = await startServer({ config: { workJobs: false } })
  const server = await startServer({ beside: keeper })
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  await keepHistory(pool)
  await createFacts(pool)
  const show = await server.seed.show({ seats: 6, startsInSeconds: IN_A_HUNDRED_HOURS })
  const client = await server.signInAsGuest()
  const confirmed = await buy(client, show, show.seatIds.slice(0, 2))
  const cancelled = await buy(client, show, show.seatIds.slice(2, 4))
  await cancelBooking(client, cancelled)
  expect(await settle(pool, SETTLED_WITHIN_MS)).toBe(true)
  await server.close()
  // What is due each minute may have been so just now.
  await pool.query('TRUNCATE graphile_worker._private_jobs')
  const { rows } = await pool.query(
    `SELECT charge.account_id AS account, key FROM torture.charge JOIN payment ON payment.id = payment_id
    WHERE booking_id = $1`,
    [uuidKeyOf('Booking', confirmed)],
  )
  const names = { confirmed: uuidKeyOf('Booking', confirmed)!, cancelled: uuidKeyOf('Booking', cancelled)! }
  const seats = Object.fromEntries(show.seatIds.map((id, index) => [`seat${index + 1}`, fromSeatId(id)!.seatId]))
  const all = { ...names, ...seats, ...rows[0], show: show.key }
  return {
    show,
    violations: (fault) => inTransaction(pool, (client) => violate(client, fault, { show, names: all })),
    async close() {
      await pool.end()
      await keeper.close()
    },
  }
}

async function buy(client: Client, show: SeededShow, seatIds: string[]): Promise<string> {
  const { booking } = await holdSeats(client, show, seatIds)
  const { __typename } = await confirmBooking(client, booking.id)
  expect(__typename).toBe('ConfirmBookingSuccess')
  return booking.id
}

interface Names {
  readonly show: SeededShow
  readonly names: Readonly<Record<string, string | number>>
}

async function violate(client: pg.PoolClient, { sql, told, mails, watched }: Fault, { show, names }: Names) {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_match, name) => String(names[name]))
  if (sql !== undefined) await client.query(fill(sql))
  for (const request of told ?? []) {
    const now = new Date()
    const who = { buyer: 'ann', accountId: String(names.account), server: 'one', sentAt: now, answeredAt: now }
    const filled = JSON.parse(JSON.stringify(request), (_key, value) => toId(value, fill))
    await insertTold(client, [{ ...who, operation: '', key: null, input: {}, answer: null, error: null, ...filled }])
  }
  await insertWatched(
    client,
    (watched ?? []).map(({ seat, ...state }) => ({ watcher: 'bob', seatId: show.seatIds[seat - 1]!, ...state })),
  )
  if (mails !== undefined) {
    const { rows } = await client.query(
      `INSERT INTO notification (booking_id, event, channel, recipient, status, attempted_at, sent_at)
       VALUES ($1, 'BOOKING_CHANGED', 'EMAIL', 'ann@example.org', $2, now(), CASE WHEN $2 = 'SENT'::notification_status THEN now() END)
       RETURNING id`,
      [names.confirmed, mails.status],
    )
    await insertMails(client, Array(mails.count).fill(rows[0].id))
  }
  const found = await check(client)
  return Object.fromEntries(found.reverse().map(({ invariant, detail }) => [invariant, detail]))
}

/** {confirmed} as the global id that a client knows. */
function toId(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value !== 'string') return value
  if (/^\{(confirmed|cancelled)\}$/.test(value)) return toGlobalId('Booking', fill(value))
  if (value === '{show}') return toGlobalId('Show', fill(value))
  if (/^\{seat\d\}$/.test(value)) return toGlobalId('ShowSeat', `${fill('{show}')}.${fill(value)}`)
  return fill(value)
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
