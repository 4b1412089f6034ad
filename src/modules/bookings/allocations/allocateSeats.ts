import { randomUUID } from 'node:crypto'
import type { AllocateSeatsInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { badUserInput } from '../../../lib/errors.js'
import { intKeyOf, uuidKeyOf } from '../../../lib/globalId.js'
import { type Asking, requireStaff } from '../../accounts/index.js'
import { findPartner, type Partner } from '../../partners/index.js'
import { findTheaterOf, setCause } from '../../seatmaps/index.js'
import { findShowIn, showStatus } from '../../shows/index.js'
import type { HoldServices } from '../holds/holdSeats.js'
import { explainTaken } from '../holds/unavailableSeats.js'
import { type Change, identifyRequest, transactOnce } from '../idempotency/idempotency.js'
import type { AllocateSeatsOutcome } from '../outcomes.js'
import { notFound, showClosed } from '../refusals.js'
import { areSeats, readSeatIds } from '../seatIds.js'
import { chooseSeats, insertAllocation } from './allocationStore.js'

export interface AllocationServices extends HoldServices, Asking {}

/** So many seats as a list of a request may have. */
const MAX_SEATS = 100

/**
 * Allocates seats of a show to a partner until a time: all that are named, or so many that are free. Chosen are those farthest from the
 * screen, line by line. For the staff of the theater.
 *
 * @throws FORBIDDEN, BAD_USER_INPUT
 */
export async function allocateSeats(
  services: AllocationServices,
  input: AllocateSeatsInput,
): Promise<AllocateSeatsOutcome> {
  const showId = intKeyOf('Show', input.showId)
  const theaterId = showId === null ? null : await findTheaterOf(services.db, showId)
  if (showId === null || theaterId === null) return notFound('There is no such show.')
  const { accountId } = await requireStaff(services, theaterId)
  const choice = readChoice(input, showId)
  const whose = { accountId, operation: 'allocateSeats', now: services.clock.now() }
  const { idempotencyKey, partnerId, until } = input
  const named = [input.showId, partnerId, input.seatIds?.toSorted() ?? null, input.count ?? null, until]
  const request = identifyRequest(whose, idempotencyKey, named)
  const key = uuidKeyOf('Partner', partnerId)
  const partner = key === null ? null : await findPartner(services.db, key)
  if (partner === null) return notFound('There is no partner with this id.')
  return transactOnce(services, request, async (tx) =>
    allocate(tx, { showId, partner, choice, until, actor: accountId, now: services.clock.now() }),
  )
}

/** How many seats, or which: null for each that is none of the show. */
type Choice = number | readonly (number | null)[]

function readChoice({ seatIds, count }: AllocateSeatsInput, showId: number): Choice {
  if ((seatIds == null) === (count == null)) throw badUserInput('Tell either seatIds or count.')
  const wanted = count ?? seatIds!.length
  if (wanted < 1 || wanted > MAX_SEATS) throw badUserInput(`An allocation has 1 to ${MAX_SEATS} seats, not ${wanted}.`)
  return count ?? readSeatIds('seatIds', seatIds!, showId)
}

interface Order {
  readonly showId: number
  readonly partner: Partner
  readonly choice: Choice
  readonly until: Date
  readonly actor: string
  readonly now: Date
}

async function allocate(tx: Transaction, order: Order): Promise<Change<AllocateSeatsOutcome>> {
  const { showId, partner, until, actor, now } = order
  const show = (await findShowIn(tx, showId))!
  const status = showStatus(show, now)
  if (status !== 'SCHEDULED') return refused(showClosed(showId, status))
  if (until <= now || until > show.startsAt) {
    throw badUserInput('until has to lie ahead, and not behind the start of the show.')
  }
  const seatIds = await choose(tx, order)
  if (!Array.isArray(seatIds)) return refused(seatIds)
  await setCause(tx, { actor, cause: 'allocateSeats' })
  const { id: partnerId, accountId } = partner
  const allocation = { id: randomUUID(), showId, partnerId, accountId, seatIds, until, createdAt: now }
  const seats = await insertAllocation(tx, allocation)
  if (seats === null) throw new Error('seats were free and could not be allocated')
  return { outcome: { __typename: 'AllocateSeatsSuccess', allocationId: allocation.id }, seats }
}

/** The seats, or why they cannot be allocated. */
async function choose(tx: Transaction, { showId, choice, now }: Order): Promise<number[] | AllocateSeatsOutcome> {
  if (typeof choice === 'number') {
    const chosen = await chooseSeats(tx, { showId, now }, choice)
    return chosen.length === choice ? chosen.toSorted((a, b) => a - b) : notEnoughSeats(chosen.length)
  }
  if (!areSeats(choice)) return notFound('Not all of these seats belong to the show.')
  // Those that wait in an allocation are taken for everybody here, also for who has them.
  const taken = await explainTaken(tx, { showId, seatIds: choice, now, accountId: null })
  return taken ?? choice.toSorted((a, b) => a - b)
}

function notEnoughSeats(available: number): AllocateSeatsOutcome {
  const message = `${available} seats of the show are free.`
  return { __typename: 'NotEnoughSeatsError', message, available }
}

function refused(outcome: AllocateSeatsOutcome): Change<AllocateSeatsOutcome> {
  return { outcome, seats: [] }
}
