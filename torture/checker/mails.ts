import type { Invariant } from './invariant.js'

export const mailedOnce: Invariant = {
  name: 'a notification is sent once at most, and was where it says so',
  sql: `SELECT n.booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('notification %s of %s is %s and has %s mails', n.id, n.event, n.status, count(m.notification_id)) AS detail
    FROM notification AS n LEFT JOIN torture.mail AS m ON m.notification_id = n.id
    GROUP BY n.id HAVING count(m.notification_id) > 1 OR (count(m.notification_id) = 0 AND n.status = 'SENT')
      OR (count(m.notification_id) > 0 AND n.status IN ('PENDING', 'FAILED'))`,
}
