import type { Random } from '../kit/random.js'

export interface Card {
  readonly method: string
  readonly token: string
}

const card = (token: string, weight: number) => ({ method: 'CARD', token, weight })

/** The test tokens of the sandbox, docs/payments.md: each makes the gateway behave in a way of its own. */
const ACCEPTED = [
  card('pm_card_visa', 10),
  card('pm_card_mastercard', 4),
  { method: 'WALLET', token: 'pm_sandbox_wallet', weight: 2 },
  { method: 'CASH', token: 'pm_sandbox_cash', weight: 1 },
  card('pm_sandbox_slow', 2),
  card('pm_sandbox_timeout', 3),
  card('pm_sandbox_captureFails', 1),
  card('pm_sandbox_refundFails', 1),
]
const DECLINED = [
  card('pm_card_chargeDeclined', 1),
  card('pm_card_chargeDeclinedInsufficientFunds', 1),
  { method: 'WALLET', token: 'pm_sandbox_walletInsufficientFunds', weight: 1 },
  card('pm_card_nobody_knows', 1),
]
const TO_BE_APPROVED = [
  card('pm_card_authenticationRequired', 1),
  { method: 'UPI', token: 'pm_sandbox_upi', weight: 1 },
  { method: 'NET_BANKING', token: 'pm_sandbox_netBanking', weight: 1 },
]

export const accepted = (random: Random): Card => toCard(random.weighted(ACCEPTED))
export const declined = (random: Random): Card => toCard(random.weighted(DECLINED))
export const toBeApproved = (random: Random): Card => toCard(random.weighted(TO_BE_APPROVED))

function toCard({ method, token }: Card): Card {
  return { method, token }
}
