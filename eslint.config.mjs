import graphql from '@graphql-eslint/eslint-plugin'
import { taggedDocuments } from './scripts/taggedDocuments.mjs'

// GraphQL alone: TypeScript stays with Biome. The schema is checked as clients see it, and each operation that is checked in.

/** What is a part or a value of something else, and no object of its own, has no id. */
const TYPES_WITHOUT_ID = [
  'Admission',
  'Availability',
  'BookingSeat',
  'BookingTransfer',
  'CancellationPolicy',
  'CancellationQuote',
  'CancellationTier',
  'Money',
  'PageInfo',
  'PaymentActionRequired',
  'PriceRange',
  'RefusedOperation',
  'SeatCode',
  'SeatLayout',
  'SeatLayoutRow',
  'SeatMap',
  'SeatMapChange',
  'SeatPlace',
  'SeatRow',
  'SeatState',
  'UnavailableSeat',
  'WaitingPlace',
  'WaitingRoom',
  'WaitingRoomLottery',
  'WaitingRoomNotRequired',
  'WebhookAttempt',
]

/** Where operations are. Those of test/clients/relay are for relay-compiler, which has names and directives of its own. */
const WITH_DOCUMENTS = ['README.md', 'docs/guides/*.md', 'test/clients/*.ts']

const rulesOf = (name) => graphql.configs[`flat/${name}`].rules

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema.graphql', documents: 'test/clients/documents.ts' } },
    },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: ['schema.graphql'],
    rules: {
      ...rulesOf('schema-recommended'),
      ...rulesOf('schema-relay'),
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: TYPES_WITHOUT_ID, suffixes: ['Connection', 'Edge', 'Error', 'Success'] } },
      ],
      // Lists are read forward alone, which the specification of connections allows.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // What is bounded, such as the seats of a booking, is a plain list.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
  { files: WITH_DOCUMENTS, processor: taggedDocuments },
  {
    files: WITH_DOCUMENTS.map((files) => `${files}/*.graphql`),
    rules: {
      ...rulesOf('operations-recommended'),
      // Each file is a client of its own.
      '@graphql-eslint/unique-operation-name': 'off',
    },
  },
]
