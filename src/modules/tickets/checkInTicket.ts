import type { CheckInTicketInput } from '../../generated/graphql.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { requireIntKey } from '../../lib/globalId.js'
import { type Asking, type CodeLimitServices, limitCodes, requireStaff, viewerOf } from '../accounts/index.js'
import { findTheaterOf } from '../seatmaps/index.js'
import { toLocalTime } from './localTime.js'
import type { CheckInTicketOutcome } from './outcomes.js'
import { admit, findDetails, type TicketDetails } from './store.js'
import { hindranceOf, opensAt } from './ticket.js'
import type { TicketKeys } from './ticketKeys.js'

export interface CheckInServices extends Asking, CodeLimitServices {
  readonly db: Database
  readonly clock: Clock
  readonly ticketKeys: TicketKeys
}

const MAX_GATE_LENGTH = 100

/**
 * Lets the holder of a ticket in, once: of several scanners at the same time one admits. For the staff of the theater.
 *
 * @throws FORBIDDEN, BAD_USER_INPUT
 */
export async function checkInTicket(
  services: CheckInServices,
  input: CheckInTicketInput,
): Promise<CheckInTicketOutcome> {
  const viewer = viewerOf(services)
  const showId = input.showId == null ? null : requireIntKey('Show', input.showId)
  const gate = readGate(input.gate)
  return limitCodes(services, viewer, {
    run: () => tryCode(services, { code: input.code, showId, gate }),
    isWrong: (outcome) => outcome === INVALID,
  })
}

interface Scan {
  readonly code: string
  readonly showId: number | null
  readonly gate: string | null
}

async function tryCode(services: CheckInServices, { code, showId, gate }: Scan): Promise<CheckInTicketOutcome> {
  const found = await findForStaff(services, code)
  if (found === null) return INVALID
  const { ticket, accountId } = found
  if (showId !== null && showId !== ticket.showId) return wrongShow(ticket)
  const now = services.clock.now()
  const refusal = refuse(ticket, now)
  if (refusal !== null) return refusal
  const admitted = await admit(services.db, { ticketId: ticket.id, accountId, gate, now })
  if (admitted !== null) return { __typename: 'CheckInTicketSuccess', ticket: admitted }
  // Somebody was faster: with another scan, or with a cancellation.
  return refuse((await findDetails(services.db, ticket.id))!, now)!
}

/**
 * The ticket of a code with who lets it in, null for a code of no ticket. Whether there is a ticket is told to the staff of the theater of its
 * show alone.
 */
async function findForStaff(services: CheckInServices, code: string) {
  const read = await services.ticketKeys.readCode(code)
  if (read === null) return null
  const ticket = await findDetails(services.db, read.ticketId)
  const theaterId = ticket?.theaterId ?? (read.showId && (await findTheaterOf(services.db, read.showId)))
  if (!theaterId) return null
  const { accountId } = await requireStaff(services, theaterId)
  return ticket && { ticket, accountId }
}

function readGate(gate: string | null | undefined): string | null {
  const name = gate?.trim() ?? ''
  if (name.length > MAX_GATE_LENGTH) throw badUserInput(`gate has to have at most ${MAX_GATE_LENGTH} characters.`)
  return name || null
}

/** Why a ticket does not admit now, null if it does. */
function refuse(ticket: TicketDetails, now: Date): CheckInTicketOutcome | null {
  switch (hindranceOf(ticket, now)) {
    case 'VOID':
      return { __typename: 'TicketVoidError', message: VOIDED, voidedAt: ticket.voidedAt! }
    case 'USED':
      return alreadyUsed(ticket)
    case 'SHOW_CLOSED': {
      const message = ticket.cancelledAt === null ? 'The show of this ticket is over.' : 'The show is cancelled.'
      return { __typename: 'ShowClosedError', message, showId: ticket.showId }
    }
    case 'TOO_EARLY': {
      const { day, time } = toLocalTime(ticket.startsAt, ticket.timeZone)
      const message = `The show is on ${day} at ${time}: its tickets admit from 24 hours before.`
      return { __typename: 'CheckInTooEarlyError', message, opensAt: opensAt(ticket) }
    }
    case null:
      return null
  }
}

function alreadyUsed(ticket: TicketDetails): CheckInTicketOutcome {
  const { day, time } = toLocalTime(ticket.usedAt!, ticket.timeZone)
  const where = ticket.usedGate === null ? ticket.theaterName : `${ticket.theaterName}, gate ${ticket.usedGate}`
  const message = `This ticket was used on ${day} at ${time}, at ${where}.`
  return { __typename: 'TicketAlreadyUsedError', message, ticket, theaterId: ticket.theaterId }
}

function wrongShow({ startsAt, timeZone, title, screenName, showId }: TicketDetails): CheckInTicketOutcome {
  const { day, time } = toLocalTime(startsAt, timeZone)
  const message = `This ticket is for another show: ${title}, on ${day} at ${time}, screen ${screenName}.`
  return { __typename: 'WrongShowError', message, showId }
}

const VOIDED = 'This ticket is void: its booking was cancelled, changed or given to somebody else.'

const INVALID = {
  __typename: 'InvalidTicketError',
  message: 'This is no ticket of ours, or not all of its code was read.',
} as const
