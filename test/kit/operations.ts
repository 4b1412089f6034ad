import { randomUUID } from 'node:crypto'
import type { Client } from './client.js'
import type { SeededShow } from './seed.js'

/** Opens an account and gives its token. */
export async function signUp(client: Client, { name = 'Ada', email = `${randomUUID()}@example.org` } = {}) {
  const { signUp } = await client.query(
    `mutation ($input: SignUpInput!) { signUp(input: $input) { ... on SignUpSuccess { accessToken viewer { email } } } }`,
    { input: { name, email, password: 'correct horse' } },
  )
  return { token: signUp.accessToken as string, email }
}

const BOOKING = 'id status expiresAt total { amount currency }'

/** Holds seats, under a key of its own unless one is given. */
export async function holdSeats(client: Client, show: SeededShow, seatIds = show.seatIds, more: object = {}) {
  const { holdSeats } = await client.query(
    `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename
      ... on UserError { message }
      ... on HoldSeatsSuccess { booking { ${BOOKING} } }
      ... on SeatsUnavailableError { seats { id status } }
      ... on SeatLimitExceededError { limit }
      ... on ShowClosedError { show { id status } } } }`,
    { input: { showId: show.id, seatIds, idempotencyKey: randomUUID(), ...more } },
  )
  return holdSeats
}

/** Confirms a booking with a card that is accepted, under a key of its own, unless told otherwise. */
export async function confirmBooking(client: Client, bookingId: string, more: object = {}) {
  const { confirmBooking } = await client.query(
    `mutation ($input: ConfirmBookingInput!) { confirmBooking(input: $input) { __typename
      ... on UserError { message }
      ... on ConfirmBookingSuccess { booking { ${BOOKING} payment { id status amount { amount } } } }
      ... on PaymentDeclinedError { reason }
      ... on HoldExpiredError { booking { id status } }
      ... on BookingStateError { booking { id status } } } }`,
    { input: { bookingId, payment: { method: 'CARD', token: 'pm_card_visa' }, idempotencyKey: randomUUID(), ...more } },
  )
  return confirmBooking
}

export async function releaseSeats(client: Client, bookingId: string) {
  const { releaseSeats } = await client.query(
    `mutation ($input: ReleaseSeatsInput!) { releaseSeats(input: $input) { __typename
      ... on UserError { message }
      ... on ReleaseSeatsSuccess { booking { ${BOOKING} } }
      ... on BookingStateError { booking { id status } } } }`,
    { input: { bookingId } },
  )
  return releaseSeats
}

export async function cancelBooking(client: Client, bookingId: string) {
  const { cancelBooking } = await client.query(
    `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename
      ... on UserError { message }
      ... on CancelBookingSuccess { refund { amount currency } booking { ${BOOKING} payment { status } } }
      ... on BookingStateError { booking { id status } } } }`,
    { input: { bookingId } },
  )
  return cancelBooking
}

/** The seats of a show as one character each. */
export async function seatCodes(client: Client, show: SeededShow): Promise<string> {
  const { seatMap } = await client.query('query ($id: ID!) { seatMap(showId: $id) { seatCodes } }', { id: show.id })
  return seatMap.seatCodes
}
