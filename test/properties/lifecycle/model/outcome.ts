import { type Booking, isClosed, type Model, statusOf } from './model.js'

/** What an answer has to be, as the model has it. */
export interface Outcome {
  /** The members of the union it may be: several where several refusals apply, as the schema does not say which comes first. */
  readonly types: readonly string[]
  /** What it has besides, amounts in minor units. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The booking that it may show as it stands. */
  readonly booking: Booking | null
}

export function answer(type: string, booking: Booking, fields: Outcome['fields'] = {}): Outcome {
  return { types: [type], fields, booking }
}

export function refuse(types: readonly string[], booking: Booking | null = null): Outcome {
  return { types, fields: {}, booking }
}

/** The names of those refusals that apply. */
export function applying(refusals: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(refusals).filter((name) => refusals[name])
}

/** Why nothing can be done with a hold, by whom it is not. */
export function holdRefusals(model: Model, booking: Booking): string[] {
  const status = statusOf(model, booking)
  return applying({
    HoldExpiredError: status === 'EXPIRED',
    BookingStateError: status !== 'PENDING' && status !== 'EXPIRED',
    ShowClosedError: isClosed(model, booking.show),
  })
}

/** Why seats of what should be a confirmed booking cannot be given back. Those of a show that is cancelled always can. */
export function cancellationRefusals(model: Model, booking: Booking): string[] {
  return applying({
    BookingStateError: statusOf(model, booking) !== 'CONFIRMED',
    ShowClosedError: isClosed(model, booking.show) && !model.shows[booking.show]!.isCancelled,
  })
}

/** Why a booking cannot change hands. */
export function confirmedRefusals(model: Model, booking: Booking): string[] {
  return applying({
    BookingStateError: statusOf(model, booking) !== 'CONFIRMED',
    ShowClosedError: isClosed(model, booking.show),
  })
}
