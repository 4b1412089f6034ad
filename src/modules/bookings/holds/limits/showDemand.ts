import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../../lib/clock.js'
import type { PubSub } from '../../../../lib/pubsub.js'

const WINDOW_MS = 1_000
/** How long a show is in demand after it was last seen to be. */
const DEMAND_MS = 60_000
const MAX_SHOWS = 1_000
const TOPIC = 'shows:demand'

export interface ShowDemandOptions {
  readonly pubsub: PubSub
  readonly clock: Clock
  /** How many holds of a show may be refused, or have to wait, within a second before it is in demand. */
  readonly threshold: number
}

/** In milliseconds since 1970. */
interface InDemand {
  readonly showId: number
  readonly until: number
}

/** Of which shows more holds come than can be had. Each server counts its own, and tells the others what it has found. */
export class ShowDemand {
  readonly #options: ShowDemandOptions
  readonly #counts = new LRUCache<number, { readonly since: number; count: number }>({ max: MAX_SHOWS })
  readonly #inDemand = new LRUCache<number, number>({ max: MAX_SHOWS })
  readonly #stopListening: () => void

  constructor(options: ShowDemandOptions) {
    this.#options = options
    this.#stopListening = options.pubsub.subscribe(TOPIC, (message) => this.#learn(message as InDemand))
  }

  /** Takes note of a hold of a show that was refused, or had to wait. */
  note(showId: number): void {
    const { clock, threshold, pubsub } = this.#options
    const now = clock.now().getTime()
    const known = this.#counts.get(showId)
    const window = known !== undefined && now - known.since < WINDOW_MS ? known : { since: now, count: 0 }
    window.count += 1
    this.#counts.set(showId, window)
    // Once a window: the others need not hear more of it, nor do we.
    if (window.count === threshold + 1) pubsub.publish(TOPIC, { showId, until: now + DEMAND_MS } satisfies InDemand)
  }

  isHigh(showId: number): boolean {
    return (this.#inDemand.get(showId) ?? 0) > this.#options.clock.now().getTime()
  }

  close(): void {
    this.#stopListening()
  }

  #learn({ showId, until }: InDemand): void {
    this.#inDemand.set(showId, Math.max(until, this.#inDemand.get(showId) ?? 0))
  }
}
