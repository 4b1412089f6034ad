const BOOKING = 'booking { id status expiresAt total { amount } seats { seat { id } price { amount } } }'

const MUTATIONS = {
  holdSeats: `... on HoldSeatsSuccess { ${BOOKING} }
    ... on SeatsUnavailableError { seats { id status } }
    ... on ShowClosedError { show { id status } }`,
  releaseSeats: `... on ReleaseSeatsSuccess { ${BOOKING} }
    ... on BookingStateError { booking { id status } }`,
  confirmBooking: `... on ConfirmBookingSuccess { ${BOOKING} }
    ... on PaymentDeclinedError { reason }
    ... on HoldExpiredError { booking { id status } }
    ... on BookingStateError { booking { id status } }
    ... on ShowClosedError { show { id status } }`,
  cancelBooking: `... on CancelBookingSuccess { refund { amount } ${BOOKING} }
    ... on BookingStateError { booking { id status } }
    ... on ShowClosedError { show { id status } }`,
} as const

export type Mutation = keyof typeof MUTATIONS

/** The documents by the field that each asks for: all that buyers send. */
export const DOCUMENTS: Readonly<Record<Mutation | 'booking' | 'signInAsGuest', string>> = {
  ...(Object.fromEntries(Object.entries(MUTATIONS).map(([name, answer]) => [name, toDocument(name, answer)])) as Record<
    Mutation,
    string
  >),
  booking: 'query ($id: ID!) { booking(id: $id) { __typename id status seats { seat { id status } } } }',
  signInAsGuest: 'mutation { signInAsGuest { __typename ... on SignInAsGuestSuccess { accessToken viewer { id } } } }',
}

/** What watchers send. */
export const WATCH = `subscription ($showId: ID!, $after: String) {
  seatMapChanged(showId: $showId, after: $after) { kind cursor seats { seatId status version } }
}`

function toDocument(name: string, answer: string): string {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { message } ${answer} } }`
}
