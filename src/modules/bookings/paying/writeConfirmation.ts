import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJobs } from '../../../lib/jobs/index.js'
import { notify } from '../../notifications/index.js'
import { claimPayments, type Payment } from '../../payments/index.js'
import { type SeatState, SYSTEM, setCause } from '../../seatmaps/index.js'
import { issueTickets } from '../../tickets/index.js'
import { recordBookingEvent } from '../../webhooks/index.js'
import { statusOf } from '../booking.js'
import { keepAnswerIn } from '../idempotency/answerStore.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { refuseConfirmation } from '../refusals.js'
import { bookSeats } from '../seatStore.js'
import { type BookingOfShow, getBooking, updateBooking } from '../store.js'
import type { Paid, SagaServices } from './confirmPaid.js'
import { COLLECT_AFTER_MS } from './paymentOutcomes.js'

/** What is to be confirmed, and the request that is told: null where a job does it. */
type Confirmed = Pick<Paid, 'bookingId' | 'request'>

/** What the transaction has come to. Nothing is written unless it is 'confirmed'. */
export type Confirmation =
  | { readonly kind: 'confirmed'; readonly seats: readonly SeatState[] }
  | { readonly kind: 'refused' | 'lost'; readonly outcome: ConfirmBookingOutcome }
  /** The payments are not what they were. */
  | { readonly kind: 'moved on' }

/**
 * Confirms a booking in one serializable transaction, after everything is checked again; writes nothing where it is refused. A hold
 * whose time is over gets its seats after all where they are free.
 */
export async function writeConfirmation(
  services: SagaServices,
  paid: Confirmed,
  payments: readonly Payment[],
): Promise<Confirmation> {
  try {
    return await services.db.transact(async (tx): Promise<Confirmation> => {
      const booking = await getBooking(tx, paid.bookingId)
      const refusal = refuseConfirmation(booking, services.clock.now())
      if (refusal !== null) return { kind: 'refused', outcome: refusal }
      if (payments.length === 0 || payments.reduce((sum, { amount }) => sum + amount, 0) !== booking.total) {
        return { kind: 'moved on' }
      }
      return await write(services, tx, { booking, paid, payments })
    })
  } catch (error) {
    if (error instanceof Undone) return error.confirmation
    throw error
  }
}

interface Order {
  readonly booking: BookingOfShow
  readonly paid: Confirmed
  readonly payments: readonly Payment[]
}

async function write(
  services: SagaServices,
  tx: Transaction,
  { booking, paid, payments }: Order,
): Promise<Confirmation> {
  const { id, seatIds } = booking
  const now = services.clock.now()
  const ids = payments.map((payment) => payment.id)
  if (!(await claimPayments(services, tx, ids))) throw new Undone({ kind: 'moved on' })
  await setCause(tx, { actor: paid.request?.accountId ?? SYSTEM, cause: 'confirmBooking' })
  // Where its key has an answer already, such as a part that was paid, that one stays.
  if (paid.request !== null)
    await keepAnswerIn(tx, paid.request, { __typename: 'ConfirmBookingSuccess', bookingId: id })
  await updateBooking(tx, id, { status: 'CONFIRMED', confirmedAt: now })
  const seats = await bookSeats(tx, booking, { seatIds, now })
  if (seats === null) throw new Undone(seatsLost(services, booking, now))
  await notify(tx, { event: 'BOOKING_CONFIRMED', bookingId: id })
  await recordBookingEvent(tx, { type: 'BOOKING_CONFIRMED', bookingId: id, now })
  await issueTickets(tx, { bookingId: id, showId: booking.showId, seatIds, now })
  await collectLater(tx, ids)
  return { kind: 'confirmed', seats }
}

/** Jobs collect the money, should this process die before it has. */
async function collectLater(tx: Transaction, paymentIds: readonly string[]): Promise<void> {
  const runAt = new Date(Date.now() + COLLECT_AFTER_MS)
  await enqueueJobs(
    tx,
    paymentIds.map((paymentId) => ({ task: 'advancePayment', payload: { paymentId }, runAt })),
  )
}

/** Undoes what a transaction has written before it found that it must not. */
class Undone extends Error {
  constructor(readonly confirmation: Confirmation) {
    super(confirmation.kind)
  }
}

function seatsLost({ log }: SagaServices, booking: BookingOfShow, now: Date): Confirmation {
  // By the clock of another server the hold was over already; else it is a fault of ours. The money goes back either way.
  if (statusOf(booking, now) === 'PENDING') {
    log.error(
      { bookingId: booking.id, expiresAt: booking.expiresAt },
      'a hold that is not over does not have its seats',
    )
  }
  const message = 'The hold ended before it was paid, and somebody else has its seats. Your money is given back.'
  return { kind: 'lost', outcome: { __typename: 'SeatsLostError', message, bookingId: booking.id } }
}
