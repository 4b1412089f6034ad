/** The time that decides: when a hold ends, whether a show has begun. Tests bring their own. */
export interface Clock {
  now(): Date
}

const SAMPLES = 3

/**
 * A clock that goes with the database's: `readTime` is asked for the time there, now and every 30 s. So all processes on
 * one database agree on when a hold ends, whatever their own clocks say, to as much as the quickest answer took.
 */
export class DatabaseClock implements Clock {
  #offsetMs = 0
  readonly #readTime: () => Promise<Date>
  readonly #timer: NodeJS.Timeout

  private constructor(readTime: () => Promise<Date>) {
    this.#readTime = readTime
    this.#timer = setInterval(() => void this.#adjust().catch(() => {}), 30_000).unref()
  }

  static async start(readTime: () => Promise<Date>): Promise<DatabaseClock> {
    const clock = new DatabaseClock(readTime)
    await clock.#adjust()
    return clock
  }

  now(): Date {
    return new Date(readOwnTime() + this.#offsetMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #adjust(): Promise<void> {
    for (let sample = 0; sample < SAMPLES; sample++) await this.#takeSample()
  }

  /**
   * The time was read there between asking and being answered. The offset moves no further than that asks for: of an answer that
   * waited for something nothing is learnt, rather than half of the wait taken for a difference of the clocks.
   */
  async #takeSample(): Promise<void> {
    const askedAt = readOwnTime()
    const there = (await this.#readTime()).getTime()
    const answeredAt = readOwnTime()
    this.#offsetMs = Math.min(Math.max(this.#offsetMs, there - answeredAt), there - askedAt)
  }
}

/** Milliseconds since 1970, which never go back. */
function readOwnTime(): number {
  return performance.timeOrigin + performance.now()
}
