import type { RateLimited } from '../accounts/index.js'
import type { Ticket } from './store.js'

// What checkInTicket answers.

/** A ticket that has admitted somebody before. */
export interface UsedTicket {
  readonly message: string
  readonly ticket: Ticket
  readonly theaterId: number
}

/** The show that a ticket is for, where the scanner is at another one. */
export interface WrongShow {
  readonly message: string
  readonly showId: number
}

type Named<Name extends string, Fields> = Fields & { readonly __typename: Name }
interface Message {
  readonly message: string
}

export type CheckInTicketOutcome =
  | Named<'CheckInTicketSuccess', { readonly ticket: Ticket }>
  | Named<'TicketAlreadyUsedError', UsedTicket>
  | Named<'TicketVoidError', Message & { readonly voidedAt: Date }>
  | Named<'InvalidTicketError', Message>
  | Named<'WrongShowError', WrongShow>
  | Named<'ShowClosedError', WrongShow>
  | Named<'CheckInTooEarlyError', Message & { readonly opensAt: Date }>
  | RateLimited
