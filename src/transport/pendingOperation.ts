/**
 * Stands for an operation among those that graphql-ws knows of a socket, as long as there is no stream of its own: by it the `complete` of the
 * client, and the end of the socket, reach the operation at once. graphql-ws would notice only when there is a result, and would give that
 * to whatever has been given the same id since.
 */
export class PendingOperation implements AsyncIterableIterator<never> {
  readonly #ending = new AbortController()

  /** Aborted when nobody waits for it any more. */
  get signal(): AbortSignal {
    return this.#ending.signal
  }

  /** What was found for it. Never anything if it is over: graphql-ws then forgets that it was asked. */
  give<Result>(result: Result): Promise<Result> {
    return this.signal.aborted ? new Promise(() => {}) : Promise.resolve(result)
  }

  async next(): Promise<IteratorResult<never>> {
    return { done: true, value: undefined }
  }

  async return(): Promise<IteratorResult<never>> {
    this.#ending.abort()
    return this.next()
  }

  async throw(): Promise<IteratorResult<never>> {
    return this.return()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
