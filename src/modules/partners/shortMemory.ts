import { LRUCache } from 'lru-cache'
import type { Clock } from '../../lib/clock.js'

export interface ShortMemoryOptions<Value> {
  readonly clock: Clock
  readonly ttlMs: number
  readonly maxEntries: number
  /** What all values may come to. */
  readonly maxSize: number
  readonly sizeOf: (value: Value) => number
}

interface Found<Value> {
  readonly value: Value | null
}

/** What was looked up a moment ago, also when there was nothing. One look-up a key at a time. */
export class ShortMemory<Value> {
  readonly #known: LRUCache<string, Found<Value>>
  readonly #underWay = new Map<string, Promise<Value | null>>()

  constructor({ clock, ttlMs, maxEntries, maxSize, sizeOf }: ShortMemoryOptions<Value>) {
    this.#known = new LRUCache({
      max: maxEntries,
      maxSize,
      sizeCalculation: ({ value }) => 1 + (value === null ? 0 : sizeOf(value)),
      ttl: ttlMs,
      ttlResolution: 0,
      perf: { now: () => clock.now().getTime() },
    })
  }

  async find(key: string, look: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#known.get(key)
    if (known !== undefined) return known.value
    return this.#underWay.get(key) ?? this.#look(key, look)
  }

  /** Forgets all. What is being looked up may be from before: it is told to those who wait, and not remembered. */
  forget(): void {
    this.#known.clear()
    this.#underWay.clear()
  }

  async #look(key: string, look: () => Promise<Value | null>): Promise<Value | null> {
    const run = look()
    this.#underWay.set(key, run)
    try {
      const value = await run
      if (this.#underWay.get(key) === run) this.#known.set(key, { value })
      return value
    } finally {
      if (this.#underWay.get(key) === run) this.#underWay.delete(key)
    }
  }
}
