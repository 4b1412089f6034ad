import { WaitedTooLongError } from './waitedTooLongError.js'

type Key = string | number

export interface BatchesOptions<Item, Result> {
  /** How many items a batch has at most. */
  readonly maxSize: number
  /** How many batches run at once. */
  readonly maxRunning: number
  /** How long an item may wait: when its turn comes later than that, it is not run. */
  readonly maxWaitMs: number
  /** What no two items have in common that run at the same time, in one batch or in two. */
  readonly keysOf: (item: Item) => readonly Key[]
  /** What items of one batch may have in common, but not those of two that run at the same time. */
  readonly areaOf?: (item: Item) => Key
  /** What becomes of an item without it being run, null where it has to be. Asked again whenever others have ended. */
  readonly foresee?: (item: Item) => Result | null
  /** Whether an item waits behind all others that wait. Asked as soon as it has to wait, and each time a batch is chosen from several. */
  readonly goesLast?: (item: Item) => boolean
  /** Runs a batch: what has become of each of its items, in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>
}

interface Entry<Item, Result> {
  readonly item: Item
  readonly since: number
  readonly keys: readonly Key[]
  readonly area: Key | null
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

const NONE: ReadonlySet<never> = new Set()

/**
 * Runs items together that come while others run. An item that comes alone runs alone, and at once; those that come in one turn of the
 * event loop go together. The first that waits is the first that runs, unless it has to wait for another one, or goes last.
 */
export class Batches<Item, Result> {
  readonly #options: BatchesOptions<Item, Result>
  readonly #takenKeys = new Set<Key>()
  readonly #takenAreas = new Set<Key>()
  #waiting: Entry<Item, Result>[] = []
  #running = 0
  #isStarting = false

  constructor(options: BatchesOptions<Item, Result>) {
    this.#options = options
  }

  /** How many items wait for their batch. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * What has become of an item: what `run` says of it, or has thrown.
   *
   * @throws {WaitedTooLongError}
   */
  run(item: Item): Promise<Result> {
    const { keysOf, areaOf, goesLast, maxRunning } = this.#options
    return new Promise((resolve, reject) => {
      const since = performance.now()
      this.#waiting.push({ item, since, keys: keysOf(item), area: areaOf?.(item) ?? null, resolve, reject })
      // Whoever has to find it out has the time until the item's turn for it.
      if (this.#running === maxRunning) goesLast?.(item)
      this.#startSoon()
    })
  }

  #startSoon(): void {
    if (this.#isStarting || this.#running === this.#options.maxRunning) return
    this.#isStarting = true
    setImmediate(() => {
      this.#isStarting = false
      this.#start()
    })
  }

  #start(): void {
    this.#dropLate()
    while (this.#running < this.#options.maxRunning) {
      const batch = this.#choose()
      if (batch.length === 0) return
      void this.#run(batch)
    }
  }

  #dropLate(): void {
    const start = performance.now() - this.#options.maxWaitMs
    // They are in the order in which they came.
    while (this.#waiting[0] !== undefined && this.#waiting[0].since < start) {
      this.#waiting.shift()!.reject(new WaitedTooLongError('an item has waited too long for its batch'))
    }
  }

  /** The next batch, as large as can be; empty while all that wait have to wait for others. Answers what can be foreseen. */
  #choose(): Entry<Item, Result>[] {
    const batch: Entry<Item, Result>[] = []
    const left: Entry<Item, Result>[] = []
    const last = this.#findLast()
    for (const entry of this.#inTurn(last)) {
      const foreseen = this.#options.foresee?.(entry.item) ?? null
      if (foreseen !== null) {
        entry.resolve(foreseen)
        continue
      }
      if (batch.length === this.#options.maxSize || !this.#isFree(entry)) {
        left.push(entry)
        continue
      }
      batch.push(entry)
      for (const key of entry.keys) this.#takenKeys.add(key)
    }
    for (const { area } of batch) if (area !== null) this.#takenAreas.add(area)
    // Back in the order in which they came.
    this.#waiting = last.size === 0 ? left : left.sort((a, b) => a.since - b.since)
    return batch
  }

  /** Those of several that go last. */
  #findLast(): ReadonlySet<Entry<Item, Result>> {
    const { goesLast } = this.#options
    if (goesLast === undefined || this.#waiting.length < 2) return NONE
    return new Set(this.#waiting.filter(({ item }) => goesLast(item)))
  }

  #inTurn(last: ReadonlySet<Entry<Item, Result>>): readonly Entry<Item, Result>[] {
    if (last.size === 0) return this.#waiting
    return [...this.#waiting.filter((entry) => !last.has(entry)), ...last]
  }

  #isFree({ area, keys }: Entry<Item, Result>): boolean {
    return !(area !== null && this.#takenAreas.has(area)) && !keys.some((key) => this.#takenKeys.has(key))
  }

  async #run(batch: readonly Entry<Item, Result>[]): Promise<void> {
    this.#running += 1
    const results = await this.#settle(batch.map(({ item }) => item))
    this.#running -= 1
    for (const [index, { keys, area, resolve, reject }] of batch.entries()) {
      for (const key of keys) this.#takenKeys.delete(key)
      if (area !== null) this.#takenAreas.delete(area)
      const result = results[index]!
      if (result.status === 'fulfilled') resolve(result.value)
      else reject(result.reason)
    }
    this.#start()
  }

  async #settle(items: readonly Item[]): Promise<readonly PromiseSettledResult<Result>[]> {
    try {
      return await this.#options.run(items)
    } catch (reason) {
      return items.map(() => ({ status: 'rejected', reason }))
    }
  }
}
