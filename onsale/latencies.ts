/** The classes of a histogram are one percent apart, from a tenth of a millisecond to half an hour. */
const LEAST_MS = 0.1
const STEP = Math.log(1.01)
const CLASSES = Math.ceil(Math.log(1_800_000 / LEAST_MS) / STEP) + 1

export const BUCKET_MS = 100

/** Latencies as they go from one process to another. */
export interface PackedLatencies {
  readonly all: PackedHistogram
  readonly buckets: readonly (readonly [number, PackedHistogram])[]
}

interface PackedHistogram {
  readonly counts: Uint32Array
  readonly count: number
  readonly maxMs: number
}

/** The latencies of a while, which begins so many milliseconds after the opening. */
export interface Bucket {
  readonly atMs: number
  readonly widthMs: number
  readonly histogram: Histogram
}

/** How often each latency was seen, to one percent. */
export class Histogram {
  readonly #counts = new Uint32Array(CLASSES)
  #count = 0
  #maxMs = 0

  get count(): number {
    return this.#count
  }

  get maxMs(): number {
    return this.#maxMs
  }

  add(ms: number): void {
    const index = ms <= LEAST_MS ? 0 : Math.min(CLASSES - 1, Math.round(Math.log(ms / LEAST_MS) / STEP))
    this.#counts[index]!++
    this.#count++
    if (ms > this.#maxMs) this.#maxMs = ms
  }

  /** What this share of the latencies, such as 0.99, does not exceed; null where there are none. */
  percentile(share: number): number | null {
    if (this.#count === 0) return null
    let left = Math.ceil(this.#count * share)
    for (let index = 0; index < CLASSES; index++) {
      left -= this.#counts[index]!
      if (left <= 0) return Math.min(this.#maxMs, LEAST_MS * Math.exp(index * STEP))
    }
    return this.#maxMs
  }

  pack(): PackedHistogram {
    return { counts: this.#counts, count: this.#count, maxMs: this.#maxMs }
  }

  absorb({ counts, count, maxMs }: PackedHistogram): void {
    for (let index = 0; index < CLASSES; index++) this.#counts[index]! += counts[index]!
    this.#count += count
    this.#maxMs = Math.max(this.#maxMs, maxMs)
  }
}

/** Latencies of one kind: all together, and those that ended in each tenth of a second. */
export class Latencies {
  readonly all = new Histogram()
  readonly #buckets = new Map<number, Histogram>()

  /** `endedAtMs` counts from the opening of the sale. */
  add(endedAtMs: number, ms: number): void {
    this.all.add(ms)
    this.#bucket(Math.floor(endedAtMs / BUCKET_MS)).add(ms)
  }

  /** By when they ended, in buckets of some tenths of a second. */
  overTime(widthMs: number): Bucket[] {
    const wide = new Map<number, Histogram>()
    for (const [index, histogram] of [...this.#buckets].toSorted(([a], [b]) => a - b)) {
      const atMs = Math.floor((index * BUCKET_MS) / widthMs) * widthMs
      const together = wide.get(atMs) ?? new Histogram()
      together.absorb(histogram.pack())
      wide.set(atMs, together)
    }
    return [...wide].map(([atMs, histogram]) => ({ atMs, widthMs, histogram }))
  }

  pack(): PackedLatencies {
    return { all: this.all.pack(), buckets: [...this.#buckets].map(([index, each]) => [index, each.pack()] as const) }
  }

  /** Adds those that another process has seen. */
  absorb({ all, buckets }: PackedLatencies): void {
    this.all.absorb(all)
    for (const [index, packed] of buckets) this.#bucket(index).absorb(packed)
  }

  #bucket(index: number): Histogram {
    let bucket = this.#buckets.get(index)
    if (bucket === undefined) {
      bucket = new Histogram()
      this.#buckets.set(index, bucket)
    }
    return bucket
  }
}
