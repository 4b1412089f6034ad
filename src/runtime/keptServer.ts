import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../lib/logger.js'
import type { TiedProcess } from './tiedProcess.js'
import { type RunningServer, startOnPort, type TiedServer } from './tiedServer.js'

const MIN_PAUSE_MS = 100
const MAX_PAUSE_MS = 10_000
/** What has run for so long has not ended for the reason for which it ended before. */
const STEADY_MS = 60_000

export interface KeptServerOptions {
  readonly server: TiedServer
  readonly running: RunningServer
  readonly log: Logger
}

/** A server that is started again on its port whenever it ends by itself, each time after a longer pause as long as it does not stay. */
export class KeptServer {
  readonly #options: KeptServerOptions
  readonly #stopping = new AbortController()
  readonly #keeping: Promise<void>
  #process: TiedProcess
  #pauseMs = MIN_PAUSE_MS

  constructor(options: KeptServerOptions) {
    this.#options = options
    this.#process = options.running.process
    this.#keeping = this.#keep()
  }

  /** Stops it for good. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#process.stop()
    await this.#keeping
  }

  async #keep(): Promise<void> {
    const { server, log } = this.#options
    while (!this.#stopping.signal.aborted) {
      const since = performance.now()
      const how = await this.#process.ended
      if (this.#stopping.signal.aborted) return
      if (performance.now() - since > STEADY_MS) this.#pauseMs = MIN_PAUSE_MS
      log.warn(`The built-in ${server.name} has ended (${how}) and is started again.`)
      await this.#pause()
      await this.#startAgain()
    }
  }

  async #pause(): Promise<void> {
    await delay(this.#pauseMs, undefined, this.#stopping).catch(() => {})
    this.#pauseMs = Math.min(2 * this.#pauseMs, MAX_PAUSE_MS)
  }

  /** One that does not start has ended as well. */
  async #startAgain(): Promise<void> {
    const { server, running, log } = this.#options
    if (this.#stopping.signal.aborted) return
    try {
      this.#process = await startOnPort(server, running.port)
    } catch (err) {
      log.warn({ err }, `could not start the built-in ${server.name} again`)
    }
    if (this.#stopping.signal.aborted) await this.#process.stop()
  }
}
