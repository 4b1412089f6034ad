import type { Config } from '../../../config.js'
import type { Clock } from '../../../lib/clock.js'
import type { Transaction } from '../../../lib/db/index.js'
import { findShowIn, showStatus } from '../../shows/index.js'
import { refuseBeyondAllocationIn } from '../allocations/allocationLimit.js'
import { toColumns } from '../booking.js'
import { refuseTaken } from '../holds/unavailableSeats.js'
import type { ExchangeBookingOutcome } from '../outcomes.js'
import { bookingNotFound, notFound, refuseCancellation, seatLimitExceeded, showClosed } from '../refusals.js'
import { areSeats, readSeatIds } from '../seatIds.js'
import { listSeatStatesIn, type PricedSeat } from '../seatStore.js'
import { type BookingOfShow, findBooking } from '../store.js'
import { refundOf, type Terms, termsAt } from './cancellation.js'
import { getPolicy } from './policyStore.js'
import { refuseUsed } from './usedTickets.js'

/** Which seats a booking is to have. */
export interface Exchange {
  readonly accountId: string
  readonly bookingId: string
  /** Null for the show of the booking. */
  readonly showId: number | null
  /** Global ids. */
  readonly seatIds: readonly string[]
}

/** What an exchange comes to. */
export interface ExchangePlan {
  readonly booking: BookingOfShow
  readonly showId: number
  /** What the booking will have: seats it keeps at the price it has paid, new ones at what they cost now. */
  readonly seats: ReturnType<typeof toColumns>
  /** Those of the seats that are new. */
  readonly taken: readonly number[]
  /** Those it has now and will not have. */
  readonly given: readonly number[]
  /** What is to be paid, in minor units. */
  readonly charged: number
  /** What goes back, as the policy has it for what the new seats cost less; else they would be a way around it. */
  readonly refund: number
  /** What of that is kept. */
  readonly retained: number
  /** The most that a cancellation gives back from then on, in percent: terms do not get better at a later show. */
  readonly refundCap: number
  /** Whether the seats given go back on sale. */
  readonly isResold: boolean
}

interface PlanServices {
  readonly config: Config
  readonly clock: Clock
}

type Refused = { readonly refusal: ExchangeBookingOutcome }

/** What an exchange would come to, read within a transaction, or why it cannot be. */
export async function planExchange(
  { clock, config }: PlanServices,
  tx: Transaction,
  exchange: Exchange,
): Promise<ExchangePlan | Refused> {
  const now = clock.now()
  const booking = await findBooking(tx, exchange.accountId, exchange.bookingId)
  if (booking === null) return { refusal: bookingNotFound }
  const refusal = refuseCancellation(booking, now)
  if (refusal !== null) return { refusal }
  const terms = termsAt(await getPolicy(tx, booking.showId), booking, now)
  if (terms.percent === 0) return { refusal: exchangeClosed(booking) }
  const showId = exchange.showId ?? booking.showId
  const closed = await refuseShow(tx, showId, { booking, now })
  if (closed !== null) return { refusal: closed }
  const limit = config.maxSeatsPerBooking
  if (exchange.seatIds.length > limit) return { refusal: seatLimitExceeded(limit) }
  const seatIds = readSeatIds('seatIds', exchange.seatIds, showId)
  if (!areSeats(seatIds)) return { refusal: notFound('Not all of these seats belong to the show.') }
  return chooseSeats(tx, { booking, showId, seatIds, now, terms })
}

interface Choice extends Pick<ExchangePlan, 'booking' | 'showId'> {
  readonly terms: Terms
  readonly seatIds: readonly number[]
  readonly now: Date
}

async function chooseSeats(
  tx: Transaction,
  { booking, showId, seatIds, now, terms }: Choice,
): Promise<ExchangePlan | Refused> {
  const { accountId } = booking
  const standing = await listSeatStatesIn(tx, { showId, seatIds, now, accountId })
  if (standing.length < seatIds.length) return { refusal: notFound('Not all of these seats belong to the show.') }
  const own = new Map(showId === booking.showId ? booking.seatIds.map((id, i) => [id, booking.seatPrices[i]!]) : [])
  const wanted = standing.filter(({ seatId }) => !own.has(seatId))
  const given = booking.seatIds.filter((seatId) => showId !== booking.showId || !seatIds.includes(seatId))
  const taken = wanted.map(({ seatId }) => seatId)
  const refusal =
    refuseTaken(wanted) ??
    (await refuseBeyondAllocationIn(tx, { showId, seatIds: taken, now, accountId })) ??
    (await refuseUsed(tx, booking, given))
  if (refusal !== null) return { refusal }
  const priceOf = ({ seatId, price }: PricedSeat) => own.get(seatId) ?? price
  const seats = toColumns(standing.map((seat) => ({ seatId: seat.seatId, price: priceOf(seat) })))
  return {
    booking,
    showId,
    seats,
    taken,
    given,
    ...settle(seats.total - booking.total, terms),
    refundCap: showId === booking.showId ? booking.refundCap : terms.percent,
    isResold: terms.isResold,
  }
}

function settle(difference: number, { percent }: Terms): Pick<ExchangePlan, 'charged' | 'refund' | 'retained'> {
  const less = Math.max(0, -difference)
  const refund = refundOf([less], percent)
  return { charged: Math.max(0, difference), refund, retained: less - refund }
}

async function refuseShow(
  tx: Transaction,
  showId: number,
  { booking, now }: { readonly booking: BookingOfShow; readonly now: Date },
): Promise<ExchangeBookingOutcome | null> {
  const show = await findShowIn(tx, showId)
  if (show === null) return notFound('There is no such show.')
  if (show.currency !== booking.currency) return notFound('There is no such show in the currency of the booking.')
  const status = showStatus(show, now)
  return status === 'SCHEDULED' ? null : showClosed(showId, status)
}

function exchangeClosed({ id }: BookingOfShow): ExchangeBookingOutcome {
  const message = 'It is too late: cancelling would give nothing back by now, so seats are not exchanged either.'
  return { __typename: 'ExchangeClosedError', message, bookingId: id }
}
