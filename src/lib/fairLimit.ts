import { FairQueue } from './fairQueue.js'
import { WaitedTooLongError } from './waitedTooLongError.js'

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
   * @throws {WaitedTooLongError}
   */
  async run<Result>(key: unknown, weight: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#hasRoom && this.#waiting.isEmpty) this.#running += weight
    else await this.#wait(key, weight)
    try {
      return await work()
    } finally {
      setImmediate(() => this.#leave(weight))
    }
  }

  get #hasRoom(): boolean {
    return this.#running < this.#limit
  }

  #wait(key: unknown, weight: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = {
        weight,
        begin() {
          clearTimeout(impatience)
          resolve()
        },
      }
      const impatience = setTimeout(() => {
        this.#waiting.remove(key, waiting)
        reject(new WaitedTooLongError('there was no room for too long'))
      }, this.#patienceMs)
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
