import type { CancelShowInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { intKeyOf } from '../../../lib/globalId.js'
import { enqueueJob } from '../../../lib/jobs/index.js'
import { type Asking, requireStaff } from '../../accounts/index.js'
import { findTheaterOf } from '../../seatmaps/index.js'
import { findShowIn, markCancelled, showStatus } from '../../shows/index.js'
import type { CancelShowOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { notFound, showClosed } from '../refusals.js'
import { CANCEL_BOOKINGS_OF_SHOW } from './cancelBookingsOfShow.js'

/**
 * Cancels a show that is not over: none of its seats can be held or paid for any more, and a job cancels its bookings. One that is cancelled
 * stays as it is, and the job looks again, as bookings are left where its row alone was changed. For the staff of the theater.
 *
 * @throws FORBIDDEN
 */
export async function cancelShow(
  services: SagaServices & Asking,
  { showId }: CancelShowInput,
): Promise<CancelShowOutcome> {
  const { db, clock } = services
  const key = intKeyOf('Show', showId)
  const theaterId = key === null ? null : await findTheaterOf(db, key)
  if (key === null || theaterId === null) return notFound('There is no such show.')
  const { accountId: actor } = await requireStaff(services, theaterId)
  return db.transact((tx) => cancel(tx, { showId: key, actor, now: clock.now() }))
}

interface Order {
  readonly showId: number
  readonly actor: string
  readonly now: Date
}

async function cancel(tx: Transaction, { showId, actor, now }: Order): Promise<CancelShowOutcome> {
  const status = showStatus((await findShowIn(tx, showId))!, now)
  if (status === 'ENDED') return showClosed(showId, status)
  await markCancelled(tx, showId, now)
  await enqueueJob(tx, { task: CANCEL_BOOKINGS_OF_SHOW, payload: { showId, actor } })
  return { __typename: 'CancelShowSuccess', showId }
}
