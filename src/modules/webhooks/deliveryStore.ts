import type { PartnerEvent, WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

/** The name of the task that sends an event to an endpoint. */
export const DELIVER_WEBHOOK = 'deliverWebhook'

// Of rows of `delivery (id, endpoint_id, pause)`. One job at a time for an endpoint; by the flag, those of a partner that has its share are left.
const PARTNER = '(SELECT partner_id::text FROM webhook_endpoint WHERE id = endpoint_id)'
const enqueue = (task: string, more = '') => `SELECT graphile_worker.add_job(${task}::text,
    json_build_object('deliveryId', id, 'partnerId', ${PARTNER}), queue_name := 'webhook ' || endpoint_id,
    run_at := now() + make_interval(secs => pause), flags := ARRAY[${PARTNER}]${more}) FROM delivery`

/**
 * Enqueues the deliveries that were written as `delivery (id, endpoint_id, pause)`; the name of the task is $6. Without a key: to look for it,
 * serializable transactions would read the pages that others write, and conflict.
 */
export const ENQUEUE_NEW = enqueue('$6')

/** A replay moves the attempt that waits for its time. */
const enqueueOnce = (task: string) => enqueue(task, `, job_key := 'webhook ' || id`)

/** How many attempts the log of a delivery tells: the latest. */
const MAX_ATTEMPTS = 50

const WITH_LOG = { event: true, attempts: { orderBy: { number: 'desc' as const }, take: MAX_ATTEMPTS } }

/** A delivery with its event and its latest attempts, the latest first. */
export type LoggedDelivery = WebhookDelivery & { readonly event: PartnerEvent; readonly attempts: WebhookAttempt[] }

export interface DeliveryPlace {
  readonly createdAt: Date
  readonly id: string
}

/** The deliveries to an endpoint, the latest first. */
export async function listDeliveries(
  { prisma }: Database,
  endpointId: string,
  { after, limit }: { readonly after: DeliveryPlace | null; readonly limit: number },
): Promise<LoggedDelivery[]> {
  const isEarlier =
    after === null
      ? {}
      : {
          createdAt: { lte: after.createdAt },
          OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
        }
  return prisma.webhookDelivery.findMany({
    where: { endpointId, ...isEarlier },
    include: WITH_LOG,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

export async function findDelivery({ prisma }: Database, id: string): Promise<LoggedDelivery | null> {
  return prisma.webhookDelivery.findUnique({ where: { id }, include: WITH_LOG })
}

/** A delivery with all that sending it takes. */
export type DueDelivery = WebhookDelivery & {
  readonly event: PartnerEvent
  readonly endpoint: WebhookEndpoint & { readonly partner: { readonly disabledAt: Date | null } }
}

/** A delivery that is to be tried, null when it is not any more. */
export async function findDueDelivery({ prisma }: Database, id: string): Promise<DueDelivery | null> {
  return prisma.webhookDelivery.findUnique({
    where: { id, status: 'PENDING' },
    include: { event: true, endpoint: { include: { partner: { select: { disabledAt: true } } } } },
  })
}

/** Gives a delivery up that was not tried, as nobody wants it any more. One that was to be sent once more was delivered all the same. */
export async function dropDelivery({ prisma }: Database, id: string): Promise<void> {
  const pending = { id, status: 'PENDING' } as const
  const wasDelivered = { some: { statusCode: { gte: 200, lt: 300 } } }
  const over = { nextAttemptAt: null }
  const { webhookDelivery } = prisma
  await webhookDelivery.updateMany({
    where: { ...pending, attempts: wasDelivered },
    data: { ...over, status: 'DELIVERED' },
  })
  await webhookDelivery.updateMany({ where: pending, data: { ...over, status: 'FAILED' } })
}

/** How an attempt ended, and what becomes of its delivery. */
export interface AttemptNote extends Omit<WebhookAttempt, 'number'> {
  readonly status: WebhookDelivery['status']
  /** After how many seconds it is tried again; null when it is not. */
  readonly pauseSeconds: number | null
  /** Whether nothing is to be sent there any more. */
  readonly isGone: boolean
}

// All of it or nothing: an attempt that is noted has its next one enqueued. One that was delivered by another process meanwhile stays so.
const NOTE_ATTEMPT = statement(
  'webhooks.noteAttempt',
  `WITH noted AS (
    UPDATE webhook_delivery SET attempt_count = attempt_count + 1,
      status = CASE WHEN status = 'PENDING' THEN $7::webhook_status ELSE status END,
      next_attempt_at = CASE WHEN status = 'PENDING' THEN $2::timestamptz + make_interval(secs => $8::float8) END
    WHERE id = $1 RETURNING id, endpoint_id, status, attempt_count
  ), attempt AS (
    INSERT INTO webhook_attempt (delivery_id, number, at, duration_ms, status_code, excerpt, error)
    SELECT id, attempt_count, $2, $3, $4, $5, $6 FROM noted
  ), gone AS (
    UPDATE webhook_endpoint SET disabled_at = $2
    WHERE $9::boolean AND id = (SELECT endpoint_id FROM noted) AND disabled_at IS NULL
  ), delivery AS (
    SELECT id, endpoint_id, $8::float8 AS pause FROM noted WHERE status = 'PENDING'
  ) ${enqueueOnce('$10')}`,
)

/** Notes an attempt, and has the next one made where there is to be one. */
export async function noteAttempt(db: Database, note: AttemptNote): Promise<void> {
  const { deliveryId, at, durationMs, statusCode, excerpt, error, status, pauseSeconds, isGone } = note
  const attempt = [deliveryId, at, durationMs, statusCode, excerpt, error]
  await db.run(NOTE_ATTEMPT, [...attempt, status, pauseSeconds, isGone, DELIVER_WEBHOOK])
}

const PUT_OFF = statement(
  'webhooks.putOff',
  `WITH delivery AS (
    SELECT id, endpoint_id, 0 AS pause FROM webhook_delivery WHERE id = $1 AND status = 'PENDING'
  ) ${enqueueOnce('$2')}`,
)

/** Leaves an attempt for later. */
export async function putOff(db: Database, deliveryId: string): Promise<void> {
  await db.run(PUT_OFF, [deliveryId, DELIVER_WEBHOOK])
}

/** What an endpoint was or would have been told of, from one time to another. */
export interface EventSpan {
  readonly endpointId: string
  readonly from: Date
  readonly until: Date
}

const OF_SPAN = `FROM partner_event AS event JOIN webhook_endpoint AS endpoint USING (partner_id)
  WHERE endpoint.id = $1::uuid AND occurred_at BETWEEN $2::timestamptz AND $3::timestamptz AND type = ANY(event_types)`

/** How many events there are, counted up to a limit. */
export async function countEvents(
  tx: Transaction,
  { endpointId, from, until }: EventSpan,
  limit: number,
): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
    `/* webhooks.countEvents */ SELECT count(*)::int FROM (SELECT ${OF_SPAN} LIMIT $4) AS found`,
    ...[endpointId, from, until, limit],
  )
  return row!.count
}

const REPLAY = statement(
  'webhooks.replay',
  `WITH delivery AS (
    INSERT INTO webhook_delivery (event_id, endpoint_id, due_since, next_attempt_at, created_at)
    SELECT event.id, endpoint.id, $4::timestamptz, $4::timestamptz, $4::timestamptz ${OF_SPAN}
    ON CONFLICT (event_id, endpoint_id) DO UPDATE
      SET status = 'PENDING', due_since = excluded.due_since, next_attempt_at = excluded.next_attempt_at
    RETURNING id, endpoint_id, 0 AS pause
  ) ${enqueueOnce('$5')}`,
)

/** Has events sent to an endpoint once more, and gives how many. */
export async function replayDeliveries(
  tx: Transaction,
  { endpointId, from, until }: EventSpan,
  now: Date,
): Promise<number> {
  return tx.$executeRawUnsafe(REPLAY.text, ...[endpointId, from, until, now, DELIVER_WEBHOOK])
}
