/** What has to be ended, in the order in which it was started. */
export class Closers {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closed: Promise<void> | null = null

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  /** Ends all, the last first, one after the other; once, however often it is called. */
  close(): Promise<void> {
    this.#closed ??= this.#closeAll()
    return this.#closed
  }

  async #closeAll(): Promise<void> {
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) await close()
  }
}
