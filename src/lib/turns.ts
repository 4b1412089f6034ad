import { FairQueue } from './fairQueue.js'

/** Of a turn that is cut short: so much is left to who is there already, however many come. */
const SHORT_MS = 1

/**
 * Lets work begin for so many milliseconds in a turn of the event loop; the rest waits for the next turns, those of different keys by
 * turns. So a crowd that comes at once keeps neither what is under way from going on, nor others from beginning. What is long begins
 * after what is not, and one in each turn.
 */
export class Turns {
  readonly #spanMs: number
  readonly #waiting = new FairQueue<() => void>()
  readonly #long = new FairQueue<() => void>()
  /** When this turn has begun, null before anything has in it. */
  #startedAt: number | null = null
  /** Whether something long has begun in this turn. */
  #hasLong = false
  /** Whether what has begun may still be about to do what it can at once. */
  #isBeginning = false
  #isCutShort = false
  #isNextCutShort = false
  /** How long nothing begins after this turn. */
  #restMs = 0

  /** With a span of 0, one begins in a turn. */
  constructor(spanMs: number) {
    this.#spanMs = spanMs
  }

  /** Waits for a turn that has time left: not at all where this one has, and nobody has begun who has still to do what he can at once. */
  begin(key: unknown, isLong = false): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#isBeginning && this.beginAtOnce(isLong)) this.#begin(resolve)
      else (isLong ? this.#long : this.#waiting).add(key, resolve)
    })
  }

  /** Whether one may begin without waiting; if not, it has not begun. */
  beginAtOnce(isLong = false): boolean {
    if (!this.#waiting.isEmpty || (isLong && !this.#long.isEmpty) || this.#isOver) return false
    if (this.#startedAt === null) this.#start()
    this.#hasLong ||= isLong
    return true
  }

  /**
   * Does work in a turn, and lets nothing begin for as long as it took, as far as that can be told: so that who asks for something else, and needs
   * several turns for it, does not wait for such work in each of them.
   */
  async runAndRest<Result>(key: unknown, work: () => Result): Promise<Result> {
    await this.begin(key)
    const startedAt = performance.now()
    try {
      return work()
    } finally {
      this.#restMs += performance.now() - startedAt
    }
  }

  /** Makes this turn and the next one short: where what comes in once in a turn may be behind more of its kind. */
  cutShort(): void {
    this.#isCutShort = true
    this.#isNextCutShort = true
  }

  get #isOver(): boolean {
    if (this.#startedAt === null) return false
    if (this.#restMs > 0) return true
    return performance.now() - this.#startedAt >= (this.#isCutShort ? Math.min(SHORT_MS, this.#spanMs) : this.#spanMs)
  }

  #start(): void {
    this.#startedAt = performance.now()
    this.#hasLong = false
    setImmediate(() => {
      if (this.#restMs < 1) this.#startNext()
      else setTimeout(() => this.#startNext(), this.#restMs)
    })
  }

  #startNext(): void {
    this.#restMs = 0
    this.#startedAt = null
    this.#isCutShort = this.#isNextCutShort
    this.#isNextCutShort = false
    if (this.#waiting.isEmpty && this.#long.isEmpty) return
    this.#start()
    this.#begin(this.#waiting.take() ?? this.#takeLong())
  }

  #begin(next: (() => void) | undefined): void {
    this.#isBeginning = next !== undefined
    if (next === undefined) return
    next()
    // A tick that is asked for by a promise comes after all promises: after what has begun has done what it could at once.
    queueMicrotask(() => process.nextTick(() => this.#begin(this.#takeNext())))
  }

  #takeNext(): (() => void) | undefined {
    const next = this.#isOver ? undefined : this.#waiting.take()
    if (next !== undefined || (this.#isOver && this.#hasLong)) return next
    return this.#takeLong()
  }

  #takeLong(): (() => void) | undefined {
    const next = this.#long.take()
    this.#hasLong ||= next !== undefined
    return next
  }
}
