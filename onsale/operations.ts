import { buildSchema, isObjectType, isUnionType } from 'graphql'

export interface Documents {
  readonly signIn: string
  readonly hold: string
  readonly confirm: string
  readonly watch: string
}

/** What buyers send to a server with this schema. */
export function writeDocuments(sdl: string): Documents {
  return {
    signIn: 'mutation { signInAsGuest { __typename ... on SignInAsGuestSuccess { accessToken } } }',
    hold: `mutation Hold($input: HoldSeatsInput!) {
      holdSeats(input: $input) {
        __typename
        ... on HoldSeatsSuccess { booking { id } }
        ... on SeatsUnavailableError { seats { seatId } }
        ${askWhenToReturn(sdl, 'HoldSeatsResult')}
      }
    }`,
    confirm: `mutation Confirm($input: ConfirmBookingInput!) {
      confirmBooking(input: $input) {
        __typename
        ... on ConfirmBookingSuccess { booking { id seats { seat { id } } } }
        ${askWhenToReturn(sdl, 'ConfirmBookingResult')}
      }
    }`,
    watch: `subscription Watch($showId: ID!, $after: String) {
      seatMapChanged(showId: $showId, after: $after) { kind cursor seats { seatId status version } }
    }`,
  }
}

/** Whichever refusals of a union say when to come back. */
function askWhenToReturn(sdl: string, union: string): string {
  const type = buildSchema(sdl).getType(union)
  if (!isUnionType(type)) throw new Error(`The schema has no union ${union}.`)
  return type
    .getTypes()
    .filter((member) => isObjectType(member) && 'retryAfterSeconds' in member.getFields())
    .map(({ name }) => `... on ${name} { retryAfterSeconds }`)
    .join('\n')
}
