import { TokenBucket } from 'limiter'
import { GatewayUnavailableError } from '../gateway.js'

export interface CallBudgetOptions {
  readonly perSecond: number
  readonly burst: number
  /** Who would have to wait longer is refused at once. */
  readonly maxWaitMs: number
}

/** How often a provider may be called by this process: a token bucket, whose queue has an end. */
export class CallBudget {
  readonly #options
  readonly #bucket
  #waiting = 0

  constructor(options: CallBudgetOptions) {
    this.#options = options
    this.#bucket = new TokenBucket({
      bucketSize: options.burst,
      tokensPerInterval: options.perSecond,
      interval: 'second',
    })
    this.#bucket.content = options.burst
  }

  /**
   * Waits for its turn.
   *
   * @throws {GatewayUnavailableError} when that would take too long.
   */
  async take(): Promise<void> {
    if (this.#waiting === 0 && this.#bucket.tryRemoveTokens(1)) return
    const waitMs = this.#expectedWaitMs()
    if (waitMs > this.#options.maxWaitMs) {
      const retryAfterSeconds = Math.ceil(waitMs / 1000)
      throw new GatewayUnavailableError('too many calls wait for the payment provider', { retryAfterSeconds })
    }
    this.#waiting += 1
    try {
      await this.#bucket.removeTokens(1)
    } finally {
      this.#waiting -= 1
    }
  }

  /** The bucket itself knows nothing of who waits for it already. */
  #expectedWaitMs(): number {
    this.#bucket.drip()
    const missing = this.#waiting + 1 - this.#bucket.content
    return Math.max(0, (missing / this.#options.perSecond) * 1000)
  }
}
