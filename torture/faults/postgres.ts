import { type Fault, pickProcess, wait } from './fault.js'

export const terminateBackend: Fault = {
  name: 'pg_terminate_backend',
  weight: 5,
  async run({ pool }, random) {
    const { rows } = await pool.query(
      `SELECT pid FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> 'torture' ORDER BY state = 'idle', pid`,
    )
    // Those at work come first, and are taken first mostly.
    const few = random.chance(0.7) ? rows.slice(0, 3) : rows
    if (few.length > 0) await pool.query('SELECT pg_terminate_backend($1)', [random.pick(few).pid])
  },
}

export const terminateAll: Fault = {
  name: 'pg_terminate_backend of all',
  weight: 1,
  async run({ pool }) {
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> 'torture'`,
    )
  },
}

export const cutCommits: Fault = {
  name: 'connections cut after COMMIT',
  weight: 6,
  async run(world, random, signal) {
    const server = pickProcess(world, random)
    if (server === null) return
    const probability = random.between(0.05, 0.5)
    server.proxy.isCut = () => random.chance(probability)
    await wait(random.between(500, 3_000), signal)
    server.proxy.isCut = () => false
  },
}
