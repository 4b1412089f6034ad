import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from '../../src/modules/payments/index.js'

type Call = keyof Omit<PaymentGateway, 'name'>

/**
 * A provider with hooks: passes every call on to a real one, after what the test wants to happen before. `down` makes calls fail
 * as an unreachable provider does.
 */
export class HookedGateway implements PaymentGateway {
  readonly name = 'hooked'
  readonly calls: Call[] = []
  readonly down = new Set<Call>()
  /** Runs before an authorize is passed on, once. */
  beforeAuthorize: (() => Promise<unknown>) | null = null
  /** Runs after an authorize has succeeded, before its answer is known, once. */
  afterAuthorize: (() => Promise<unknown>) | null = null
  /** Runs before a capture is passed on, once. */
  beforeCapture: (() => Promise<unknown>) | null = null
  readonly #gateway: PaymentGateway

  constructor(gateway: PaymentGateway) {
    this.#gateway = gateway
  }

  async authorize(request: AuthorizeRequest): Promise<GatewayPayment> {
    this.#count('authorize')
    const [before, after] = [this.beforeAuthorize, this.afterAuthorize]
    this.beforeAuthorize = this.afterAuthorize = null
    await before?.()
    const authorization = await this.#gateway.authorize(request)
    await after?.()
    return authorization
  }

  async capture(reference: string): Promise<void> {
    this.#count('capture')
    const before = this.beforeCapture
    this.beforeCapture = null
    await before?.()
    await this.#gateway.capture(reference)
  }

  async void(reference: string): Promise<void> {
    this.#count('void')
    await this.#gateway.void(reference)
  }

  async refund(request: RefundRequest): Promise<void> {
    this.#count('refund')
    await this.#gateway.refund(request)
  }

  async find(key: string): Promise<GatewayPayment | null> {
    this.#count('find')
    return this.#gateway.find(key)
  }

  list(since: Date): AsyncIterable<GatewayPayment> {
    this.#count('list')
    return this.#gateway.list(since)
  }

  #count(call: Call): void {
    this.calls.push(call)
    if (this.down.has(call)) throw new GatewayUnavailableError(`${call}: the provider is down`)
  }
}
