import type { OperationQueue } from './operationQueue.js'

/**
 * Stands for an operation among those that graphql-ws knows of a socket, as long as there is no stream of its own: by it the `complete` of the
 * client, and the end of the socket, reach the operation at once. graphql-ws would notice only when there is a result, and would give that
 * to whatever has been given the same id since.
 */
export class PendingOperation implements AsyncIterableIterator<never> {
  /** Whether nobody waits for it any more. */
  isOver = false
  /** To be called as soon as it waits for its turn no longer, perhaps again. */
  readonly begin: () => void
  #listener: (() => void) | null = null

  constructor(queue: OperationQueue) {
    this.begin = queue.enter()
  }

  /** Calls what is given when it is over, at once if it is; nothing any more after null. */
  onOver(listener: (() => void) | null): void {
    if (this.isOver) listener?.()
    else this.#listener = listener
  }

  /** What was found for it. Never anything if it is over: graphql-ws then forgets that it was asked. */
  give<Result>(result: Result): Promise<Result> {
    return this.isOver ? new Promise(() => {}) : Promise.resolve(result)
  }

  async next(): Promise<IteratorResult<never>> {
    return { done: true, value: undefined }
  }

  async return(): Promise<IteratorResult<never>> {
    this.isOver = true
    this.begin()
    this.#listener?.()
    this.#listener = null
    return this.next()
  }

  async throw(): Promise<IteratorResult<never>> {
    return this.return()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
