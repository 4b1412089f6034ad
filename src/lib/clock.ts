/** The time that decides: when a hold ends, whether a show has begun. Tests bring their own. */
export interface Clock {
  now(): Date
}

const MAX_ROUND_TRIP_MS = 100

/**
 * A clock that goes with the database's: `readTime` is asked for the time there, now and every 30 s, and what it takes to
 * ask is halved out. So all processes on one database agree on when a hold ends, whatever their own clocks say.
 */
export class DatabaseClock implements Clock {
  #offsetMs = 0
  #isSet = false
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
    const samples = []
    for (let tries = 0; tries < 3; tries++) samples.push(await this.#sample())
    const best = samples.reduce((a, b) => (b.tookMs < a.tookMs ? b : a))
    // Where even the quickest answer waited for something, what is known is better.
    if (best.tookMs < MAX_ROUND_TRIP_MS || !this.#isSet) this.#offsetMs = best.offsetMs
    this.#isSet = true
  }

  async #sample(): Promise<{ tookMs: number; offsetMs: number }> {
    const asked = performance.now()
    const there = await this.#readTime()
    const tookMs = performance.now() - asked
    return { tookMs, offsetMs: there.getTime() - (performance.timeOrigin + asked + tookMs / 2) }
  }
}
