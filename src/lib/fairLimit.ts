import { FairQueue } from './fairQueue.js'
import { WaitedTooLongError } from './waitedTooLongError.js'

/** What work is let begin by. */
export interface Place {
  /** Those of different keys take turns. */
  readonly key: unknown
  readonly weight: number
  /** Takes what to call when it need not begin any more, at once if that is so already; null when it has begun. No AbortSignal: they cost more. */
  readonly onGone?: ((leave: (() => void) | null) => void) | undefined
}

/** One for all, who may be thousands at once: it takes longer to make one than to leave. */
const NOBODY_WAITS = new WaitedTooLongError('nobody waits for it any more')

interface Waiting {
  readonly weight: number
  readonly begin: () => void
}

/**
 * Lets work begin as long as what runs weighs less than a limit; the rest waits, those of different keys by turns. What has ended makes
 * room in the next turn of the event loop, so that no queue, however long, is worked off in one.
 */
export class FairLimit {
  readonly #limit: number
  readonly #patienceMs: number
  readonly #waiting = new FairQueue<Waiting>()
  #running = 0

  constructor(limit: number, patienceMs: number) {
    this.#limit = limit
    this.#patienceMs = patienceMs
  }

  /**
   * What `work` gives, or throws, once there was room for it.
   *
   * @throws {WaitedTooLongError} also when nobody waits for it any more.
   */
  async run<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
    if (this.#hasRoom && this.#waiting.isEmpty) this.#running += place.weight
    else await this.#wait(place)
    try {
      return await work()
    } finally {
      setImmediate(() => this.#leave(place.weight))
    }
  }

  get #hasRoom(): boolean {
    return this.#running < this.#limit
  }

  #wait({ key, weight, onGone }: Place): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = {
        weight,
        begin() {
          clearTimeout(impatience)
          onGone?.(null)
          resolve()
        },
      }
      const leave = () => {
        clearTimeout(impatience)
        this.#waiting.remove(key, waiting)
        reject(NOBODY_WAITS)
      }
      const impatience = setTimeout(() => {
        onGone?.(null)
        this.#waiting.remove(key, waiting)
        reject(new WaitedTooLongError('there was no room for too long'))
      }, this.#patienceMs)
      this.#waiting.add(key, waiting)
      onGone?.(leave)
    })
  }

  #leave(weight: number): void {
    this.#running -= weight
    while (this.#hasRoom) {
      const next = this.#waiting.take()
      if (next === undefined) return
      this.#running += next.weight
      next.begin()
    }
  }
}
