interface Lane {
  running: number
  readonly waiting: (() => void)[]
}

/** Lets so many run at once of each key; the others of that key wait, in the order in which they came. */
export class Lanes {
  readonly #width: number
  /** Of the keys of which any runs. */
  readonly #lanes = new Map<string, Lane>()

  constructor(width: number) {
    this.#width = width
  }

  /** What `work` gives, or throws, once it was its turn. */
  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const lane = this.#lanes.get(key) ?? { running: 0, waiting: [] }
    this.#lanes.set(key, lane)
    // Who waits gets the place of one that has ended.
    if (lane.running === this.#width) await new Promise<void>((resolve) => lane.waiting.push(resolve))
    else lane.running += 1
    try {
      return await work()
    } finally {
      this.#leave(key, lane)
    }
  }

  #leave(key: string, lane: Lane): void {
    const next = lane.waiting.shift()
    if (next === undefined) lane.running -= 1
    else next()
    if (lane.running === 0) this.#lanes.delete(key)
  }
}
