import { randomUUID } from 'node:crypto'
import { keyOf } from '../../src/lib/globalId.js'
import { postJson } from './load.js'
import { seatIdOf, showIdOf, type Wish } from './shows.js'

/** A guest who is signed in at our server. */
export interface Buyer {
  readonly accountId: string
  readonly token: string
}

const SIGN_IN = 'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken viewer { id } } } }'
const HOLD = `mutation Hold($input: HoldSeatsInput!) {
  holdSeats(input: $input) { __typename
    ... on HoldSeatsSuccess { booking { id expiresAt } }
    ... on ServerBusyError { retryAfterSeconds } }
}`
/** The naive server is never busy. */
const HOLD_AT_NAIVE = `mutation Hold($input: HoldSeatsInput!) {
  holdSeats(input: $input) { __typename ... on HoldSeatsSuccess { booking { id expiresAt } } }
}`

/** Signs guests in at our server on that port. */
export async function signInBuyers(port: number, count: number): Promise<Buyer[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: SIGN_IN }),
      })
      const { data } = (await response.json()) as {
        data: { signInAsGuest: { accessToken: string; viewer: { id: string } } }
      }
      const { accessToken, viewer } = data.signInAsGuest
      return { token: accessToken, accountId: keyOf('Account', viewer.id)! }
    }),
  )
}

/** A request to hold these seats at our server. */
export function holdAtMarquee({ token }: Buyer, { show, seatKeys }: Wish): Buffer {
  const input = {
    showId: showIdOf(show),
    seatIds: seatKeys.map((seat) => seatIdOf(show, seat)),
    idempotencyKey: randomUUID(),
  }
  return postJson('/graphql', { query: HOLD, variables: { input } }, token)
}

/** The same request to a server that takes the keys of the tables as ids. */
export function holdAtNaive({ token }: Buyer, { show, seatKeys }: Wish): Buffer {
  const input = { showId: show.key, seatIds: seatKeys }
  return postJson('/graphql', { query: HOLD_AT_NAIVE, variables: { input } }, token)
}

/** The same wish for the bare handler. */
export function holdAtBare({ accountId }: Buyer, { show, seatKeys }: Wish): Buffer {
  return postJson('/', { accountId, showId: show.key, seatIds: seatKeys, idempotencyKey: randomUUID() })
}

export function isHeld({ body }: { body: string }): boolean {
  return body.includes('"HoldSeatsSuccess"')
}

/** In how many seconds to come back, by an answer that the server is busy; null for any other. */
export function readRetryAfter({ body }: { body: string }): number | null {
  const seconds = body.includes('"ServerBusyError"') ? /"retryAfterSeconds":(\d+)/.exec(body)?.[1] : undefined
  return seconds === undefined ? null : Number(seconds)
}
