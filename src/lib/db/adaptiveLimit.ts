/** After so many without a conflict one more may run at once. */
const CALM = 20
/** Nobody waits for one that takes longer: its connection may hang. */
const PATIENCE_MS = 2_000

/**
 * Lets some transactions run at once, the others wait in their order: as few as get on without conflicts, down to one, and up to `most`. Where
 * tables are small they meet on the same pages of indexes, and what has to be done again costs more than waiting; where tables are
 * large, or the database is far away, it is the other way round.
 */
export class AdaptiveLimit {
  readonly #most: number
  #limit: number
  #running = 0
  #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
    this.#limit = most
  }

  /** How many may run at once now. */
  get limit(): number {
    return Math.floor(this.#limit)
  }

  /** Runs one transaction when it is its turn. `isConflict` tells whether what it throws says that it lost against another one. */
  async run<T>(transaction: () => Promise<T>, isConflict: (error: unknown) => boolean): Promise<T> {
    if (this.#running < this.limit) this.#running += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    const leave = this.#leaveOnce()
    const impatience = setTimeout(leave, PATIENCE_MS)
    try {
      const result = await transaction()
      this.#limit = Math.min(this.#most, this.#limit + 1 / CALM)
      return result
    } catch (error) {
      if (isConflict(error)) this.#limit = Math.max(1, this.#limit / 2)
      throw error
    } finally {
      clearTimeout(impatience)
      leave()
    }
  }

  #leaveOnce(): () => void {
    let isCounted = true
    return () => {
      if (!isCounted) return
      isCounted = false
      this.#running -= 1
      this.#startWaiting()
    }
  }

  #startWaiting(): void {
    while (this.#running < this.limit && this.#waiting.length > 0) {
      this.#running += 1
      this.#waiting.shift()!()
    }
  }
}
