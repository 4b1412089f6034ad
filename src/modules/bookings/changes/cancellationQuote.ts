import type { QueryCancellationQuoteArgs } from '../../../generated/graphql.js'
import type { Clock } from '../../../lib/clock.js'
import type { Database, Transaction } from '../../../lib/db/index.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import type { Viewer } from '../../accounts/index.js'
import { seatsOf } from '../booking.js'
import type { CancellationQuoteOutcome, NotFound, PolicyQuote, WrongState } from '../outcomes.js'
import { bookingNotFound, notFound, refuseCancellation } from '../refusals.js'
import { readSeatIds } from '../seatIds.js'
import { type BookingOfShow, findBooking } from '../store.js'
import { type CancellationPolicy, refundOf, termsAt } from './cancellation.js'
import { getPolicy } from './policyStore.js'
import { refuseUsed } from './usedTickets.js'

/** Seats that a booking has. */
export interface SeatsOfBooking {
  readonly booking: BookingOfShow
  readonly seatIds: readonly number[]
}

/** What cancelling the viewer's booking, or some of its seats, would come to now. Nothing is changed. */
export async function cancellationQuote(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  viewer: Viewer,
  args: QueryCancellationQuoteArgs,
): Promise<CancellationQuoteOutcome> {
  const { prisma } = db
  const now = clock.now()
  const id = uuidKeyOf('Booking', args.bookingId)
  const booking = id && (await findBooking(prisma, viewer.accountId, id))
  if (!booking) return bookingNotFound
  const refusal = refuseCancellation(booking, now)
  if (refusal !== null) return refusal
  const selected = await selectSeats(prisma, booking, args.seatIds)
  if ('refusal' in selected) return selected.refusal
  return { __typename: 'CancellationQuote', ...quoteFor(await getPolicy(prisma, booking.showId), selected, now) }
}

/** What a policy says about cancelling seats of a booking. */
export function quoteFor(policy: CancellationPolicy, { booking, seatIds }: SeatsOfBooking, now: Date): PolicyQuote {
  const { currency } = booking
  const terms = termsAt(policy, booking, now)
  const prices = seatsOf(booking)
    .filter(({ seatId }) => seatIds.includes(seatId))
    .map(({ price }) => price)
  const refund = refundOf(prices, terms.percent)
  const retained = prices.reduce((sum, price) => sum + price, 0) - refund
  return { ...terms, policy, refund: { minor: refund, currency }, retained: { minor: retained, currency } }
}

/** The seats of a booking that are to be cancelled: all of them, or those named. */
export async function selectSeats(
  client: Database['prisma'] | Transaction,
  booking: BookingOfShow,
  ids: readonly string[] | null | undefined,
): Promise<SeatsOfBooking | { readonly refusal: NotFound | WrongState }> {
  const seatIds = ids == null ? booking.seatIds : readSeatIds('seatIds', ids, booking.showId)
  if (!seatIds.every((seatId) => seatId !== null && booking.seatIds.includes(seatId))) {
    return { refusal: notFound('Not all of these are seats of the booking.') }
  }
  const selected = { booking, seatIds: seatIds as number[] }
  const refusal = await refuseUsed(client, booking, selected.seatIds)
  return refusal === null ? selected : { refusal }
}
