import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { findOnPath } from '../../src/runtime/findOnPath.js'
import { findFreePort } from '../../src/runtime/freePort.js'
import { startTied, type TiedProcess } from '../../src/runtime/tiedProcess.js'

const READY = /ready to accept connections/i

/** A Redis of the run's own that can be stopped, killed, and started again, empty, at the same address. */
export class RestartableRedis {
  readonly url: string
  readonly #command: string
  readonly #config: string
  #process: TiedProcess | null = null

  private constructor(command: string, port: number) {
    const password = randomBytes(24).toString('base64url')
    this.url = `redis://:${password}@127.0.0.1:${port}`
    this.#command = command
    this.#config = [
      'bind 127.0.0.1',
      `port ${port}`,
      `requirepass ${password}`,
      'save ""',
      'appendonly no',
      `dir "${tmpdir()}"`,
      '',
    ].join('\n')
  }

  static async start(): Promise<RestartableRedis> {
    const command = await findOnPath(['redis-server', 'valkey-server'])
    if (command === null) throw new Error('The torture run needs a redis-server or a valkey-server on the PATH.')
    const redis = new RestartableRedis(command, await findFreePort())
    await redis.start()
    return redis
  }

  /** Starts it, unless it runs. */
  async start(): Promise<void> {
    if (this.#process !== null) return
    let becomeReady = () => {}
    const ready = new Promise<void>((resolve) => {
      becomeReady = resolve
    })
    const process = await startTied({
      command: this.#command,
      args: ['-'],
      input: this.#config,
      stopSignals: [{ signal: 'TERM', seconds: 1 }],
      onLine: (line) => {
        if (READY.test(line)) becomeReady()
      },
    })
    this.#process = process
    const how = await Promise.race([ready, process.ended])
    if (typeof how === 'string') throw new Error(`Redis did not start (${how}).`)
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    if (this.#process !== null) process.kill(this.#process.pid, signal)
  }

  /** Loses all that it knows. */
  async kill(): Promise<void> {
    const killed = this.#process
    if (killed === null) return
    this.#process = null
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
  }

  async stop(): Promise<void> {
    await this.#process?.stop()
  }
}
