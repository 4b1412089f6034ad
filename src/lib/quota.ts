/** How many of something each of many has: no more than a limit. Forgets those who have none. */
export class Quota {
  readonly #limit: number
  readonly #taken = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whether whose key this is has as many as may be. */
  isUsedUp(key: string): boolean {
    return (this.#taken.get(key) ?? 0) >= this.#limit
  }

  /** The keys of those who have as many as may be. */
  get usedUp(): string[] {
    return [...this.#taken.keys()].filter((key) => this.isUsedUp(key))
  }

  /** Takes one more. False if whose key this is has as many as may be. */
  take(key: string): boolean {
    const taken = this.#taken.get(key) ?? 0
    if (taken >= this.#limit) return false
    this.#taken.set(key, taken + 1)
    return true
  }

  /** Gives one back that was taken. */
  giveBack(key: string): void {
    const left = (this.#taken.get(key) ?? 0) - 1
    if (left > 0) this.#taken.set(key, left)
    else this.#taken.delete(key)
  }
}
