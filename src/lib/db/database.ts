import { PrismaPg } from '@prisma/adapter-pg'
import { bulkhead } from 'cockatiel'
import { type Prisma, PrismaClient } from '../../generated/prisma/client.js'
import { AdaptiveLimit } from './adaptiveLimit.js'
import { isConflict, isUniqueViolation, retryConflicts } from './conflict.js'
import { openPool, type Pool, READ_COMMITTED_SESSION, SERIALIZABLE_SESSION } from './pool.js'
import { type Statement, statement } from './statement.js'

const NIL_UUID = '00000000-0000-0000-0000-000000000000'

/** A transaction in progress: Prisma's client within it. */
export type Transaction = Prisma.TransactionClient

export interface DatabaseOptions {
  /** A postgres:// URL. */
  readonly url: string
  /** How many connections at most for serializable transactions; half as many besides for reads. More than 16 on two cores lose. */
  readonly poolSize: number
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void
}

/** Their isolation is that of the sessions: to name it would cost a round trip. */
const TRANSACTION = { timeout: 10_000, maxWait: 5_000 }
/**
 * How many serializable transactions of several statements run at once at most. They conflict by the pages of indexes as well as by
 * rows, the more so the longer they take: of 100 confirmations at once, with 16 at a time 18 lost too often, with 4 none. With 64 at
 * once, in a database of some hundred bookings, 4 at a time made 35 a second, with 81 statements each; one at a time 66, with 45.
 */
const MAX_TRANSACTIONS = 4

/**
 * Postgres, by two pools. Reads and single statements run at READ COMMITTED. What decides who has a seat runs at
 * SERIALIZABLE on connections that default to it, which saves a round trip a transaction. Prisma and prepared statements
 * share the pools.
 */
export class Database {
  /** For what needs connections of its own. */
  readonly url: string
  /** Models at READ COMMITTED: for reads, and for writes that need no transaction. */
  readonly prisma: PrismaClient
  readonly #reads: Pool
  readonly #writes: Pool
  readonly #serializable: PrismaClient
  readonly #fewAtOnce = new AdaptiveLimit(MAX_TRANSACTIONS)
  /** The others wait here, and not in the pool, where reads wait too. */
  readonly #fewLocking

  constructor({ url, poolSize, onConnectionLost }: DatabaseOptions) {
    this.url = url
    this.#writes = openPool({ url, size: poolSize, settings: SERIALIZABLE_SESSION, onConnectionLost })
    this.#fewLocking = bulkhead(Math.ceil(poolSize / 4), Number.POSITIVE_INFINITY)
    const size = Math.max(2, Math.ceil(poolSize / 2))
    this.#reads = openPool({ url, size, settings: READ_COMMITTED_SESSION, onConnectionLost })
    this.prisma = openPrisma(this.#reads)
    this.#serializable = openPrisma(this.#writes)
  }

  /**
   * Has Prisma load what it compiles queries with, which keeps the process busy for a tenth of a second: before anybody waits for
   * something, and not at the first query. The database has to be migrated.
   */
  async warmUp(): Promise<void> {
    const read = { where: { id: NIL_UUID }, select: { id: true } }
    await Promise.all([this.prisma, this.#serializable].map((client) => client.account.findUnique(read)))
  }

  /** Runs one statement at READ COMMITTED and gives its rows. */
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.#reads.run<Row>(statement, values)
  }

  /**
   * Runs one statement as a serializable transaction of its own, again while it conflicts, and gives its rows.
   *
   * @throws {ConflictError} when it lost too often.
   */
  runSerializable<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return retryConflicts(() => this.trySerializable<Row>(statement, values))
  }

  /** The same, but once: a conflict is thrown as it comes. */
  trySerializable<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.#writes.run<Row>(statement, values)
  }

  /**
   * Runs `work` in a serializable transaction, all of it again while it conflicts: it may read and write by the transaction
   * alone, one statement after the other.
   *
   * @throws {ConflictError} when it lost too often; what `work` throws, after a rollback.
   */
  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return retryConflicts(
      () => this.#fewAtOnce.run(() => this.#serializable.$transaction(work, TRANSACTION), isConflict),
      // What a transaction saw was no longer true when it inserted: run again, it sees why.
      (error) => isConflict(error) || isUniqueViolation(error),
    )
  }

  /**
   * Runs `work` in a READ COMMITTED transaction, under the same rules: for what a lock on a row decides, which it has to take
   * before it reads. Again when it met a deadlock.
   */
  async transactLocking<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return retryConflicts(() => this.#fewLocking.execute(() => this.prisma.$transaction(work, TRANSACTION)))
  }

  /** Closes all connections after their statements have ended. */
  async close(): Promise<void> {
    await Promise.all([this.prisma.$disconnect(), this.#serializable.$disconnect()])
    await Promise.all([this.#reads.end(), this.#writes.end()])
  }
}

function openPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameBySql() }) })
}

/** Names for Prisma's statements, so that pg prepares each once a connection. Bounded: past 500 they run unprepared. */
function nameBySql(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= 500) return ''
    const name = `prisma_${names.size}`
    names.set(sql, name)
    return name
  }
}

const READ_TIME = statement('db.readTime', 'SELECT clock_timestamp() AS now')

/** The time at the database. Fails when the database cannot be reached. */
export async function readTime(db: Database): Promise<Date> {
  const [row] = await db.run<{ now: Date }>(READ_TIME, [])
  return row!.now
}

const READ_IDENTITY = statement(
  'db.readIdentity',
  `SELECT system_identifier || '.' || oid AS identity FROM pg_control_system(), pg_database
   WHERE datname = current_database()`,
)

/** What tells this database from every other one, on this Postgres or elsewhere. A copy of it is another one. */
export async function readIdentity(db: Database): Promise<string> {
  const [row] = await db.run<{ identity: string }>(READ_IDENTITY, [])
  return row!.identity
}
