import { inject } from 'vitest'
import { type Client, createClient } from '../kit/client.js'
import { JumpingClock } from '../kit/clock.js'
import { createTestDatabase, type TestDatabase } from '../kit/database.js'
import { Seed } from '../kit/seed.js'
import { type Environment, type Program, Stage } from './program.js'

export const WORKER = [process.execPath, 'dist/worker.js']
/** What a worker that has started says first. */
export const WORKS = "Marquee's worker"

const NO_JOBS = { WORK_JOBS: 'false', HOLD_SECONDS: '1', HOLD_MIN_SECONDS: '1' }

/** A database, and the workers and servers that one test starts on it, as processes of their own. */
export class WorkerStage {
  readonly database: TestDatabase
  readonly seed: Seed
  readonly #stage = new Stage()

  private constructor(database: TestDatabase) {
    this.database = database
    this.seed = new Seed(database.url, new JumpingClock())
  }

  /** On a migrated database, or on one without any table: a clone of `template0`. */
  static async open(template?: string): Promise<WorkerStage> {
    return new WorkerStage(await createTestDatabase(template))
  }

  async start(command: readonly string[] | undefined, env: Environment = {}): Promise<Program> {
    const addresses = { DATABASE_URL: this.database.url, REDIS_URL: inject('redisUrl') }
    return this.#stage.start(await this.#stage.folder(), { ...addresses, ...env }, command)
  }

  async startWorker(command: readonly string[] = WORKER): Promise<Program> {
    const worker = await this.start(command)
    await worker.says(WORKS)
    return worker
  }

  /** Starts an API, which works no jobs unless told to, and whose holds last a second. */
  async startApi(env: Environment = {}): Promise<Program> {
    const api = await this.start(undefined, { ...NO_JOBS, ...env })
    await api.ready()
    return api
  }

  async signInAsGuest(api: Program): Promise<Client> {
    const url = `${await api.ready()}/graphql`
    const { signInAsGuest } = await createClient(url).query(
      'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }',
    )
    return createClient(url, signInAsGuest.accessToken)
  }

  /** The refunds, and what the sandbox knows of them. */
  async readRefunds(): Promise<unknown[]> {
    return this.seed.sql(
      `SELECT refund.status, refunded, cardinality(refund_keys) AS times FROM refund
       JOIN payment ON payment.id = payment_id JOIN sandbox_payment ON sandbox_payment.reference = payment.reference`,
    )
  }

  async clear(): Promise<void> {
    await this.#stage.clear()
    await this.seed.close()
    await this.database.drop()
  }
}
