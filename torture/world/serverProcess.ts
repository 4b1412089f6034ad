import { createWriteStream, type WriteStream } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startTied, type TiedProcess } from '../../src/runtime/tiedProcess.js'
import type { PostgresProxy } from '../proxy/postgresProxy.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const START_AGAIN_MS = 300
const STARTS_WITHIN_MS = 120_000

export interface ServerOptions {
  readonly name: string
  /** The compiled program, from the root of the project. */
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** What it prints once it works; the first group is its address, where it has one. */
  readonly ready: RegExp
  readonly logFile: string
  /** Between it and Postgres. */
  readonly proxy: PostgresProxy
}

/** A process of the system under test, which is killed and started again. */
export class ServerProcess {
  readonly name: string
  readonly proxy: PostgresProxy
  /** How often it has ended by itself after it was ready, with how. */
  readonly crashes: string[] = []
  readonly #options: ServerOptions
  readonly #log: WriteStream
  #process: TiedProcess | null = null
  #url: string | null = null
  #starting: Promise<void> | null = null
  #isKilled = false
  #isClosed = false

  constructor(options: ServerOptions) {
    this.name = options.name
    this.proxy = options.proxy
    this.#options = options
    this.#log = createWriteStream(options.logFile)
  }

  /** Its address, null while it does not work. */
  get url(): string | null {
    return this.#url
  }

  get isRunning(): boolean {
    return this.#url !== null
  }

  /**
   * Starts it until it works: a start that fails, as Postgres cut it off, comes again.
   *
   * @throws {Error} when it does not work for minutes.
   */
  start(): Promise<void> {
    // Whoever comes meanwhile waits for the same start.
    this.#starting ??= this.#keepStarting().finally(() => {
      this.#starting = null
    })
    return this.#starting
  }

  /** As `kill -9` does; waits until it is gone. */
  async kill(): Promise<void> {
    const killed = this.#process
    if (killed === null) return
    this.#isKilled = true
    this.#url = null
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    try {
      if (this.#process !== null) process.kill(this.#process.pid, signal)
    } catch {
      // It has ended just now.
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#isKilled = true
    await this.#process?.stop()
    await this.proxy.close()
    this.#log.end()
  }

  async #keepStarting(): Promise<void> {
    const latest = Date.now() + STARTS_WITHIN_MS
    while (!this.isRunning && !this.#isClosed) {
      if (await this.#startOnce()) return
      if (Date.now() > latest) throw new Error(`${this.name} does not start any more: see ${this.#options.logFile}`)
      await delay(START_AGAIN_MS)
    }
  }

  async #startOnce(): Promise<boolean> {
    const { program, env, ready } = this.#options
    const variables = Object.entries({ ...env, DATABASE_URL: this.proxy.url }).map(
      ([name, value]) => `${name}=${value}`,
    )
    this.#isKilled = false
    let tellUrl = (_url: string) => {}
    const url = new Promise<string>((resolve) => {
      tellUrl = resolve
    })
    const started = await startTied({
      command: '/usr/bin/env',
      args: [...variables, process.execPath, program],
      cwd: ROOT,
      stopSignals: [{ signal: 'TERM', seconds: 8 }],
      onLine: (line) => {
        this.#log.write(`${line}\n`)
        const found = ready.exec(line)
        if (found !== null) tellUrl(found[1] ?? '')
      },
    })
    this.#process = started
    const ended = started.ended.then((how) => this.#end(started, how))
    const found = await Promise.race([url, ended])
    if (found === undefined || this.#process !== started) return false
    this.#url = found
    return true
  }

  #end(ended: TiedProcess, how: string): undefined {
    if (this.isRunning && !this.#isKilled) this.crashes.push(`${this.name} ended by itself (${how})`)
    if (this.#process !== ended) return
    this.#process = null
    this.#url = null
  }
}
