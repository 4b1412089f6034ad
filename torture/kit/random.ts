import { randomOf } from '../../src/seed/random.js'

/** Choices that look random and are the same for the same key. */
export class Random {
  readonly #next: () => number

  constructor(key: string) {
    this.#next = randomOf(key)
  }

  chance(probability: number): boolean {
    return this.#next() < probability
  }

  /** A number from `least` up to `most`. */
  between(least: number, most: number): number {
    return least + this.#next() * (most - least)
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1))
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)]!
  }

  /** One of the items, each as often as its weight says. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.between(
      0,
      items.reduce((sum, { weight }) => sum + weight, 0),
    )
    for (const item of items) {
      left -= item.weight
      if (left < 0) return item
    }
    return items.at(-1)!
  }

  /** A key such as an idempotency key: long enough that none comes twice in a run. */
  key(): string {
    const part = () => Math.floor(this.#next() * 2 ** 32).toString(36)
    return `${part()}-${part()}-${part()}`
  }
}
