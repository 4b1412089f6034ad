/**
 * Work that is shared by all who ask for it before it begins: one run a key at a time, and whoever comes while one is under way
 * gets the outcome of the next.
 */
export class SharedRuns<Key, Outcome> {
  readonly #work: (key: Key) => Promise<Outcome>
  readonly #running = new Map<Key, Promise<Outcome>>()
  readonly #next = new Map<Key, Promise<Outcome>>()

  constructor(work: (key: Key) => Promise<Outcome>) {
    this.#work = work
  }

  run(key: Key): Promise<Outcome> {
    const running = this.#running.get(key)
    if (running === undefined) return this.#begin(key)
    const begin = () => this.#begin(key)
    const next = this.#next.get(key) ?? running.then(begin, begin)
    this.#next.set(key, next)
    return next
  }

  #begin(key: Key): Promise<Outcome> {
    this.#next.delete(key)
    const run = this.#work(key).finally(() => {
      if (this.#running.get(key) === run) this.#running.delete(key)
    })
    this.#running.set(key, run)
    return run
  }
}
