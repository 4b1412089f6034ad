/** How much may be taken. */
export interface WindowLimit {
  /** Within any time as long as the window. */
  readonly points: number
  readonly windowMs: number
  /** For how long nothing may be taken once all points are: as long as the window or longer, or 0 for until the oldest have left it. */
  readonly banMs: number
}

/** How many points are taken, more than the limit if some were refused; and in how many milliseconds there is room for them, or for one. */
export type Counted = [points: number, waitMs: number]

interface Take {
  /** Milliseconds since 1970. */
  at: number
  points: number
}

/** What is taken within such a part of a window counts as taken with the last of it: so there are few takes, however many points. */
export const PARTS_OF_WINDOW = 60

/** What was taken of one key lately: never more than its limit within any time as long as the window. `COUNT_POINTS` does so in Redis. */
export class SlidingWindow {
  readonly #limit: WindowLimit
  /** The oldest first. */
  readonly #takes: Take[] = []
  #bannedUntil = 0

  constructor(limit: WindowLimit) {
    this.#limit = limit
  }

  /**
   * Takes points; less than 0 gives back, 0 looks. A refusal takes nothing. What is given back is what was taken first since `since`, and last
   * where that is null. Times are in milliseconds since 1970.
   */
  count(points: number, now: number, since: number | null = null): Counted {
    const { points: limit, banMs } = this.#limit
    if (this.#bannedUntil > now) return [limit + Math.max(points, 0), this.#bannedUntil - now]
    const taken = this.#countTaken(now)
    const waitMs = this.#waitFor(taken + Math.max(points, 1) - limit, now)
    if (taken + points > limit) return [taken + points, waitMs]
    if (points > 0) this.#take(points, now)
    else this.#giveBack(-points, since)
    if (points > 0 && taken + points === limit) this.#bannedUntil = now + banMs
    return [Math.max(taken + points, 0), waitMs]
  }

  /** Forgets what has left the window. */
  #countTaken(now: number): number {
    const begin = now - this.#limit.windowMs
    while (this.#takes[0] !== undefined && this.#takes[0].at <= begin) this.#takes.shift()
    return this.#takes.reduce((sum, { points }) => sum + points, 0)
  }

  /** In how many milliseconds so many points more will have left the window. */
  #waitFor(points: number, now: number): number {
    let [missing, waitMs] = [points, 0]
    for (const take of this.#takes) {
      if (missing <= 0) break
      missing -= take.points
      waitMs = take.at + this.#limit.windowMs - now
    }
    return waitMs
  }

  #take(points: number, now: number): void {
    const partMs = this.#limit.windowMs / PARTS_OF_WINDOW
    const last = this.#takes.at(-1)
    if (last === undefined || Math.floor(last.at / partMs) < Math.floor(now / partMs)) {
      this.#takes.push({ at: now, points })
      return
    }
    last.points += points
    last.at = Math.max(last.at, now)
  }

  #giveBack(points: number, since: number | null): void {
    for (let left = points; left > 0; ) {
      const index = since === null ? this.#takes.length - 1 : this.#takes.findIndex(({ at }) => at >= since)
      const take = this.#takes[index]
      if (take === undefined) return
      const given = Math.min(left, take.points)
      left -= given
      take.points -= given
      if (take.points === 0) this.#takes.splice(index, 1)
    }
  }
}
