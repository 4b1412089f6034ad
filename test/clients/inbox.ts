/** Keeps what is pushed until a test takes it, so that a test can wait for one after the other. */
export class Inbox<Item> {
  readonly #items: Item[] = []
  readonly #waiting: PromiseWithResolvers<Item>[] = []
  #failure: unknown = null

  push(item: Item): void {
    const waiting = this.#waiting.shift()
    if (waiting === undefined) this.#items.push(item)
    else waiting.resolve(item)
  }

  fail(error: unknown): void {
    this.#failure = error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }

  /** The next item, now or once it comes. Throws what it failed with. */
  async next(): Promise<Item> {
    if (this.#items.length > 0) return this.#items.shift()!
    if (this.#failure !== null) throw this.#failure
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }
}

interface PromiseWithResolvers<Item> {
  resolve(item: Item): void
  reject(error: unknown): void
}
