import { FairQueue } from './fairQueue.js'

/**
 * Lets work begin for so many milliseconds in a turn of the event loop; the rest waits for the next turns, those of different keys by
 * turns. So a crowd that comes at once keeps neither what is under way from going on, nor others from beginning.
 */
export class Turns {
  readonly #spanMs: number
  readonly #waiting = new FairQueue<() => void>()
  /** When this turn has begun, null before anything has in it. */
  #startedAt: number | null = null

  /** With a span of 0, one begins in a turn. */
  constructor(spanMs: number) {
    this.#spanMs = spanMs
  }

  /** Waits for a turn that has time left: not at all where this one has. */
  begin(key: unknown): Promise<void> {
    if (this.beginAtOnce()) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.add(key, resolve))
  }

  /** Whether one may begin without waiting; if not, it has not begun. */
  beginAtOnce(): boolean {
    if (!this.#waiting.isEmpty || this.#isOver) return false
    if (this.#startedAt === null) this.#start()
    return true
  }

  get #isOver(): boolean {
    return this.#startedAt !== null && performance.now() - this.#startedAt >= this.#spanMs
  }

  #start(): void {
    this.#startedAt = performance.now()
    setImmediate(() => {
      this.#startedAt = null
      if (this.#waiting.isEmpty) return
      this.#start()
      this.#beginNext()
    })
  }

  #beginNext(): void {
    this.#waiting.take()?.()
    if (this.#waiting.isEmpty) return
    // A tick that is asked for by a promise comes after all promises: after what has begun has done what it could at once.
    queueMicrotask(() =>
      process.nextTick(() => {
        if (!this.#isOver) this.#beginNext()
      }),
    )
  }
}
