import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import type { CancellationPolicy } from './cancellation.js'

const SELECT = `SELECT show.id AS "showId", policy.name, policy.resale_minutes AS "resaleMinutes", (
    SELECT coalesce(json_agg(json_build_object('minutesBefore', minutes_before, 'isInclusive', is_inclusive,
      'percent', percent) ORDER BY minutes_before DESC), '[]')
    FROM cancellation_tier WHERE policy_name = policy.name) AS tiers
  FROM show JOIN screen ON screen.id = show.screen_id JOIN theater ON theater.id = screen.theater_id
  JOIN cancellation_policy policy ON policy.name = coalesce(show.cancellation_policy, theater.cancellation_policy)`

const LIST_POLICIES = statement('bookings.listPolicies', `${SELECT} WHERE show.id = ANY($1::int[])`)

type Row = CancellationPolicy & { readonly showId: number }

/** The cancellation policies of these shows: each its own, or that of its theater. */
export async function listPolicies(db: Database, showIds: readonly number[]): Promise<Row[]> {
  return db.run<Row>(LIST_POLICIES, [showIds])
}

/** The cancellation policy of a show. */
export async function getPolicy(tx: Transaction, showId: number): Promise<CancellationPolicy> {
  const [policy] = await tx.$queryRawUnsafe<Row[]>(`/* bookings.getPolicy */ ${SELECT} WHERE show.id = $1::int`, showId)
  return policy!
}
