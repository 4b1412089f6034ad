/** The time that decides: when a hold ends, whether a show has begun. Tests bring their own. */
export interface Clock {
  now(): Date
}

/**
 * A clock that goes with the database's: `readTime` is asked for the time there, now and every 30 s, and what it takes to
 * ask is halved out. So all processes on one database agree on when a hold ends, whatever their own clocks say.
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
    return new Date(performance.timeOrigin + performance.now() + this.#offsetMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #adjust(): Promise<void> {
    const asked = performance.now()
    const there = await this.#readTime()
    const here = performance.timeOrigin + (asked + performance.now()) / 2
    this.#offsetMs = there.getTime() - here
  }
}
