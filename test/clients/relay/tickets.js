// Read by relay-compiler alone, as compile.ts starts it: nothing imports this file.
import { graphql } from 'relay-runtime'

graphql`
  query ticketsShowsQuery($first: Int!) {
    shows(first: $first) {
      edges {
        node {
          id
          startsAt
          movie {
            id
            title
          }
          priceRange {
            min {
              amount
              currency
            }
          }
        }
      }
    }
  }
`

graphql`
  mutation ticketsSignInAsGuestMutation {
    signInAsGuest {
      __typename
      ... on SignInAsGuestSuccess {
        accessToken
        viewer {
          id
          isGuest
        }
      }
    }
  }
`

graphql`
  mutation ticketsHoldSeatsMutation($input: HoldSeatsInput!) {
    holdSeats(input: $input) {
      __typename
      ... on HoldSeatsSuccess {
        booking {
          id
          status
          total {
            amount
            currency
          }
          show {
            availability {
              held
            }
          }
        }
      }
      ... on UserError {
        message
      }
      ... on SeatsUnavailableError {
        seats {
          seatId
          status
        }
      }
    }
  }
`

graphql`
  query ticketsSeatLayoutQuery($showId: ID!) {
    seatLayout(showId: $showId) {
      rows {
        label
        seats {
          label
          x
          y
        }
      }
    }
  }
`

graphql`
  subscription ticketsSeatMapSubscription($showId: ID!, $after: String) {
    seatMapChanged(showId: $showId, after: $after) {
      kind
      cursor
      seats {
        seatId
        status
        version
      }
    }
  }
`

// @refetchable takes the Node interface and `node(id:)`; @connection takes edges, cursors and PageInfo.
graphql`
  fragment tickets_movie on Movie
  @refetchable(queryName: "ticketsMovieShowsQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
    title
    shows(first: $first, after: $after) @connection(key: "tickets_movie_shows") {
      edges {
        node {
          id
          startsAt
        }
      }
    }
  }
`

graphql`
  query ticketsMovieQuery($id: ID!) {
    movie(id: $id) {
      id
      ...tickets_movie
    }
  }
`

graphql`
  query ticketsNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Show {
        availability {
          held
        }
      }
      ... on ShowSeat {
        label
        status
      }
    }
  }
`
