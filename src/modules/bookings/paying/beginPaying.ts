import type { Transaction } from '../../../lib/db/index.js'
import { toMinor } from '../../../lib/money.js'
import { beginPayment, cover, isReserved, listPaymentsOf, type Payment } from '../../payments/index.js'
import { setCause } from '../../seatmaps/index.js'
import { MAX_PAYMENT_ATTEMPTS, MAX_SHARES, paymentEnd } from '../booking.js'
import type { Contact } from '../contact.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { bookingNotFound, holdExpired, refusePayment } from '../refusals.js'
import { extendSeats } from '../seatStore.js'
import { type BookingOfShow, lockBooking, updateBooking } from '../store.js'
import { attemptsOf } from './attempts.js'
import type { SagaServices } from './confirmPaid.js'
import { ATTEMPTS_EXCEEDED, invalidAmount } from './paymentOutcomes.js'
import { isUnderWay } from './payments.js'

export interface Wish {
  readonly accountId: string
  readonly bookingId: string
  readonly paymentId: string
  readonly method: Payment['method']
  /** In the currency of the booking, null for all that is open. */
  readonly amount: string | null
  readonly contact: Contact
}

export type Begun =
  | { readonly kind: 'begun'; readonly payment: Payment }
  /** Others have reserved what it costs; or more than that, so that something is about to be let go. */
  | { readonly kind: 'covered' | 'overpaid' }
  | { readonly kind: 'refused'; readonly refusal: ConfirmBookingOutcome }

/**
 * Begins a payment for a hold, one at a time for each booking: within the attempts that it has, for what is open of it, and with
 * time enough to pay. The payment that was begun under the same id goes on.
 */
export async function beginPaying(services: SagaServices, wish: Wish): Promise<Begun> {
  return services.db.transactLocking(async (tx) => {
    const booking = await lockBooking(tx, wish.bookingId, wish.accountId)
    if (booking === null) return refused(bookingNotFound)
    const payments = await listPaymentsOf(tx, booking.id)
    const known = payments.find(({ id }) => id === wish.paymentId)
    if (known !== undefined) return { kind: 'begun', payment: known }
    const refusal = refusePayment(booking, services.clock.now())
    if (refusal !== null) return refused(refusal)
    const reserved = payments.filter(isReserved)
    if (cover(reserved, booking.total, null) !== null) return { kind: 'covered' }
    const open = booking.total - reserved.reduce((sum, { amount }) => sum + amount, 0)
    if (open < 0) return { kind: 'overpaid' }
    return begin(services, tx, { booking, payments, open, wish })
  })
}

interface Open {
  readonly booking: BookingOfShow
  readonly payments: readonly Payment[]
  /** In minor units. */
  readonly open: number
  readonly wish: Wish
}

async function begin(services: SagaServices, tx: Transaction, { booking, payments, open, wish }: Open): Promise<Begun> {
  const { currency } = booking
  const amount = wish.amount === null ? open : toMinor({ amount: wish.amount, currency })
  const least = payments.filter(isUnderWay).length + 1 < MAX_SHARES ? Math.min(1, open) : open
  if (amount === null || amount > open || amount < least)
    return refused(invalidAmount({ minor: open, currency }, { isLast: least === open }))
  const made = attemptsOf(payments, { purpose: 'BOOKING', accountId: wish.accountId })
  if (made >= MAX_PAYMENT_ATTEMPTS) return refused(ATTEMPTS_EXCEEDED)
  if (!(await makeTime(services, tx, booking))) return refused(holdExpired(booking))
  await noteContact(tx, booking, wish.contact)
  const { paymentId: id, bookingId, accountId, method } = wish
  const request = { id, bookingId, accountId, method, amount, currency, purpose: 'BOOKING' } as const
  return { kind: 'begun', payment: await beginPayment(services, tx, request) }
}

/** Makes a hold that is about to end longer, once. False when it does not have its seats any more. */
async function makeTime({ clock, config }: SagaServices, tx: Transaction, booking: BookingOfShow): Promise<boolean> {
  const now = clock.now()
  const end = paymentEnd(booking, now, config.holdSeconds.max)
  if (end === null) return true
  await setCause(tx, { actor: booking.accountId, cause: 'confirmBooking' })
  if (!(await extendSeats(tx, booking, end))) return false
  await updateBooking(tx, booking.id, { expiresAt: end, paymentExtendedAt: now })
  return true
}

async function noteContact(tx: Transaction, { id }: BookingOfShow, contact: Contact): Promise<void> {
  const { contactEmail, contactPhone } = contact
  const given = { ...(contactEmail && { contactEmail }), ...(contactPhone && { contactPhone }) }
  if (Object.keys(given).length > 0) await updateBooking(tx, id, given)
}

function refused(refusal: ConfirmBookingOutcome): Begun {
  return { kind: 'refused', refusal }
}
