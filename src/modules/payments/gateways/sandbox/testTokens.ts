import type { DeclineReason } from '../../gateway.js'
import type { PaymentMethod } from '../../store.js'

/** What a token of the sandbox stands for. */
export interface TestToken {
  readonly method: PaymentMethod
  readonly declined?: DeclineReason
  /** Whether its buyer has to approve the payment on a page of ours. */
  readonly needsAction?: boolean
  /** What is refused later on, for ever. */
  readonly failing?: 'CAPTURE' | 'REFUND'
  /** How the answer comes, other than at once. */
  readonly answer?: 'SLOW' | 'LOST'
}

const CARD = { method: 'CARD' } as const

/** Cards as Stripe's test payment methods (https://docs.stripe.com/testing), and some of our own. docs/payments.md lists them. */
const TEST_TOKENS: Readonly<Record<string, TestToken>> = {
  pm_card_visa: CARD,
  pm_card_visa_debit: CARD,
  pm_card_mastercard: CARD,
  pm_card_amex: CARD,
  pm_card_chargeDeclined: { ...CARD, declined: 'GENERIC_DECLINE' },
  pm_card_chargeDeclinedInsufficientFunds: { ...CARD, declined: 'INSUFFICIENT_FUNDS' },
  pm_card_authenticationRequired: { ...CARD, needsAction: true },
  pm_card_threeDSecure2Required: { ...CARD, needsAction: true },
  pm_sandbox_slow: { ...CARD, answer: 'SLOW' },
  pm_sandbox_timeout: { ...CARD, answer: 'LOST' },
  pm_sandbox_captureFails: { ...CARD, failing: 'CAPTURE' },
  pm_sandbox_refundFails: { ...CARD, failing: 'REFUND' },
  pm_sandbox_upi: { method: 'UPI', needsAction: true },
  pm_sandbox_netBanking: { method: 'NET_BANKING', needsAction: true },
  pm_sandbox_wallet: { method: 'WALLET' },
  pm_sandbox_walletInsufficientFunds: { method: 'WALLET', declined: 'INSUFFICIENT_FUNDS' },
  pm_sandbox_cash: { method: 'CASH' },
}

/** What a token stands for with this method; a token that is unknown, or belongs to another method, is declined. */
export function readTestToken(token: string, method: PaymentMethod): TestToken {
  const known = Object.hasOwn(TEST_TOKENS, token) ? TEST_TOKENS[token]! : null
  return known?.method === method ? known : { method, declined: 'INVALID_PAYMENT_METHOD' }
}
