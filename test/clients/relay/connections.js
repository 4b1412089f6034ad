// Every connection of the schema, as a component of Relay would page through it. Read by relay-compiler alone: nothing imports this file.
import { graphql } from 'relay-runtime'

graphql`
  fragment connections_shows on Query
  @refetchable(queryName: "connectionsShowsQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, filter: { type: "ShowFilter" }) {
    shows(first: $first, after: $after, filter: $filter) @connection(key: "connections_shows") {
      edges {
        node {
          startsAt
        }
      }
    }
  }
`

graphql`
  fragment connections_movies on Query
  @refetchable(queryName: "connectionsMoviesQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, filter: { type: "MovieFilter" }) {
    movies(first: $first, after: $after, filter: $filter) @connection(key: "connections_movies") {
      edges {
        node {
          title
        }
      }
    }
  }
`

graphql`
  fragment connections_theaters on Query
  @refetchable(queryName: "connectionsTheatersQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, filter: { type: "TheaterFilter" }) {
    theaters(first: $first, after: $after, filter: $filter) @connection(key: "connections_theaters") {
      edges {
        node {
          name
        }
      }
    }
  }
`

graphql`
  fragment connections_seatHistory on Query
  @refetchable(queryName: "connectionsSeatHistoryQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, seatId: { type: "ID!" }) {
    seatHistory(seatId: $seatId, first: $first, after: $after) @connection(key: "connections_seatHistory") {
      edges {
        node {
          after
        }
      }
    }
  }
`

graphql`
  fragment connections_theater on Theater
  @refetchable(queryName: "connectionsTheaterQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    shows(first: $first, after: $after) @connection(key: "connections_theater_shows") {
      edges {
        node {
          startsAt
        }
      }
    }
  }
`

graphql`
  fragment connections_account on Account
  @refetchable(queryName: "connectionsAccountQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    bookings(first: $first, after: $after) @connection(key: "connections_account_bookings") {
      edges {
        node {
          status
        }
      }
    }
  }
`

graphql`
  fragment connections_partners on Query
  @refetchable(queryName: "connectionsPartnersQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    partners(first: $first, after: $after) @connection(key: "connections_partners") {
      edges {
        node {
          name
        }
      }
    }
  }
`

graphql`
  fragment connections_partnerKeys on Partner
  @refetchable(queryName: "connectionsPartnerKeysQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    keys(first: $first, after: $after) @connection(key: "connections_partnerKeys_keys") {
      edges {
        node {
          prefix
        }
      }
    }
  }
`

graphql`
  fragment connections_partnerOperations on Partner
  @refetchable(queryName: "connectionsPartnerOperationsQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    operations(first: $first, after: $after) @connection(key: "connections_partnerOperations_operations") {
      edges {
        node {
          operationId
        }
      }
    }
  }
`

graphql`
  fragment connections_allocations on Show
  @refetchable(queryName: "connectionsAllocationsQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    allocations(first: $first, after: $after) @connection(key: "connections_allocations_allocations") {
      edges {
        node {
          until
        }
      }
    }
  }
`

graphql`
  fragment connections_webhookDeliveries on WebhookEndpoint
  @refetchable(queryName: "connectionsWebhookDeliveriesQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    deliveries(first: $first, after: $after) @connection(key: "connections_webhookDeliveries_deliveries") {
      edges {
        node {
          status
        }
      }
    }
  }
`
