import type { CodegenConfig } from '@graphql-codegen/cli'

/** src/modules/<module>/schema.graphql -> schema.graphql, the contract, and the types that resolvers have to fit. */
const config: CodegenConfig = {
  schema: 'src/modules/*/schema.graphql',
  generates: {
    'schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'src/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../context.js#Context',
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: true },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        resolversNonOptionalTypename: { unionMember: true, interfaceImplementingType: true },
        makeResolverTypeCallable: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTime: 'Date',
          Date: 'string',
          TimeZone: 'string',
          Currency: 'string',
          Decimal: 'string',
        },
        mappers: {
          Account: '../modules/accounts/index.js#Account as AccountRow',
          City: '../modules/theaters/index.js#City as CityRow',
          Theater: '../modules/theaters/index.js#Theater as TheaterRow',
          Screen: '../modules/theaters/index.js#Screen as ScreenRow',
          Movie: '../modules/catalog/index.js#Movie as MovieRow',
          Show: '../modules/shows/index.js#Show as ShowRow',
          SeatMap: '../modules/seatmaps/index.js#SeatMap as SeatMapRow',
          ShowSeat: '../modules/seatmaps/index.js#ShowSeat as ShowSeatRow',
          SeatMapChange: '../modules/seatmaps/index.js#SeatMapChange as SeatMapChangeRow',
          SeatState: '../modules/seatmaps/index.js#SeatState as SeatStateRow',
          Booking: '../modules/bookings/index.js#Booking as BookingRow',
          Payment: '../modules/payments/index.js#Payment as PaymentRow',
          Ticket: '../modules/tickets/index.js#Ticket as TicketRow',
          TicketAlreadyUsedError: '../modules/tickets/index.js#UsedTicket',
          WrongShowError: '../modules/tickets/index.js#WrongShow',
          UnavailableSeat: '../modules/bookings/index.js#UnavailableSeat as UnavailableSeatRow',
          HoldSeatsSuccess: '../modules/bookings/index.js#BookingRef',
          ReleaseSeatsSuccess: '../modules/bookings/index.js#BookingRef',
          ConfirmBookingSuccess: '../modules/bookings/index.js#BookingRef',
          CancelBookingSuccess: '../modules/bookings/index.js#CancelledBooking',
          BookingStateError: '../modules/bookings/index.js#BookingError',
          HoldExpiredError: '../modules/bookings/index.js#BookingError',
          ShowClosedError: '../modules/bookings/index.js#ShowError',
          BookingSeat: '../modules/bookings/index.js#BookingSeat as BookingSeatRow',
        },
      },
    },
  },
}

export default config
