/** Work that serves all who ask for it: one run at a time, and what is asked for meanwhile is done by the next one, together. */
export class Coalescer<Item> {
  readonly #run: (items: ReadonlySet<Item>) => Promise<void>
  #waiting = new Set<Item>()
  #running: Promise<unknown> = Promise.resolve()
  #next: Promise<void> | null = null

  constructor(run: (items: ReadonlySet<Item>) => Promise<void>) {
    this.#run = run
  }

  /** Fulfilled after a run for these items that began after the call. Rejected when that run failed. */
  ask(items: Iterable<Item>): Promise<void> {
    for (const item of items) this.#waiting.add(item)
    this.#next ??= this.#running.then(() => this.#begin())
    return this.#next
  }

  #begin(): Promise<void> {
    const items = this.#waiting
    this.#waiting = new Set()
    this.#next = null
    const run = this.#run(items)
    this.#running = run.catch(() => {})
    return run
  }
}
