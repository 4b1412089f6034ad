import type { Config } from '../../../config.js'
import {
  cover,
  isCollected,
  isReserved,
  listPaymentsOf,
  type PaymentServices,
  type PaymentWithRefunds,
} from '../../payments/index.js'
import type { SeatMapFeed } from '../../seatmaps/index.js'
import { statusOf } from '../booking.js'
import type { IdempotentRequest } from '../idempotency/idempotency.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { holdExpired } from '../refusals.js'
import { type BookingOfShow, getBooking } from '../store.js'
import { finishPayment, giveUp, giveUpAll } from './finishPayment.js'
import { keepPart } from './keepPart.js'
import { captureRefused, givenUp } from './paymentOutcomes.js'
import { writeConfirmation } from './writeConfirmation.js'

/** What the operations that move money work with. */
export interface SagaServices extends PaymentServices {
  readonly config: Config
  readonly seatMaps: SeatMapFeed
}

/** A payment whose money is reserved, and the request that has made it: null where a job goes on with it. */
export interface Paid {
  readonly bookingId: string
  readonly paymentId: string
  readonly request: IdempotentRequest | null
}

/** Others may change the payments of the booking meanwhile; each of them brings it nearer to its end. */
const MAX_TRIES = 10

/**
 * Confirms a booking if the money reserved for it covers it, and brings its payments to their end. Several may do it at once,
 * and again after one has died: the transaction decides.
 */
export async function confirmPaid(services: SagaServices, paid: Paid): Promise<ConfirmBookingOutcome> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const outcome = await tryToConfirm(services, paid)
    if (outcome !== 'try again') return outcome
  }
  throw new Error(`the payments of booking ${paid.bookingId} do not come to rest`)
}

async function tryToConfirm(services: SagaServices, paid: Paid): Promise<ConfirmBookingOutcome | 'try again'> {
  const { bookingId, paymentId } = paid
  const { prisma } = services.db
  const [payments, booking] = await Promise.all([listPaymentsOf(prisma, bookingId), getBooking(prisma, bookingId)])
  const own = payments.find(({ id }) => id === paymentId)!
  if (isCollected(own)) return { __typename: 'ConfirmBookingSuccess', bookingId }
  const chosen = cover(payments.filter(isReserved), booking.total, paymentId)
  if (chosen === null && isReserved(own)) {
    const status = statusOf(booking, services.clock.now())
    if (status === 'PENDING') return keepPart(services, booking, paymentId)
    if (status === 'EXPIRED') return giveBack(services, booking, paymentId)
  }
  const confirmation = await writeConfirmation(services, paid, chosen ?? [])
  switch (confirmation.kind) {
    case 'confirmed':
      services.seatMaps.publish(confirmation.seats)
      return collect(services, bookingId, { payments, chosen: chosen! })
    case 'lost': {
      const given = await giveUpAll(services, bookingId, 'SEATS_LOST')
      return given === null ? 'try again' : confirmation.outcome
    }
    case 'refused': {
      // Where it cannot be given up, another request has confirmed the booking with it.
      const isUsed = !(await giveUp(services, paymentId)) && isReserved(own)
      return isUsed ? 'try again' : confirmation.outcome
    }
    case 'moved on':
      return isReserved(own) ? 'try again' : givenUp(booking, services.clock.now())
  }
}

interface Payments {
  readonly payments: readonly PaymentWithRefunds[]
  /** Those of them that the booking was confirmed for. */
  readonly chosen: readonly PaymentWithRefunds[]
}

/** Collects what a booking was confirmed for, after the commit, and lets go of what else is reserved: what fails now a job does later. */
export async function collect(
  services: SagaServices,
  bookingId: string,
  { payments, chosen }: Payments,
): Promise<ConfirmBookingOutcome> {
  for (const { id } of chosen) {
    if ((await finishPayment(services, id)) === 'undone') return captureRefused(bookingId)
  }
  for (const payment of payments) if (isLeft(payment)) await giveUp(services, payment.id)
  return { __typename: 'ConfirmBookingSuccess', bookingId }
}

/** Whether a payment may be reserved that nothing needs any more. One whose request runs gives itself up. */
function isLeft(payment: PaymentWithRefunds): boolean {
  return isReserved(payment) || payment.status === 'ACTION_REQUIRED'
}

/** What was reserved did not cover the booking in time. */
async function giveBack(
  services: SagaServices,
  booking: BookingOfShow,
  paymentId: string,
): Promise<ConfirmBookingOutcome | 'try again'> {
  const given = await giveUpAll(services, booking.id)
  return given?.includes(paymentId) ? holdExpired(booking) : 'try again'
}
