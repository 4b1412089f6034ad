import type { NotificationEvent, NotificationStatus, Prisma } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { Facts } from './facts.js'
import type { NewNotification } from './notify.js'

export type { NotificationEvent } from '../../generated/prisma/client.js'

/** What is still to be sent, and how it stands. */
export interface Notification {
  readonly id: string
  readonly status: NotificationStatus
  readonly attempts: number
}

/** Writes what is to be sent of an event, once for each who is to hear of it, and gives the ids of what is new. */
export async function insertNotifications(tx: Transaction, notification: NewNotification): Promise<string[]> {
  const { bookingId, event, occurrence = '', data = {}, to } = notification
  const rows = await tx.$queryRaw<{ id: string }[]>`/* notifications.insertNotifications */
    INSERT INTO notification (booking_id, event, occurrence, channel, recipient, data)
    SELECT booking.id, ${event}::notification_event, ${occurrence}, way.channel::notification_channel, way.recipient,
      ${JSON.stringify(data)}::jsonb
    FROM booking JOIN account ON account.id = booking.account_id
    CROSS JOIN LATERAL (VALUES
      ('EMAIL', CASE WHEN ${to !== undefined} THEN ${to?.email ?? null} ELSE coalesce(contact_email, account.email) END),
      ('SMS', CASE WHEN ${to !== undefined} THEN ${to?.phone ?? null} ELSE contact_phone END)
    ) AS way (channel, recipient)
    WHERE booking.id = ${bookingId}::uuid AND way.recipient IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING id`
  return rows.map(({ id }) => id)
}

const FIND_FACTS = statement(
  'notifications.findFacts',
  `SELECT n.id, n.event, n.channel, n.recipient, n.data, n.status AS "deliveryStatus",
    n.attempts, b.id AS "bookingId", b.status AS "bookingStatus", b.total, b.currency, account.name,
    movie.title AS movie, show.starts_at AS "startsAt", show.language, show.format, screen.name AS screen,
    theater.name AS theater, theater.address, city.name AS city, city.time_zone AS "timeZone",
    (SELECT coalesce(array_agg(seat.row || seat.number ORDER BY seat.y, seat.x), '{}') FROM seat
     WHERE seat.id = ANY(coalesce((SELECT array_agg(value::int) FROM jsonb_array_elements_text(n.data->'seatIds')), b.seat_ids))
    ) AS seats,
    coalesce((n.data->>'refund')::int, (
      SELECT sum(refund.amount)::int FROM payment JOIN refund ON refund.payment_id = payment.id
      WHERE payment.booking_id = b.id AND (n.occurrence = '' OR refund.id::text = n.occurrence)
    ), 0) AS refund
  FROM notification n JOIN booking b ON b.id = n.booking_id JOIN account ON account.id = b.account_id
  JOIN show ON show.id = b.show_id JOIN movie ON movie.id = show.movie_id JOIN screen ON screen.id = show.screen_id
  JOIN theater ON theater.id = screen.theater_id JOIN city ON city.id = theater.city_id
  WHERE n.id = $1`,
)

/** A notification with all that its text tells, null if there is none. */
export async function findFacts(db: Database, id: string): Promise<Facts | null> {
  const [facts] = await db.run<Facts>(FIND_FACTS, [id])
  return facts ?? null
}
