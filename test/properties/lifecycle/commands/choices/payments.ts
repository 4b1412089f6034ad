import fc from 'fast-check'
import { confirmBooking, openOf } from '../../model/paying.js'
import { about } from './about.js'

/** A card that is accepted, or one that is not. */
export const card = (isAccepted: boolean) => ({
  method: 'CARD',
  token: isAccepted ? 'pm_card_visa' : 'pm_card_chargeDeclined',
})

/** Three times in four. */
const isAccepted = fc.nat(3).map((n) => n !== 3)

/** How much of what is open, in minor units; null for all that is. */
const AMOUNTS: readonly ((open: number) => number | null)[] = [
  () => null,
  () => null,
  () => null,
  (open) => Math.floor(open / 2),
  (open) => Math.floor(open / 2),
  (open) => open,
  (open) => open + 1,
  () => 0,
]

export const confirming = about(
  'PENDING',
  fc.tuple(isAccepted, fc.constantFrom(...AMOUNTS)),
  ({ model, booking }, [isAccepted, amountOf]) => {
    const amount = amountOf(openOf(model, booking))
    const printed = amount === null ? {} : { amount: (amount / 100).toFixed(2) }
    return {
      tale: `${amount ?? 'all'}, ${isAccepted ? 'accepted' : 'declined'}`,
      toInput: () => ({ payment: { ...card(isAccepted), ...printed } }),
      decide: (model) => confirmBooking(model, booking, { isAccepted, amount }),
    }
  },
)
