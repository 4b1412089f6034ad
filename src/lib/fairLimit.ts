import { FairQueue } from './fairQueue.js'
import { WaitedTooLongError } from './waitedTooLongError.js'

/** What work is let begin by. */
export interface Place {
  /** Those of different keys take turns. */
  readonly key: unknown
  readonly weight: number
  /** Aborted when it need not begin any more. */
  readonly signal?: AbortSignal | undefined
}

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
   * @throws {WaitedTooLongError} also when its signal is aborted before.
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

  #wait({ key, weight, signal }: Place): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new WaitedTooLongError('nobody waits for it any more'))
      const waiting = {
        weight,
        begin() {
          clearTimeout(impatience)
          signal?.removeEventListener('abort', giveUp)
          resolve()
        },
      }
      const giveUp = () => {
        clearTimeout(impatience)
        this.#waiting.remove(key, waiting)
        reject(new WaitedTooLongError('there was no room for too long'))
      }
      const impatience = setTimeout(giveUp, this.#patienceMs)
      signal?.addEventListener('abort', giveUp, { once: true })
      this.#waiting.add(key, waiting)
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
