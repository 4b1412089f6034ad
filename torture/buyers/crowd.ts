import { Random } from '../kit/random.js'
import type { Transcript } from '../transcript.js'
import { buy } from './buyer.js'
import { Client } from './client.js'
import type { Market } from './market.js'
import { Watcher } from './watcher.js'

const WATCHERS = 6
const NEW_WATCHER_EVERY_MS = 15_000

export interface CrowdOptions {
  readonly buyers: number
  readonly seed: string
  readonly market: Market
  readonly transcript: Transcript
}

/** All buyers and watchers. */
export class Crowd {
  readonly watchers: Watcher[] = []
  readonly #options: CrowdOptions
  readonly #random: Random
  #buying: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor(options: CrowdOptions) {
    this.#options = options
    this.#random = new Random(`${options.seed} watchers`)
  }

  start(): void {
    const { buyers, seed, market, transcript } = this.#options
    this.#buying = Promise.all(
      Array.from({ length: buyers }, (_, index) => {
        const name = `buyer-${index}`
        const random = new Random(`${seed} ${name}`)
        const client = new Client(name, { market, transcript, random })
        return buy({ client, random, market, holds: new Set(), bookings: new Set() })
      }),
    )
    for (let count = 0; count < WATCHERS; count++) this.#addWatcher()
    this.#timer = setInterval(() => this.#addWatcher(), NEW_WATCHER_EVERY_MS)
  }

  /** Waits until all buyers have their answers. */
  async finish(): Promise<void> {
    clearInterval(this.#timer)
    await this.#buying
  }

  /** Ends all watching. */
  leave(): void {
    clearInterval(this.#timer)
    for (const watcher of this.watchers) watcher.leave()
  }

  #addWatcher(): void {
    const { market } = this.#options
    const watcher = new Watcher(`watcher-${this.watchers.length}`, this.#random.pick(market.onSale), {
      market,
      random: this.#random,
    })
    this.watchers.push(watcher)
    void watcher.watch()
  }
}
