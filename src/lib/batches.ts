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
  /**
   * Whether an item waits behind all others that wait; a promise where that is not known yet, which says when to ask again. Asked as soon as
   * it has to wait, and each time a batch is chosen from several.
   */
  readonly goesLast?: (item: Item) => boolean | Promise<void>
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

/** Those that wait, in their turn. */
interface Line<Item, Result> {
  readonly entries: readonly Entry<Item, Result>[]
  /** Those whose turn may be another one: what they have in common with those behind them is kept for them. */
  readonly unsure: ReadonlySet<Entry<Item, Result>>
}

const NONE: ReadonlySet<never> = new Set()

/**
 * Runs items together that come while others run. An item that comes alone runs alone, and at once; those that come in one turn of the
 * event loop go together. The first that waits is the first that runs, unless it has to wait for another one, or goes last. Of those that
 * not all can run, none runs before it is known whether it goes last.
 */
export class Batches<Item, Result> {
  readonly #options: BatchesOptions<Item, Result>
  readonly #takenKeys = new Set<Key>()
  readonly #takenAreas = new Set<Key>()
  readonly #awaited = new WeakSet<Promise<void>>()
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
    const kept = new Set<Key>()
    const { entries, unsure } = this.#lineUp()
    for (const entry of entries) {
      const foreseen = this.#options.foresee?.(entry.item) ?? null
      if (foreseen !== null) {
        entry.resolve(foreseen)
        continue
      }
      if (unsure.has(entry)) {
        left.push(entry)
        addAll(kept, entry.keys)
      } else if (batch.length === this.#options.maxSize || !this.#isFree(entry, kept)) {
        left.push(entry)
      } else {
        batch.push(entry)
        addAll(this.#takenKeys, entry.keys)
      }
    }
    for (const { area } of batch) if (area !== null) this.#takenAreas.add(area)
    // Back in the order in which they came.
    this.#waiting = entries === this.#waiting ? left : left.sort((a, b) => a.since - b.since)
    return batch
  }

  /** Several, with those behind that go last. */
  #lineUp(): Line<Item, Result> {
    const { goesLast } = this.#options
    if (goesLast === undefined || this.#waiting.length < 2) return { entries: this.#waiting, unsure: NONE }
    const last = new Set<Entry<Item, Result>>()
    const unknown: Entry<Item, Result>[] = []
    for (const entry of this.#waiting) {
      const answer = goesLast(entry.item)
      if (answer === true) last.add(entry)
      if (typeof answer !== 'boolean') {
        unknown.push(entry)
        this.#startAfter(answer)
      }
    }
    const unsure = this.#findContested(unknown)
    // Whoever goes last is behind those as well of whom it is not known.
    if (unsure.size > 0) for (const entry of last) unsure.add(entry)
    if (last.size === 0) return { entries: this.#waiting, unsure }
    return { entries: [...this.#waiting.filter((entry) => !last.has(entry)), ...last], unsure }
  }

  /** Those that others would have to wait for. */
  #findContested(entries: readonly Entry<Item, Result>[]): Set<Entry<Item, Result>> {
    if (entries.length === 0 || this.#waiting.length > this.#options.maxSize) return new Set(entries)
    const wanted = new Map<Key, number>()
    for (const { keys } of this.#waiting) for (const key of keys) wanted.set(key, (wanted.get(key) ?? 0) + 1)
    return new Set(entries.filter(({ keys }) => keys.some((key) => wanted.get(key)! > 1)))
  }

  #startAfter(known: Promise<void>): void {
    if (this.#awaited.has(known)) return
    this.#awaited.add(known)
    void known.then(() => this.#startSoon())
  }

  #isFree({ area, keys }: Entry<Item, Result>, kept: ReadonlySet<Key>): boolean {
    if (area !== null && this.#takenAreas.has(area)) return false
    return !keys.some((key) => this.#takenKeys.has(key) || kept.has(key))
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

function addAll(keys: Set<Key>, added: readonly Key[]): void {
  for (const key of added) keys.add(key)
}
