/** The operations that each client sends: what an application that sells tickets begins with. */

export const SHOWS = /* GraphQL */ `query Shows($first: Int!, $after: String) {
  shows(first: $first, after: $after) {
    edges { cursor node { id startsAt movie { id title } priceRange { min { amount currency } } } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const SIGN_IN_AS_GUEST = /* GraphQL */ `mutation SignInAsGuest {
  signInAsGuest { __typename ... on SignInAsGuestSuccess { accessToken viewer { id isGuest } } }
}`

export const HOLD_SEATS = /* GraphQL */ `mutation HoldSeats($input: HoldSeatsInput!) {
  holdSeats(input: $input) {
    __typename
    ... on HoldSeatsSuccess { booking { id status total { amount currency } } }
    ... on UserError { message }
    ... on SeatsUnavailableError { seats { seatId status } }
  }
}`

export const SEAT_MAP_CHANGED = /* GraphQL */ `subscription SeatMapChanged($showId: ID!, $after: String) {
  seatMapChanged(showId: $showId, after: $after) { kind cursor seats { seatId status version } }
}`
