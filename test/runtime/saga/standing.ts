import type { Saga } from './saga.js'

/** Where a booking and its money stand, in our books and in Stripe's. */
export interface Standing {
  readonly booking: string
  /** The three seats of the show by their first letter, `-` where the booking does not have it. */
  readonly seats: string
  /** How many valid tickets there are. */
  readonly tickets: number
  /** The payments, the oldest first. */
  readonly ours: readonly string[]
  /** The same payments at Stripe, those that arrived there. */
  readonly theirs: readonly string[]
  readonly refunds: readonly string[]
  /** The prices of how many seats have gone back at Stripe. */
  readonly seatsRefunded: number
}

const HELD = { booking: 'PENDING', seats: 'HH-', tickets: 0, ours: [], theirs: [], refunds: [], seatsRefunded: 0 }
const CONFIRMED = { ...HELD, booking: 'CONFIRMED', seats: 'BB-', tickets: 2, ours: ['CAPTURED'], theirs: ['succeeded'] }

/** The ends that a saga may have. */
export const ENDS = {
  held: HELD,
  heldAndGivenUp: { ...HELD, ours: ['VOIDED'] },
  heldAndLetGo: { ...HELD, ours: ['VOIDED'], theirs: ['canceled'] },
  declined: { ...HELD, ours: ['DECLINED'], theirs: ['requires_payment_method'] },
  waiting: { ...HELD, ours: ['ACTION_REQUIRED'], theirs: ['requires_action'] },
  lost: { ...HELD, booking: 'EXPIRED', seats: '---', ours: ['VOIDED'], theirs: ['canceled'] },
  confirmed: CONFIRMED,
  confirmedByTwo: { ...CONFIRMED, ours: ['CAPTURED', 'CAPTURED'], theirs: ['succeeded', 'succeeded'] },
  notExchangedAndGivenUp: { ...CONFIRMED, ours: ['CAPTURED', 'VOIDED'] },
  notExchangedAndLetGo: { ...CONFIRMED, ours: ['CAPTURED', 'VOIDED'], theirs: ['succeeded', 'canceled'] },
  exchangedForMore: {
    ...CONFIRMED,
    seats: 'BBB',
    tickets: 3,
    ours: ['CAPTURED', 'CAPTURED'],
    theirs: ['succeeded', 'succeeded'],
  },
  exchangedForLess: { ...CONFIRMED, seats: 'B--', tickets: 1, refunds: ['SUCCEEDED'], seatsRefunded: 1 },
  undone: { ...HELD, booking: 'CANCELLED', seats: '---', ours: ['VOIDED'], theirs: ['canceled'] },
  cancelled: {
    ...CONFIRMED,
    booking: 'CANCELLED',
    seats: '---',
    tickets: 0,
    refunds: ['SUCCEEDED'],
    seatsRefunded: 2,
  },
} satisfies Record<string, Standing>

export async function readStanding(saga: Saga): Promise<Standing> {
  const [row] = await saga.sql(`SELECT
    CASE WHEN status = 'PENDING' AND expires_at <= now() THEN 'EXPIRED' ELSE status::text END AS booking,
    (SELECT string_agg(CASE WHEN booking_id = booking.id THEN left(seat.status::text, 1) ELSE '-' END, '' ORDER BY seat_id)
      FROM show_seat AS seat WHERE seat.show_id = booking.show_id) AS seats,
    (SELECT count(*)::int FROM ticket WHERE booking_id = booking.id AND ticket.status = 'VALID') AS tickets,
    ARRAY(SELECT status::text FROM payment WHERE booking_id = booking.id ORDER BY created_at) AS ours,
    ARRAY(SELECT id FROM payment WHERE booking_id = booking.id ORDER BY created_at) AS "paymentIds",
    ARRAY(SELECT refund.status::text FROM refund JOIN payment ON payment.id = payment_id
      WHERE booking_id = booking.id ORDER BY refund.created_at) AS refunds
    FROM booking WHERE id = $1`)
  const { paymentIds, ...ours } = row as Standing & { paymentIds: string[] }
  const { ledger } = saga.site.stand.stripe
  const intents = paymentIds.flatMap((id) => ledger.find(id) ?? [])
  const refunded = intents.reduce((sum, { latest_charge: charge }) => sum + (charge?.amount_refunded ?? 0), 0)
  return { ...ours, theirs: intents.map(({ status }) => status), seatsRefunded: refunded / saga.price }
}
