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
          Account: '../modules/accounts/index.js#Account',
          City: '../modules/theaters/index.js#City',
          Theater: '../modules/theaters/index.js#Theater',
          Screen: '../modules/theaters/index.js#Screen',
          Movie: '../modules/catalog/index.js#Movie',
          Show: '../modules/shows/index.js#Show',
          SeatMap: '../modules/seatmaps/index.js#SeatMap',
          ShowSeat: '../modules/seatmaps/index.js#ShowSeat',
          Booking: '../modules/bookings/index.js#Booking',
          Payment: '../modules/payments/index.js#Payment',
        },
      },
    },
  },
}

export default config
