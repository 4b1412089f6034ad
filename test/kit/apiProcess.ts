import { inject } from 'vitest'
import { type Program, Stage } from '../runtime/program.js'
import { type Client, createClient } from './client.js'
import { JumpingClock } from './clock.js'
import { createTestDatabase } from './database.js'
import { Seed } from './seed.js'
import { FakeStripe } from './stripe.js'

/** From its source, so that no test waits for a build, or uses what another one builds. */
const COMMAND = [process.execPath, '--import', 'tsx', 'src/main.ts']

const WORKER = [process.execPath, '--import', 'tsx', 'src/worker.ts']

/** A server in a process of its own, which can be killed. */
export interface ApiProcess {
  /** The address of its GraphQL API. */
  readonly url: string
  readonly program: Program
  client(token?: string): Client
  /** As `kill -9` does it; waits until it is gone. */
  kill(): Promise<void>
}

/** Where processes live and die: a database and a Stripe that outlive them. */
export interface Stand {
  readonly databaseUrl: string
  readonly stripe: FakeStripe
  readonly seed: Seed
  /** Starts a server that pays by Stripe; several may run at once, or one after the other. */
  start(env?: Record<string, string>): Promise<ApiProcess>
  /** Starts a worker. */
  startWorker(env?: Record<string, string>): Promise<Program>
  close(): Promise<void>
}

export async function openStand(): Promise<Stand> {
  const [database, stripe, stage] = [await createTestDatabase(), await FakeStripe.start(), new Stage()]
  const seed = new Seed(database.url, new JumpingClock())
  const base = {
    ...stripe.env,
    DATABASE_URL: database.url,
    REDIS_URL: inject('redisUrl'),
    JWT_SECRET: 'a secret that only the tests know, of 32 characters',
  }
  return {
    databaseUrl: database.url,
    stripe,
    seed,
    start: async (env = {}) => toProcess(stage.start(await stage.folder(), { ...base, ...env }, COMMAND)),
    async startWorker(env = {}) {
      const worker = stage.start(await stage.folder(), { ...base, ...env }, WORKER)
      await worker.says("Marquee's worker")
      return worker
    },
    async close() {
      await stage.clear()
      await seed.close()
      await stripe.close()
      await database.drop()
    },
  }
}

async function toProcess(program: Program): Promise<ApiProcess> {
  const url = `${await program.ready()}/graphql`
  return {
    url,
    program,
    client: (token) => createClient(url, token),
    async kill() {
      program.kill('SIGKILL')
      await program.ended()
    },
  }
}
