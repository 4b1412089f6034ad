/** What a payment provider has to do for us. Each call may be repeated with the same key, and is done once. */
export interface PaymentGateway {
  /** The name it is kept under with each payment. */
  readonly name: string
  /** Reserves money. The key names the payment on both sides. */
  authorize(request: AuthorizeRequest): Promise<Authorization>
  /** Collects all that was reserved. */
  capture(reference: string): Promise<void>
  /** Lets go of what was reserved. */
  void(reference: string): Promise<void>
  /** Gives collected money back; the key names the refund on both sides. */
  refund(request: RefundRequest): Promise<void>
  /** What became of an authorize whose answer was lost, null if it never arrived. */
  find(key: string): Promise<Authorization | null>
}

export interface AuthorizeRequest {
  readonly key: string
  /** In the minor unit of the currency. */
  readonly amount: number
  readonly currency: string
  /** The provider's token for a card or an account. Never a card number. */
  readonly token: string
}

export interface RefundRequest {
  readonly key: string
  readonly reference: string
  /** In the minor unit of the payment's currency. */
  readonly amount: number
}

export type Authorization =
  | { readonly status: 'authorized'; readonly reference: string }
  | { readonly status: 'declined'; readonly reason: DeclineReason }

export type DeclineReason = 'GENERIC_DECLINE' | 'INSUFFICIENT_FUNDS' | 'INVALID_PAYMENT_METHOD'

/** Thrown when a provider gave no answer, or none in time: what was asked for may have happened or not. */
export class GatewayUnavailableError extends Error {
  override readonly name = 'GatewayUnavailableError'
}
