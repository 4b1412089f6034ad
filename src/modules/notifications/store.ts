import type { NotificationStatus } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { Facts } from './facts.js'
import type { NewNotification } from './notify.js'

export type { NotificationEvent } from '../../generated/prisma/client.js'

/** Writes what is to be sent of an event, once for each who is to hear of it, and gives the ids of what is new. */
export async function insertNotifications(tx: Transaction, notification: NewNotification): Promise<string[]> {
  const { bookingId, event, occurrence = '', data = {}, to } = notification
  const rows = await tx.$queryRaw<{ id: string }[]>`/* notifications.insertNotifications */
    INSERT INTO notification (booking_id, event, occurrence, channel, recipient, data)
    SELECT booking.id, ${event}::notification_event, ${occurrence}, way.channel::notification_channel, way.recipient,
      CASE WHEN ${to === undefined} THEN jsonb_build_object('accountId', account.id)
        ELSE jsonb_strip_nulls(jsonb_build_object('from', account.name)) END || ${JSON.stringify(data)}::jsonb
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
    n.attempts, b.id AS "bookingId", b.status AS "bookingStatus", b.total, b.currency,
    CASE WHEN account.email = n.recipient THEN account.name END AS name,
    coalesce(n.data->>'accountId' = b.account_id::text, true) AS "isOfOwner",
    movie.title AS movie, show.starts_at AS "startsAt", screen.name AS screen,
    theater.name AS theater, theater.address, city.time_zone AS "timeZone",
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

const CLAIM = statement(
  'notifications.claim',
  `UPDATE notification SET status = 'SENDING', attempts = attempts + 1, attempted_at = now()
   WHERE id = $1 AND status = 'PENDING' RETURNING id`,
)

/** Takes a notification to send it. False when it is not to be sent any more, or somebody else does. */
export async function claimNotification(db: Database, id: string): Promise<boolean> {
  const rows = await db.run(CLAIM, [id])
  return rows.length === 1
}

const END = statement(
  'notifications.end',
  `UPDATE notification SET status = $2, last_error = $3, data = data - 'code',
     sent_at = CASE WHEN $2 = 'SENT'::notification_status THEN now() END
   WHERE id = $1 AND status = 'SENDING'`,
)

/** Notes how it ended to send a notification that was claimed. What opens a transfer is not kept any longer. */
export async function endNotification(db: Database, id: string, end: End): Promise<void> {
  await db.run(END, [id, end.status, end.reason])
}

export interface End {
  readonly status: 'SENT' | 'FAILED' | 'UNKNOWN'
  readonly reason: string | null
}

const POSTPONE = statement(
  'notifications.postpone',
  `UPDATE notification SET status = (CASE WHEN created_at < now() - interval '3 days' THEN 'FAILED' ELSE 'PENDING' END)::notification_status,
     data = CASE WHEN created_at < now() - interval '3 days' THEN data - 'code' ELSE data END,
     attempts = attempts + CASE WHEN status = 'PENDING' THEN 1 ELSE 0 END, attempted_at = now(), due_at = now() + make_interval(secs => $4), last_error = $3
   WHERE id = $1 AND status = $2 RETURNING status, due_at AS "dueAt"`,
)

export interface Postponement {
  /** As what it is postponed: one that was claimed, or one that was not. */
  readonly status: 'SENDING' | 'PENDING'
  readonly reason: string
  readonly seconds: number
}

/** Puts a notification off. Gives the time at the database when it is to be tried again, null for never. */
export async function postponeNotification(db: Database, id: string, postponement: Postponement): Promise<Date | null> {
  const { status, reason, seconds } = postponement
  const [row] = await db.run<{ status: NotificationStatus; dueAt: Date }>(POSTPONE, [id, status, reason, seconds])
  return row?.status === 'PENDING' ? row.dueAt : null
}

const ABANDON = statement(
  'notifications.abandon',
  `UPDATE notification SET status = 'UNKNOWN', data = data - 'code',
     last_error = 'whoever sent it ended before it was known whether it was taken'
   WHERE status = 'SENDING' AND attempted_at < $1`,
)

/** Gives up what has been on its way since before a time: whether it was taken will not be known any more. */
export async function abandonNotifications(db: Database, before: Date): Promise<void> {
  await db.run(ABANDON, [before])
}

const TAKE_OVERDUE = statement(
  'notifications.takeOverdue',
  `UPDATE notification SET due_at = $2 WHERE id IN (
     SELECT id FROM notification WHERE status = 'PENDING' AND due_at < $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
)

/** The ids of notifications that should have been tried before a time; they count as due now. */
export async function takeOverdue(
  db: Database,
  { before, now }: { before: Date; now: Date },
  limit: number,
): Promise<string[]> {
  const rows = await db.run<{ id: string }>(TAKE_OVERDUE, [before, now, limit])
  return rows.map(({ id }) => id)
}

// An event that tells the same in other words counts as well: an exchanged booking is confirmed too, one that lost its seats
// may be cancelled. A refund goes to who has paid, who may have given the booking to somebody else since; of a
// payment that was not collected after all none is missed.
const INSERT_MISSING = statement(
  'notifications.insertMissing',
  `WITH happened AS (
    SELECT id, account_id, contact_email, contact_phone, 'BOOKING_CONFIRMED' AS event, '' AS occurrence,
      '{BOOKING_CONFIRMED,BOOKING_CHANGED}' AS told
    FROM booking WHERE confirmed_at >= $1 AND confirmed_at < $2 AND status IN ('CONFIRMED', 'COMPLETED')
    UNION ALL SELECT id, account_id, contact_email, contact_phone, 'BOOKING_CANCELLED', '',
      '{BOOKING_CANCELLED,BOOKING_CHANGED,SEATS_LOST}'
    FROM booking WHERE cancelled_at >= $1 AND cancelled_at < $2 AND status = 'CANCELLED'
    UNION ALL SELECT id, account_id, contact_email, contact_phone, 'HOLD_EXPIRED', '', '{HOLD_EXPIRED,SEATS_LOST}'
    FROM booking WHERE expires_at >= $1 AND expires_at < $2 AND status = 'EXPIRED'
    UNION ALL SELECT booking.id, payment.account_id,
      CASE WHEN payment.account_id = booking.account_id THEN contact_email END,
      CASE WHEN payment.account_id = booking.account_id THEN contact_phone END, event, refund.id::text, '{' || event || '}'
    FROM refund JOIN payment ON payment.id = refund.payment_id JOIN booking ON booking.id = payment.booking_id
    JOIN (VALUES ('SUCCEEDED', 'REFUND_PAID'), ('FAILED', 'REFUND_FAILED')) AS ended (status, event)
      ON ended.status = refund.status::text
    WHERE refund.updated_at >= $1 AND refund.updated_at < $2 AND payment.status = 'CAPTURED'
  ), untold AS (
    SELECT happened.*, coalesce(contact_email, account.email) AS email
    FROM happened JOIN account ON account.id = happened.account_id
    WHERE coalesce(contact_email, contact_phone, account.email) IS NOT NULL AND NOT EXISTS (
      SELECT FROM notification n WHERE n.booking_id = happened.id AND n.event = ANY(told::notification_event[])
        AND (happened.occurrence = '' OR n.occurrence = happened.occurrence)
    ) LIMIT $3
  )
  INSERT INTO notification (booking_id, event, occurrence, channel, recipient, data)
  SELECT untold.id, event::notification_event, occurrence, way.channel::notification_channel, way.recipient,
    jsonb_build_object('accountId', account_id)
  FROM untold CROSS JOIN LATERAL (VALUES ('EMAIL', email), ('SMS', contact_phone)) AS way (channel, recipient)
  WHERE way.recipient IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING id`,
)

/**
 * Writes what is to be sent of what has happened from one time to another, where nobody was told of it, and gives the ids. `limit`
 * is of events: whoever is told of one by email and by SMS is told by both.
 */
export async function insertMissing(
  db: Database,
  { from, until }: { from: Date; until: Date },
  limit: number,
): Promise<string[]> {
  const rows = await db.run<{ id: string }>(INSERT_MISSING, [from, until, limit])
  return rows.map(({ id }) => id)
}
