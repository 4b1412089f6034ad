import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { checkInTicket } from './checkInTicket.js'
import { bookingPdfUrl, ticketUrl } from './links.js'
import { toClaims } from './ticket.js'

export const resolvers: Resolvers = {
  Mutation: {
    checkInTicket: (_root, { input }, context) => checkInTicket(context, input),
  },
  Booking: {
    tickets: ({ id }, _args, { loaders }) => loaders.ticketsOfBooking.load(id),
    ticketsPdfUrl: async (booking, _args, context) => {
      const tickets = await context.loaders.ticketsOfBooking.load(booking.id)
      return tickets.length === 0 ? null : bookingPdfUrl(context, booking)
    },
  },
  Ticket: {
    id: ({ id }) => toGlobalId('Ticket', id),
    seat: async (ticket, _args, { loaders }) => (await loaders.showSeat.load(ticket))!,
    show: ({ showId }, _args, { loaders }) => loaders.show.load(showId),
    code: async (ticket, _args, { loaders, ticketKeys }) => {
      const [show, seat] = await Promise.all([loaders.show.load(ticket.showId), loaders.showSeat.load(ticket)])
      const { startsAt, endsAt } = show
      const { row, number } = seat!
      return ticketKeys.sign(toClaims({ ...ticket, startsAt, endsAt, row, number }))
    },
    qrSvgUrl: (ticket, _args, context) => ticketUrl(context, ticket, 'svg'),
    qrPngUrl: (ticket, _args, context) => ticketUrl(context, ticket, 'png'),
    pdfUrl: (ticket, _args, context) => ticketUrl(context, ticket, 'pdf'),
  },
  TicketAlreadyUsedError: {
    usedAt: ({ ticket }) => ticket.usedAt!,
    gate: ({ ticket }) => ticket.usedGate,
    theater: ({ theaterId }, _args, { loaders }) => loaders.theater.load(theaterId),
  },
  WrongShowError: { show: ({ showId }, _args, { loaders }) => loaders.show.load(showId) },
}
