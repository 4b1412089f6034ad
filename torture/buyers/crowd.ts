import { Random } from '../kit/random.js'
import type { Transcript } from '../transcript.js'
import { buy } from './buyer.js'
import { Client } from './client.js'
import { manage } from './manager.js'
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

/** All buyers and watchers, and the manager. */
export class Crowd {
  readonly watchers: Watcher[] = []
  readonly #options: CrowdOptions
  readonly #random: Random
  #asking: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor(options: CrowdOptions) {
    this.#options = options
    this.#random = new Random(`${options.seed} watchers`)
  }

  start(): void {
    const { buyers, seed, market, transcript } = this.#options
    const meet = (name: string) => {
      const random = new Random(`${seed} ${name}`)
      return { client: new Client(name, { market, transcript, random }), random, market }
    }
    const buying = Array.from({ length: buyers }, (_, index) =>
      buy({ ...meet(`buyer-${index}`), holds: new Set(), bookings: new Set() }),
    )
    this.#asking = Promise.all([...buying, manage(meet('manager'))])
    for (let count = 0; count < WATCHERS; count++) this.#addWatcher()
    this.#timer = setInterval(() => this.#addWatcher(), NEW_WATCHER_EVERY_MS)
  }

  /** Waits until all have their answers. */
  async finish(): Promise<void> {
    clearInterval(this.#timer)
    await this.#asking
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
