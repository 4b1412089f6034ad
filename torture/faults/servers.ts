import type { ServerProcess } from '../world/serverProcess.js'
import { type Fault, pickProcess, pickRunning, wait } from './fault.js'

const MOST_COMMITS = 40
const ARMED_MS = 5_000

export const killServer: Fault = {
  name: 'kill -9 of a server',
  weight: 4,
  async run(world, random, signal) {
    const server = pickRunning(world, random)
    if (server === null) return
    await server.kill()
    await wait(random.between(100, 2_000), signal)
    await server.start()
  },
}

/** The moment at which a process may know too little: its transaction is committed, and it did not hear. */
export const killServerAtCommit: Fault = {
  name: 'kill -9 of a server at a COMMIT',
  weight: 5,
  async run(world, random, signal) {
    const server = pickRunning(world, random)
    if (server === null) return
    await killAtCommit(server, random.whole(1, MOST_COMMITS), signal)
    await wait(random.between(100, 2_000), signal)
    await server.start()
  },
}

async function killAtCommit(server: ServerProcess, after: number, signal: AbortSignal): Promise<void> {
  const given = new AbortController()
  let commits = 0
  let killed: Promise<void> | null = null
  server.proxy.isCut = () => {
    if (++commits < after) return false
    killed ??= server.kill()
    given.abort()
    return true
  }
  await wait(ARMED_MS, AbortSignal.any([signal, given.signal]))
  server.proxy.isCut = () => false
  await killed
}

export const pauseServer: Fault = {
  name: 'pause of a server',
  weight: 2,
  async run(world, random, signal) {
    const server = pickProcess(world, random)
    if (server === null) return
    server.signal('SIGSTOP')
    await wait(random.between(200, 8_000), signal)
    server.signal('SIGCONT')
  },
}

export const killWorker: Fault = {
  name: 'kill -9 of the worker',
  weight: 3,
  async run({ worker }, random, signal) {
    if (!worker.isRunning) return
    if (random.chance(0.5)) await worker.kill()
    else await killAtCommit(worker, random.whole(1, MOST_COMMITS), signal)
    await wait(random.between(100, 3_000), signal)
    await worker.start()
  },
}
