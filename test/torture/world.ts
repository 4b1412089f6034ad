import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { check } from '../../torture/checker/check.js'
import { createFacts, insertTold } from '../../torture/checker/facts.js'
import type { Told } from '../../torture/transcript.js'
import { keepHistory } from '../../torture/world/history.js'
import type { Client } from '../kit/client.js'
import { startServer, type TestServer } from '../kit/server.js'

/** A server whose database the checker can look at. */
export interface CheckedWorld {
  readonly server: TestServer
  readonly pool: pg.Pool
  /** A guest whose transcript goes to the checker. */
  signIn(): Promise<Teller>
  /** The names of the invariants that do not hold, with the first thing that is wrong with each. */
  violations(): Promise<Record<string, string>>
  close(): Promise<void>
}

export interface Teller {
  readonly client: Client
  readonly accountId: string
  /** Tells the checker of a request and of its answer. */
  tell(told: Partial<Told>): Promise<void>
}

export async function openCheckedWorld(): Promise<CheckedWorld> {
  const server = await startServer()
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  await keepHistory(pool)
  await createFacts(pool)
  return {
    server,
    pool,
    signIn: () => signIn(server, pool),
    async violations() {
      const found = await check(pool)
      return Object.fromEntries(found.reverse().map(({ invariant, detail }) => [invariant, detail]))
    },
    async close() {
      await pool.end()
      await server.close()
    },
  }
}

async function signIn(server: TestServer, pool: pg.Pool): Promise<Teller> {
  const client = await server.signInAsGuest()
  const { rows } = await pool.query('SELECT id FROM account ORDER BY created_at DESC, id LIMIT 1')
  const accountId = rows[0].id
  return {
    client,
    accountId,
    async tell(told) {
      const now = new Date()
      const defaults = { buyer: 'ann', accountId, key: null, input: {}, server: 'one', sentAt: now, answeredAt: now }
      await insertTold(pool, [{ operation: 'holdSeats', answer: null, error: null, ...defaults, ...told }])
    },
  }
}

export const newKey = (): string => randomUUID()
