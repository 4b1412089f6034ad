import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type RetryPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel'
import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from '../gateway.js'
import { CallBudget } from './callBudget.js'

export interface Resilience {
  readonly timeoutMs: number
  readonly tries: number
  /** Before the second try; twice as long before each later one, each with jitter. */
  readonly backoffMs: number
  readonly breakAfter: number
  readonly breakMs: number
  readonly callsPerSecond: number
  readonly burst: number
  readonly maxWaitMs: number
}

const RESILIENCE: Resilience = {
  timeoutMs: 10_000,
  tries: 3,
  backoffMs: 200,
  breakAfter: 5,
  breakMs: 30_000,
  callsPerSecond: 100,
  burst: 200,
  maxWaitMs: 30_000,
}

/**
 * A gateway that bears with its provider: calls end in time, are tried again, and are spared while the provider is down. Before
 * an authorize is tried again, the provider is asked whether it was done. What the provider declines or refuses is an answer.
 * The breaker and the budget are this process's own.
 */
export class ResilientGateway implements PaymentGateway {
  readonly name: string
  readonly #gateway: PaymentGateway
  readonly #resilience: Resilience
  readonly #retry: RetryPolicy
  readonly #breaker: CircuitBreakerPolicy
  readonly #timeout
  readonly #budget: CallBudget
  #openUntil = 0

  constructor(gateway: PaymentGateway, resilience: Partial<Resilience> = {}) {
    const all = { ...RESILIENCE, ...resilience }
    this.name = gateway.name
    this.#gateway = gateway
    this.#resilience = all
    this.#retry = retry(handleWhen(isFailure), {
      maxAttempts: all.tries - 1,
      backoff: new ExponentialBackoff({ initialDelay: all.backoffMs, maxDelay: 10 * all.backoffMs }),
    })
    this.#breaker = circuitBreaker(handleWhen(isFailure), {
      halfOpenAfter: all.breakMs,
      breaker: new ConsecutiveBreaker(all.breakAfter),
    })
    this.#breaker.onBreak(() => {
      this.#openUntil = Date.now() + all.breakMs
    })
    this.#timeout = timeout(all.timeoutMs, TimeoutStrategy.Aggressive)
    this.#budget = new CallBudget({ perSecond: all.callsPerSecond, burst: all.burst, maxWaitMs: all.maxWaitMs })
  }

  async authorize(request: AuthorizeRequest): Promise<GatewayPayment> {
    const begunAt = new Date()
    return this.#retry.execute(async ({ attempt }) => {
      const known = attempt === 0 ? null : await this.#call(() => this.#gateway.find(request.key, begunAt))
      return known ?? this.#call(() => this.#gateway.authorize(request))
    })
  }

  async capture(reference: string): Promise<void> {
    await this.#retry.execute(() => this.#call(() => this.#gateway.capture(reference)))
  }

  async void(reference: string): Promise<void> {
    await this.#retry.execute(() => this.#call(() => this.#gateway.void(reference)))
  }

  async refund(request: RefundRequest): Promise<void> {
    await this.#retry.execute(() => this.#call(() => this.#gateway.refund(request)))
  }

  async find(key: string, begunAt?: Date): Promise<GatewayPayment | null> {
    return this.#retry.execute(() => this.#call(() => this.#gateway.find(key, begunAt)))
  }

  /** As it comes: half of a list cannot be tried again, and the job that reads it is. */
  list(since: Date): AsyncIterable<GatewayPayment> {
    return this.#gateway.list(since)
  }

  /** One call, unless the provider is down: within its budget and its time. */
  async #call<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#breaker.execute(async () => {
        await this.#budget.take()
        return await this.#inTime(call)
      })
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      // While one call tries whether the provider is back, the others are turned away as well.
      const retryAfterSeconds = Math.max(1, Math.ceil((this.#openUntil - Date.now()) / 1000))
      throw new GatewayUnavailableError(`${this.name} is down: it is not asked for now`, { retryAfterSeconds })
    }
  }

  async #inTime<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#timeout.execute(call)
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) throw error
      throw new GatewayUnavailableError(`${this.name} did not answer in ${this.#resilience.timeoutMs} ms`)
    }
  }
}

/** Whether a provider has failed to answer. One that is not to be asked before some time has passed was not asked at all. */
function isFailure(error: Error): boolean {
  return error instanceof GatewayUnavailableError && error.retryAfterSeconds === null
}
