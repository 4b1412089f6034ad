/**
 * Values of which only the newest counts, as an async iterator: who is slow to take them skips those in between. What was pushed
 * before the end is given, then it is over.
 */
export class Latest<Value> implements AsyncIterableIterator<Value> {
  readonly #onReturn: () => void
  #value: { readonly value: Value } | null = null
  #resolve: ((result: IteratorResult<Value, undefined>) => void) | null = null
  #hasEnded = false

  /** `onReturn` is called when whoever takes the values wants no more. */
  constructor(onReturn: () => void) {
    this.#onReturn = onReturn
  }

  push(value: Value): void {
    if (this.#hasEnded) return
    if (this.#resolve === null) this.#value = { value }
    else this.#settle({ done: false, value })
  }

  end(): void {
    this.#hasEnded = true
    this.#settle({ done: true, value: undefined })
  }

  next(): Promise<IteratorResult<Value, undefined>> {
    const waiting = this.#value
    this.#value = null
    if (waiting !== null) return Promise.resolve({ done: false, value: waiting.value })
    if (this.#hasEnded) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  async return(): Promise<IteratorResult<Value, undefined>> {
    this.#value = null
    this.end()
    this.#onReturn()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #settle(result: IteratorResult<Value, undefined>): void {
    this.#resolve?.(result)
    this.#resolve = null
  }
}
