import { findPayment, type Payment, refreshPayment, voidPayment } from '../../payments/index.js'
import { statusAt } from '../booking.js'
import { finishExchange } from '../changes/finishExchange.js'
import { getBooking } from '../store.js'
import { confirmPaid, type SagaServices } from './confirmPaid.js'
import { finishPayment, giveUp } from './finishPayment.js'

/** Longer than a request usually works on a payment. One that comes late finds it given up. */
const GIVE_UP_AFTER_MS = 60_000
/** How long the buyer of an exchange has to go on with it. */
const EXCHANGE_MS = 900_000

/**
 * Brings a payment a step nearer to its end, from wherever the process that worked on it has died, or its buyer was sent to a
 * bank: what it reserved confirms its booking if that can be, and goes back else. May run beside itself and beside the request.
 *
 * @throws {GatewayUnavailableError} when it has to be tried again.
 */
export async function advancePayment(services: SagaServices, paymentId: string): Promise<void> {
  const payment = await findPayment(services.db.prisma, paymentId)
  switch (payment?.status) {
    case 'INITIATED':
    case 'ACTION_REQUIRED':
      return askProvider(services, payment)
    case 'AUTHORIZED':
      return useReserved(services, payment)
    case 'CAPTURING':
      await finishPayment(services, paymentId)
      return
    case 'VOIDING':
      return voidPayment(services, paymentId)
  }
}

async function askProvider(services: SagaServices, payment: Payment): Promise<void> {
  const { kind } = await refreshPayment(services, payment)
  switch (kind) {
    case 'authorized':
      return useReserved(services, payment)
    case 'action required':
      // It waits for its buyer, perhaps since we have asked.
      return giveUpIfOver(services, { ...payment, status: 'ACTION_REQUIRED' })
    case 'unavailable':
      // Whether its buyer has approved it meanwhile only the provider knows: it is asked again. Another one never arrived there.
      if (payment.status === 'INITIATED') return giveUpIfOver(services, payment)
  }
}

async function giveUpIfOver(services: SagaServices, payment: Payment): Promise<void> {
  if (await isOver(services, payment)) await giveUp(services, payment.id)
}

async function useReserved(services: SagaServices, payment: Payment): Promise<void> {
  const { id: paymentId, bookingId, purpose } = payment
  if (purpose === 'EXCHANGE') return finishExchange(services, payment)
  await confirmPaid(services, { bookingId, paymentId, request: null })
}

/** Whether nobody is expected to go on with a payment. */
async function isOver({ db, clock }: SagaServices, payment: Payment): Promise<boolean> {
  const now = clock.now()
  const booking = await getBooking(db.prisma, payment.bookingId)
  if (payment.purpose === 'EXCHANGE') {
    // Cancelled since, or given to somebody else: there is nothing left to exchange.
    const isTheirs = booking.status === 'CONFIRMED' && booking.accountId === payment.accountId
    return !isTheirs || now.getTime() - payment.createdAt.getTime() > EXCHANGE_MS
  }
  const isHeld = statusAt(booking, now) === 'PENDING'
  return !isHeld || (payment.status === 'INITIATED' && now.getTime() - payment.updatedAt.getTime() > GIVE_UP_AFTER_MS)
}
