// The types of the schema that have an id and no connection, each fetched again by it. Read by relay-compiler alone: nothing imports this file.
import { graphql } from 'relay-runtime'

graphql`
  fragment nodes_booking on Booking @refetchable(queryName: "nodesBookingQuery") {
    status
  }
`

graphql`
  fragment nodes_city on City @refetchable(queryName: "nodesCityQuery") {
    name
  }
`

graphql`
  fragment nodes_payment on Payment @refetchable(queryName: "nodesPaymentQuery") {
    status
  }
`

graphql`
  fragment nodes_refund on Refund @refetchable(queryName: "nodesRefundQuery") {
    status
  }
`

graphql`
  fragment nodes_screen on Screen @refetchable(queryName: "nodesScreenQuery") {
    name
  }
`

graphql`
  fragment nodes_seatEvent on SeatEvent @refetchable(queryName: "nodesSeatEventQuery") {
    after
  }
`

graphql`
  fragment nodes_show on Show @refetchable(queryName: "nodesShowQuery") {
    status
  }
`

graphql`
  fragment nodes_showSeat on ShowSeat @refetchable(queryName: "nodesShowSeatQuery") {
    status
  }
`

graphql`
  fragment nodes_ticket on Ticket @refetchable(queryName: "nodesTicketQuery") {
    status
  }
`

graphql`
  fragment nodes_partner on Partner @refetchable(queryName: "nodesPartnerQuery") {
    name
  }
`

graphql`
  fragment nodes_partnerKey on PartnerKey @refetchable(queryName: "nodesPartnerKeyQuery") {
    prefix
  }
`

graphql`
  fragment nodes_partnerOperation on PartnerOperation @refetchable(queryName: "nodesPartnerOperationQuery") {
    name
  }
`

graphql`
  fragment nodes_seatAllocation on SeatAllocation @refetchable(queryName: "nodesSeatAllocationQuery") {
    until
  }
`

graphql`
  fragment nodes_webhookDelivery on WebhookDelivery @refetchable(queryName: "nodesWebhookDeliveryQuery") {
    eventId
  }
`
