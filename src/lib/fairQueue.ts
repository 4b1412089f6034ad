/** Those who wait, of several keys: the next is one of another key than the last, as long as any waits. Of one key, the first that came. */
export class FairQueue<Item> {
  /** In the order in which it is their turn. */
  readonly #lines = new Map<unknown, Set<Item>>()

  get isEmpty(): boolean {
    return this.#lines.size === 0
  }

  add(key: unknown, item: Item): void {
    const line = this.#lines.get(key)
    if (line === undefined) this.#lines.set(key, new Set([item]))
    else line.add(item)
  }

  /** The next, which waits no more; undefined where nobody waits. */
  take(): Item | undefined {
    for (const [key, line] of this.#lines) {
      const [item] = line
      line.delete(item!)
      // The others of this key come after those of all keys.
      this.#lines.delete(key)
      if (line.size > 0) this.#lines.set(key, line)
      return item
    }
    return undefined
  }

  /** For who has waited for too long. */
  remove(key: unknown, item: Item): void {
    const line = this.#lines.get(key)
    line?.delete(item)
    if (line?.size === 0) this.#lines.delete(key)
  }
}
