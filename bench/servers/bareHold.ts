import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { isConflict } from '../../src/lib/db/index.js'
import { SERIALIZABLE_SESSION } from '../../src/lib/db/pool.js'
import { INSERT_HOLD } from '../../src/modules/bookings/holds/holdStore.js'
import { serveBare } from './bareServer.js'

const HOLD_MS = 600_000
/** Those below are our server's. */
const FIRST_SLOT = 1_000
const LAST_SLOT = 32_767
const REQUEST_HASH = '0'.repeat(64)

// As our own pool for writes: as many connections, with the same settings.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
  options: SERIALIZABLE_SESSION,
})

let holds = 0

serveBare(async ({ accountId, showId, seatIds, idempotencyKey }) => {
  const id = randomUUID()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + HOLD_MS)
  const answer = JSON.stringify({ __typename: 'HoldSeatsSuccess', bookingId: id })
  const slot = FIRST_SLOT + (holds++ % (LAST_SLOT - FIRST_SLOT))
  const values = [id, accountId, showId, seatIds, now, expiresAt, idempotencyKey, REQUEST_HASH, answer, slot]
  const [held] = await insertHold(values)
  if (held === undefined) return { __typename: 'SeatsUnavailableError' }
  return { __typename: 'HoldSeatsSuccess', booking: { id, expiresAt } }
})

async function insertHold(values: unknown[]): Promise<unknown[]> {
  for (;;) {
    const client = await pool.connect()
    try {
      return (await client.query({ ...INSERT_HOLD, values })).rows
    } catch (error) {
      if (!isConflict(error)) throw error
    } finally {
      // Not by pool.query, which would end the connection with each conflict.
      client.release()
    }
  }
}
