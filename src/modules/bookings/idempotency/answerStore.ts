import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import type { Payment } from '../../payments/index.js'
import type { IdempotentRequest } from './idempotency.js'

/** What is kept under an idempotency key: the answer, null while the request runs. */
export interface Kept {
  readonly requestHash: string
  readonly answer: unknown
  /** Whether the booking that it tells of, if any, is another one's by now. */
  readonly isGone: boolean
}

/** An answer to be kept. */
export interface GivenAnswer {
  readonly request: IdempotentRequest
  readonly answer: unknown
}

/** How long an answer is kept. A key that is older is as good as new. */
export const KEPT_HOURS = 24
const CLAIM_SECONDS = 30

const keptSince = (oldAt: string) => `SELECT request_hash AS "requestHash", answer,
     EXISTS (SELECT FROM booking WHERE id = (answer->>'bookingId')::uuid AND account_id <> $1) AS "isGone"
   FROM idempotency_record
   WHERE account_id = $1 AND operation = $2 AND key = $3 AND created_at > ${oldAt}`

const FIND_KEPT = statement('bookings.findKept', keptSince('$4'))

const CLAIM_KEY = statement(
  'bookings.claimKey',
  `INSERT INTO idempotency_record AS kept (account_id, operation, key, request_hash, created_at, claimed_until, work_id)
   VALUES ($1, $2, $3, $4, $6, $7, gen_random_uuid())
   ON CONFLICT (account_id, operation, key) DO UPDATE SET answer = NULL, request_hash = excluded.request_hash,
     claimed_until = excluded.claimed_until,
     created_at = CASE WHEN kept.created_at <= $5 THEN excluded.created_at ELSE kept.created_at END,
     work_id = CASE WHEN kept.created_at <= $5 THEN excluded.work_id ELSE kept.work_id END
   WHERE kept.created_at <= $5
     OR kept.answer IS NULL AND kept.claimed_until <= $6 AND kept.request_hash = excluded.request_hash
   RETURNING work_id AS "workId"`,
)

// Where the conflict is looked up nothing is read in the sense of a serializable transaction.
const KEEP = `INSERT INTO idempotency_record AS kept (account_id, operation, key, request_hash, created_at, answer)
   VALUES ($1::uuid, $2, $3, $4, $6::timestamptz, $7::jsonb)
   ON CONFLICT (account_id, operation, key) DO UPDATE SET answer = excluded.answer, claimed_until = NULL,
     request_hash = excluded.request_hash,
     created_at = CASE WHEN kept.created_at <= $5::timestamptz THEN excluded.created_at ELSE kept.created_at END
   WHERE kept.answer IS NULL OR kept.created_at <= $5::timestamptz
   RETURNING request_hash AS "requestHash", answer, false AS "isGone"`

// One that came in meanwhile is not seen yet.
const KEEP_ANSWER = statement(
  'bookings.keepAnswer',
  `WITH given AS (${KEEP})
   SELECT * FROM given UNION ALL ${keptSince('$5')} AND NOT EXISTS (SELECT FROM given)`,
)

// In the order of their keys, so that it cannot meet another process's in a deadlock.
const KEEP_ANSWERS = statement(
  'bookings.keepAnswers',
  `WITH given AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS given ("accountId" uuid, operation text, key text, hash text,
      now timestamptz, answer jsonb)
  ), kept AS (
    INSERT INTO idempotency_record AS kept (account_id, operation, key, request_hash, created_at, answer)
    SELECT "accountId", operation, key, hash, now, answer FROM given ORDER BY 1, 2, 3
    ON CONFLICT (account_id, operation, key) DO UPDATE SET answer = excluded.answer, claimed_until = NULL,
      request_hash = excluded.request_hash,
      created_at = CASE WHEN kept.created_at <= excluded.created_at - interval '${KEPT_HOURS} hours'
        THEN excluded.created_at ELSE kept.created_at END
    WHERE kept.answer IS NULL OR kept.created_at <= excluded.created_at - interval '${KEPT_HOURS} hours'
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM kept`,
)

const DROP_CLAIM = statement(
  'bookings.dropClaim',
  `UPDATE idempotency_record SET claimed_until = $4
   WHERE account_id = $1 AND operation = $2 AND key = $3 AND answer IS NULL`,
)

const DROP_OLD = statement(
  'bookings.dropOldAnswers',
  `DELETE FROM idempotency_record WHERE ctid = ANY(ARRAY(
     SELECT ctid FROM idempotency_record WHERE created_at <= $1 LIMIT $2)) RETURNING 1`,
)

const DROP_OLD_OF = statement(
  'bookings.dropOldAnswerOf',
  `DELETE FROM idempotency_record WHERE account_id = $1 AND operation = $2 AND key = $3 AND created_at <= $4`,
)

/** What is kept under the key of a request, null if nothing. */
export async function findKept(db: Database, request: IdempotentRequest): Promise<Kept | null> {
  const [kept] = await db.run<Kept>(FIND_KEPT, [...keyOf(request), oldAt(request.now)])
  return kept ?? null
}

/**
 * Claims a key for a request that takes a while, and gives the id of what it begins: the same one however often the
 * request is taken up again. Null when somebody else has the key: it has its answer, or is worked on, or is of another input.
 */
export async function claimKey(db: Database, request: IdempotentRequest): Promise<string | null> {
  const { hash, now } = request
  const until = new Date(now.getTime() + CLAIM_SECONDS * 1000)
  const [claimed] = await db.run<{ workId: string }>(CLAIM_KEY, [...keyOf(request), hash, oldAt(now), now, until])
  return claimed?.workId ?? null
}

/** Lets the same request be taken up again, at once. */
export async function dropClaim(db: Database, request: IdempotentRequest): Promise<void> {
  await db.run(DROP_CLAIM, [...keyOf(request), request.now])
}

/** Keeps an answer under its key and gives the one that is kept: another one, where a twin of the request was faster. */
export async function keepAnswer(db: Database, request: IdempotentRequest, answer: unknown): Promise<Kept> {
  const [kept] = await db.run<Kept>(KEEP_ANSWER, valuesOf(request, answer))
  return kept ?? (await findKept(db, request))!
}

/** Keeps answers of different keys, and gives those that are kept, in their order: other ones, where they were there before. */
export async function keepAnswers(db: Database, given: readonly GivenAnswer[]): Promise<Kept[]> {
  const rows = given.map(({ request: { accountId, operation, key, hash, now }, answer }) => {
    return { accountId, operation, key, hash, now, answer }
  })
  const [kept] = await db.run<{ count: number }>(KEEP_ANSWERS, [JSON.stringify(rows)])
  if (kept!.count < given.length) return Promise.all(given.map(async ({ request }) => (await findKept(db, request))!))
  return given.map(({ request, answer }) => ({ requestHash: request.hash, answer, isGone: false }))
}

/** Keeps an answer in the transaction that makes it true. False, and nothing is written, when the key has an answer. */
export async function keepAnswerIn(tx: Transaction, request: IdempotentRequest, answer: unknown): Promise<boolean> {
  const kept = await tx.$queryRawUnsafe<Kept[]>(`/* bookings.keepAnswerIn */ ${KEEP}`, ...valuesOf(request, answer))
  return kept.length === 1
}

/** Whether the request that has made a payment was told that it is reserved, as a part of what its booking costs. */
export async function isToldAsReserved(tx: Transaction, paymentId: string): Promise<boolean> {
  const told = await tx.$queryRaw<unknown[]>`/* bookings.isToldAsReserved */
    SELECT 1 FROM payment JOIN idempotency_record AS kept ON kept.account_id = payment.account_id AND work_id = payment.id
    WHERE payment.id = ${paymentId}::uuid AND operation = 'confirmBooking'
      AND answer->>'__typename' = 'PartialPaymentSuccess'`
  return told.length > 0
}

/** Puts another answer in the place of those that tell of what was confirmed for a payment, as that ceases to be true. */
export async function replaceAnswersIn(
  tx: Transaction,
  { id, accountId, bookingId, purpose }: Pick<Payment, 'id' | 'accountId' | 'bookingId' | 'purpose'>,
  answer: unknown,
): Promise<void> {
  // An exchange is of one request; a booking is told of by all that have paid for it.
  await tx.$executeRaw`/* bookings.replaceAnswersIn */
    UPDATE idempotency_record SET answer = ${JSON.stringify(answer)}::jsonb WHERE account_id = ${accountId}::uuid
      AND CASE ${purpose} WHEN 'EXCHANGE' THEN operation = 'exchangeBooking' AND work_id = ${id}::uuid
        ELSE operation = 'confirmBooking' AND answer->>'bookingId' = ${bookingId}
          AND answer->>'__typename' = 'ConfirmBookingSuccess' END`
}

/** Forgets what is kept under a key for longer than it has to be. */
export async function dropOldAnswerOf(db: Database, request: IdempotentRequest): Promise<void> {
  await db.run(DROP_OLD_OF, [...keyOf(request), oldAt(request.now)])
}

/** Forgets answers that were kept long enough, up to `limit`: how many. */
export async function dropOldAnswers(db: Database, now: Date, limit: number): Promise<number> {
  return (await db.run(DROP_OLD, [oldAt(now), limit])).length
}

function keyOf({ accountId, operation, key }: IdempotentRequest): unknown[] {
  return [accountId, operation, key]
}

function valuesOf(request: IdempotentRequest, answer: unknown): unknown[] {
  return [...keyOf(request), request.hash, oldAt(request.now), request.now, JSON.stringify(answer)]
}

function oldAt(now: Date): Date {
  return new Date(now.getTime() - KEPT_HOURS * 3_600_000)
}
