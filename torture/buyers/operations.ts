const BOOKING = 'booking { id status expiresAt total { amount } seats { seat { id } price { amount } } }'
const REFUSALS = `... on BookingStateError { booking { id status } }
    ... on ShowClosedError { show { id status } }`
const PAYING = `... on PaymentActionRequired { url booking { id status } }
    ... on PaymentDeclinedError { reason attemptsLeft }
    ... on PaymentCaptureError { booking { id status } }`

/** What is asked of each outcome, besides its name and message. */
const MUTATIONS = {
  holdSeats: `... on HoldSeatsSuccess { ${BOOKING} } ... on SeatsUnavailableError { seats { seatId status } }
    ... on ShowClosedError { show { id status } }`,
  extendHold: `... on ExtendHoldSuccess { ${BOOKING} } ... on HoldExpiredError { booking { id status } } ${REFUSALS}`,
  swapSeats: `... on SwapSeatsSuccess { ${BOOKING} } ... on SeatsUnavailableError { seats { seatId status } }
    ... on HoldExpiredError { booking { id status } } ${REFUSALS}`,
  releaseSeats: `... on ReleaseSeatsSuccess { ${BOOKING} } ... on BookingStateError { booking { id status } }`,
  confirmBooking: `... on ConfirmBookingSuccess { ${BOOKING} } ... on PartialPaymentSuccess { open { amount } booking { id status } }
    ${PAYING} ... on HoldExpiredError { booking { id status } } ... on SeatsLostError { booking { id status } } ${REFUSALS}`,
  cancelBooking: `... on CancelBookingSuccess { refund { amount } ${BOOKING} } ${REFUSALS}`,
  exchangeBooking: `... on ExchangeBookingSuccess { charged { amount } refund { amount } ${BOOKING} } ${PAYING}
    ... on SeatsUnavailableError { seats { seatId status } } ... on ExchangeClosedError { booking { id status } } ${REFUSALS}`,
  transferBooking: `... on TransferBookingSuccess { code ${BOOKING} } ${REFUSALS}`,
  acceptTransfer: `... on AcceptTransferSuccess { ${BOOKING} } ... on ShowClosedError { show { id status } }`,
  cancelShow: `... on CancelShowSuccess { show { id status } } ... on ShowClosedError { show { id status } }`,
  withdrawTransfer: `... on WithdrawTransferSuccess { ${BOOKING} } ... on BookingStateError { booking { id status } }`,
} as const

export type Mutation = keyof typeof MUTATIONS

/** The documents by the field that each asks for: all that buyers send, and the manager. */
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
