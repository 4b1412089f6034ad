import type { PaymentMethod } from './store.js'

/** What a payment provider has to do for us. Each call may be repeated with the same key, and is done once. */
export interface PaymentGateway {
  /** The name it is kept under with each payment. */
  readonly name: string
  /**
   * Reserves money. The key names the payment on both sides.
   *
   * @throws {GatewayUnavailableError} when it is not known whether it was done.
   */
  authorize(request: AuthorizeRequest): Promise<GatewayPayment>
  /**
   * Collects all that was reserved.
   *
   * @throws {GatewayRefusedError} when it never will be; {GatewayUnavailableError}.
   */
  capture(reference: string): Promise<void>
  /**
   * Lets go of what was reserved, or of a payment that waits for its buyer.
   *
   * @throws {GatewayRefusedError} when it was collected; {GatewayUnavailableError}.
   */
  void(reference: string): Promise<void>
  /**
   * Gives collected money back; the key names the refund on both sides.
   *
   * @throws {GatewayRefusedError} when it never will be; {GatewayUnavailableError}.
   */
  refund(request: RefundRequest): Promise<void>
  /**
   * A payment as the provider has it, null if it never arrived there. `begunAt` is a time before which it was not sent: some
   * providers find it sooner by it.
   *
   * @throws {GatewayUnavailableError}
   */
  find(key: string, begunAt?: Date): Promise<GatewayPayment | null>
  /** All payments begun since then, as the provider has them: what reconciliation compares with. */
  list(since: Date): AsyncIterable<GatewayPayment>
}

export interface AuthorizeRequest {
  readonly key: string
  /** In the minor unit of the currency. */
  readonly amount: number
  readonly currency: string
  readonly method: PaymentMethod
  /** The provider's token for a card or an account. Never a card number. */
  readonly token: string
}

export interface RefundRequest {
  readonly key: string
  readonly reference: string
  /** In the minor unit of the payment's currency. */
  readonly amount: number
}

/** A payment as its provider has it. */
export interface GatewayPayment {
  /** The key given at authorize. */
  readonly key: string
  /** What the provider calls it; the key once more where it was declined before it got a name. */
  readonly reference: string
  readonly status: GatewayStatus
  /** Of a payment that is DECLINED. */
  readonly reason: DeclineReason | null
  /** Of a payment that is ACTION_REQUIRED: where its buyer goes on, null where there is nothing to do but wait. */
  readonly actionUrl: string | null
  /** In the minor unit of the currency. */
  readonly amount: number
  readonly currency: string
  /** What has gone back, in minor units. */
  readonly refunded: number
}

export type GatewayStatus = 'ACTION_REQUIRED' | 'AUTHORIZED' | 'DECLINED' | 'CAPTURED' | 'VOIDED'

export type DeclineReason =
  | 'GENERIC_DECLINE'
  | 'INSUFFICIENT_FUNDS'
  | 'INVALID_PAYMENT_METHOD'
  | 'AUTHENTICATION_FAILED'

/** Thrown when a provider gave no answer, or none in time: what was asked for may have happened or not. */
export class GatewayUnavailableError extends Error {
  override readonly name = 'GatewayUnavailableError'
  /** How long it will not be asked again, null where that is not known. */
  readonly retryAfterSeconds: number | null

  constructor(message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options)
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

/** Thrown when a provider says no, and will say so again. */
export class GatewayRefusedError extends Error {
  override readonly name = 'GatewayRefusedError'
}
