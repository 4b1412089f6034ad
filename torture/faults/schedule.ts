import type { Random } from '../kit/random.js'
import type { World } from '../world/world.js'
import { type Fault, wait } from './fault.js'
import { cutCommits, terminateAll, terminateBackend } from './postgres.js'
import { loseRedis, stopRedis } from './redis.js'
import { killServer, killServerAtCommit, killWorker, pauseServer } from './servers.js'

const FAULTS: readonly Fault[] = [
  killServer,
  killServerAtCommit,
  killWorker,
  pauseServer,
  terminateBackend,
  terminateAll,
  cutCommits,
  stopRedis,
  loseRedis,
]
const LEAST_CALM_MS = 200
const MOST_CALM_MS = 2_500
/** On a slow machine less goes wrong in the same time: what nobody has begun cannot be broken. */
const LEAST_ANSWERS = 30
const LOOK_EVERY_MS = 100
const MOST_WAIT_MS = 5_000

/** Lets one thing after the other go wrong, and some beside each other, until it is ended. */
export class FaultSchedule {
  readonly counts = new Map<string, number>(FAULTS.map(({ name }) => [name, 0]))
  readonly #world: World
  readonly #random: Random
  readonly #countAnswers: () => number
  readonly #end = new AbortController()
  readonly #running = new Map<string, Promise<void>>()
  #schedule: Promise<void> = Promise.resolve()
  #failure: unknown = null

  constructor(world: World, random: Random, countAnswers: () => number) {
    this.#world = world
    this.#random = random
    this.#countAnswers = countAnswers
  }

  start(): void {
    this.#schedule = this.#run()
  }

  /** Ends all faults, and waits until what they took away is back. */
  async end(): Promise<void> {
    this.#end.abort()
    await this.#schedule
    await Promise.all(this.#running.values())
    if (this.#failure !== null) throw this.#failure
    await this.#world.redis.start()
    await Promise.all([this.#world.worker, ...this.#world.servers].map((server) => server.start()))
  }

  async #run(): Promise<void> {
    while (!this.#end.signal.aborted) {
      await this.#calm()
      const fault = this.#random.weighted(FAULTS)
      // Not beside itself: the end of the one would end the other.
      if (!this.#end.signal.aborted && !this.#running.has(fault.name)) this.#begin(fault)
    }
  }

  async #calm(): Promise<void> {
    const { signal } = this.#end
    const enough = this.#countAnswers() + LEAST_ANSWERS
    const latest = Date.now() + MOST_WAIT_MS
    await wait(this.#random.between(LEAST_CALM_MS, MOST_CALM_MS), signal)
    while (this.#countAnswers() < enough && Date.now() < latest && !signal.aborted) await wait(LOOK_EVERY_MS, signal)
  }

  #begin(fault: Fault): void {
    this.counts.set(fault.name, this.counts.get(fault.name)! + 1)
    const running = fault
      .run(this.#world, this.#random, this.#end.signal)
      .catch((error: unknown) => {
        this.#failure ??= error
      })
      .finally(() => this.#running.delete(fault.name))
    this.#running.set(fault.name, running)
  }
}
