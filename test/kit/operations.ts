import { randomUUID } from 'node:crypto'
import type { Client } from './client.js'
import { PASSWORD, type SeededShow } from './seed.js'

/** Signs in to an account of the seed and gives its token. */
export async function signIn(client: Client, email: string): Promise<string> {
  const { signIn } = await client.query(
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSuccess { accessToken } } }',
    { input: { email, password: PASSWORD } },
  )
  return signIn.accessToken
}

const MONEY = '{ amount currency }'
const BOOKING = `id status expiresAt total ${MONEY}`
const STANDING = 'booking { id status }'

/** What is asked for of each member of a result, by its name. */
type Fields = Readonly<Record<string, string>>

/** Runs a mutation under a key of its own, unless the input has one. */
async function mutate(client: Client, name: string, fields: Fields, input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
  const members = Object.entries(fields).map(([member, selection]) => `... on ${member} { ${selection} }`)
  const { result } = await client.query(
    `mutation ($input: ${type}) { result: ${name}(input: $input) { __typename ... on UserError { message } ${members.join(' ')} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  )
  return result
}

/** Holds seats, under a key of its own unless one is given. */
export async function holdSeats(client: Client, show: SeededShow, seatIds = show.seatIds, more: object = {}) {
  const fields = {
    HoldSeatsSuccess: `booking { ${BOOKING} }`,
    SeatsUnavailableError: 'seats { seatId status }',
    SeatLimitExceededError: 'limit',
    HoldLimitExceededError: 'limit',
    AllocationExceededError: 'show { id }',
    ShowClosedError: 'show { id status }',
    AdmissionRequiredError: 'position estimatedSeconds',
    ServerBusyError: 'retryAfterSeconds',
    RateLimitedError: 'retryAfterSeconds',
    RequestInProgressError: 'retryAfterSeconds',
  }
  return mutate(client, 'holdSeats', fields, { showId: show.id, seatIds, ...more })
}

/** Makes a hold longer. */
export async function extendHold(client: Client, bookingId: string, more: object = {}) {
  const fields = {
    ExtendHoldSuccess: `booking { ${BOOKING} }`,
    HoldNotExtendableError: 'booking { id status expiresAt }',
    HoldExpiredError: STANDING,
    BookingStateError: STANDING,
    ShowClosedError: 'show { id status }',
  }
  return mutate(client, 'extendHold', fields, { bookingId, ...more })
}

/** Confirms a booking with a card that is accepted, under a key of its own, unless told otherwise. */
export async function confirmBooking(client: Client, bookingId: string, more: object = {}) {
  const fields = {
    ConfirmBookingSuccess: `booking { ${BOOKING} payment { id status amount { amount } } }`,
    PartialPaymentSuccess: `open ${MONEY} ${STANDING}`,
    PaymentActionRequired: `url payment { id status actionUrl } ${STANDING}`,
    PaymentDeclinedError: 'reason attemptsLeft',
    PaymentAttemptsExceededError: 'limit',
    PaymentUnavailableError: 'retryAfterSeconds',
    PaymentCaptureError: STANDING,
    InvalidPaymentAmountError: `open ${MONEY}`,
    HoldExpiredError: STANDING,
    SeatsLostError: STANDING,
    ShowClosedError: 'show { id status }',
    BookingStateError: STANDING,
    RequestInProgressError: 'retryAfterSeconds',
  }
  const payment = { method: 'CARD', token: 'pm_card_visa' }
  return mutate(client, 'confirmBooking', fields, { bookingId, payment, ...more })
}

/** Gives seats of a hold back, all unless `seatIds` says which. */
export async function releaseSeats(client: Client, bookingId: string, more: object = {}) {
  const fields = { ReleaseSeatsSuccess: `booking { ${BOOKING} }`, BookingStateError: STANDING }
  return mutate(client, 'releaseSeats', fields, { bookingId, ...more })
}

/** Takes seats into a hold in the place of others. */
export async function swapSeats(
  client: Client,
  bookingId: string,
  { release, take, ...more }: { release: readonly string[]; take: readonly string[]; idempotencyKey?: string },
) {
  const fields = {
    SwapSeatsSuccess: `booking { ${BOOKING} seats { seat { id } price ${MONEY} } }`,
    SeatsUnavailableError: 'seats { seatId status }',
    AllocationExceededError: 'show { id }',
    SeatLimitExceededError: 'limit',
    HoldExpiredError: STANDING,
    ShowClosedError: 'show { id status }',
    BookingStateError: STANDING,
  }
  return mutate(client, 'swapSeats', fields, { bookingId, releaseSeatIds: release, takeSeatIds: take, ...more })
}

/** Cancels a booking, or the seats of it that `seatIds` names. */
export async function cancelBooking(client: Client, bookingId: string, more: object = {}) {
  const fields = {
    CancelBookingSuccess: `refund ${MONEY} booking { ${BOOKING} payment { status } }`,
    ShowClosedError: 'show { id status }',
    BookingStateError: STANDING,
  }
  return mutate(client, 'cancelBooking', fields, { bookingId, ...more })
}

/** Cancels a show. */
export async function cancelShow(client: Client, show: SeededShow) {
  const { cancelShow } = await client.query(
    `mutation ($input: CancelShowInput!) { cancelShow(input: $input) { __typename
      ... on UserError { message } ... on ShowClosedError { show { id status } } ... on CancelShowSuccess { show { id status } } } }`,
    { input: { showId: show.id } },
  )
  return cancelShow
}

/** What cancelling a booking, or some of its seats, would come to. */
export async function cancellationQuote(client: Client, bookingId: string, seatIds?: readonly string[]) {
  const { cancellationQuote } = await client.query(
    `query ($bookingId: ID!, $seatIds: [ID!]) { cancellationQuote(bookingId: $bookingId, seatIds: $seatIds) { __typename
      ... on UserError { message }
      ... on BookingStateError { ${STANDING} }
      ... on ShowClosedError { show { id status } }
      ... on CancellationQuote { refund ${MONEY} retained ${MONEY} percent reason seatsGoBackOnSale
        policy { name resaleMinutes tiers { minutesBefore isInclusive percent } } } } }`,
    { bookingId, seatIds },
  )
  return cancellationQuote
}

/** Exchanges the seats of a booking for others, paid with a card that is accepted unless told otherwise. */
export async function exchangeBooking(client: Client, bookingId: string, more: object = {}) {
  const fields = {
    ExchangeBookingSuccess: `charged ${MONEY} refund ${MONEY} booking { ${BOOKING} show { id } seats { seat { id } } }`,
    PaymentActionRequired: `url payment { id status actionUrl } ${STANDING}`,
    PaymentRequiredError: `amount ${MONEY}`,
    PaymentDeclinedError: 'reason attemptsLeft',
    PaymentAttemptsExceededError: 'limit',
    PaymentUnavailableError: 'retryAfterSeconds',
    PaymentCaptureError: STANDING,
    InvalidPaymentAmountError: `open ${MONEY}`,
    ExchangeClosedError: STANDING,
    AdmissionRequiredError: 'position estimatedSeconds',
    SeatsUnavailableError: 'seats { seatId status }',
    AllocationExceededError: 'show { id }',
    SeatLimitExceededError: 'limit',
    ShowClosedError: 'show { id status }',
    BookingStateError: STANDING,
    RequestInProgressError: 'retryAfterSeconds',
  }
  const payment = { method: 'CARD', token: 'pm_card_visa' }
  return mutate(client, 'exchangeBooking', fields, { bookingId, payment, ...more })
}

/** Offers a booking to another person. */
export async function transferBooking(client: Client, bookingId: string, more: object = {}) {
  const fields = {
    TransferBookingSuccess: 'code booking { id status transfer { email } }',
    ShowClosedError: 'show { id status }',
    BookingStateError: STANDING,
  }
  return mutate(client, 'transferBooking', fields, { bookingId, email: 'friend@example.org', ...more })
}

/** Takes over a booking that was offered. */
export async function acceptTransfer(client: Client, code: string, more: object = {}) {
  const fields = {
    AcceptTransferSuccess: 'booking { id status transfer { email } seats { seat { id } } }',
    ShowClosedError: 'show { id status }',
  }
  return mutate(client, 'acceptTransfer', fields, { code, ...more })
}

/** Takes the offer of a booking back. */
export async function withdrawTransfer(client: Client, bookingId: string, more: object = {}) {
  const fields = { WithdrawTransferSuccess: 'booking { id transfer { email } }', BookingStateError: STANDING }
  return mutate(client, 'withdrawTransfer', fields, { bookingId, ...more })
}

/** The seats of a show as one character each. */
export async function seatCodes(client: Client, show: SeededShow): Promise<string> {
  const { seatMap } = await client.query('query ($id: ID!) { seatMap(showId: $id) { seatCodes } }', { id: show.id })
  return seatMap.seatCodes
}
