// Who may import whom. A request goes down through one folder: resolvers -> operations -> rules | store | events -> lib.
// It reads what `npm run lint` has compiled into .lint/, so that imports of types alone, which are gone by then, are free.

const MODULE = '^\\.lint/modules/([^/]+)/'
const GRAPHQL = '^node_modules/(graphql|@apollo/server|@graphql-tools|graphql-scalars|graphql-jit)(/|$)'
const PRISMA = '(^\\.lint/generated/prisma/|^node_modules/(@prisma|pg)(/|$))'
const STRIPE = '/stripe/(stripeGateway|stripeErrors)\\.js$|^node_modules/stripe(/|$)'

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'What imports in a circle cannot be understood alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'modules-through-their-index',
      comment: 'Another domain is reached through its index.ts alone.',
      severity: 'error',
      from: { path: MODULE },
      to: { path: MODULE, pathNot: ['^\\.lint/modules/$1/', '^\\.lint/modules/[^/]+/index\\.js$'] },
    },
    {
      name: 'outside-through-the-index',
      comment: 'What stands outside of the domains reaches them through their index.ts alone.',
      severity: 'error',
      from: { path: '^\\.lint/', pathNot: ['^\\.lint/modules/', '^\\.lint/generated/'] },
      to: { path: MODULE, pathNot: '/index\\.js$' },
    },
    {
      name: 'lib-knows-no-domain',
      severity: 'error',
      from: { path: '^\\.lint/lib/' },
      to: { path: '^\\.lint/', pathNot: ['^\\.lint/lib/', '^\\.lint/generated/prisma/'] },
    },
    {
      name: 'prisma-in-stores',
      comment: 'Only a store, what loads the seed, and lib/db know Prisma and SQL.',
      severity: 'error',
      from: {
        path: '^\\.lint/',
        pathNot: ['[sS]tore\\.js$', '^\\.lint/lib/db/', '^\\.lint/seed/', '^\\.lint/generated/', '^\\.lint/runtime/'],
      },
      to: { path: PRISMA },
    },
    {
      name: 'graphql-at-the-edge',
      comment:
        'Only resolvers, the schema, the transport, lib/errors, what measures documents and what checks the operations of partners know graphql.',
      severity: 'error',
      from: {
        path: '^\\.lint/',
        pathNot: [
          '/resolvers\\.js$',
          '/scalars\\.js$',
          '^\\.lint/(schema|guardFields|limitPages|server)\\.js$',
          '^\\.lint/transport/',
          '^\\.lint/lib/errors\\.js$',
          '^\\.lint/lib/documents/',
          '/partners/operations/(operationCheck|operationSchema|requiredRoles|(input|schema|type)Changes)\\.js$',
          '^\\.lint/generated/',
        ],
      },
      to: { path: GRAPHQL },
    },
    {
      name: 'operations-do-not-know-resolvers',
      severity: 'error',
      from: { path: MODULE, pathNot: '/index\\.js$' },
      to: { path: '/resolvers\\.js$' },
    },
    {
      name: 'modules-do-not-know-the-server',
      comment: 'A domain knows the context by its type alone.',
      severity: 'error',
      from: { path: MODULE },
      to: {
        path: '^\\.lint/(main|server|services|schema|context|config)\\.js$|^\\.lint/(config|transport|runtime|seed)/',
      },
    },
    {
      name: 'stripe-when-it-is-used',
      comment: 'The package of Stripe slows each start down: nobody imports it, or what does, but dynamically.',
      severity: 'error',
      from: { pathNot: STRIPE },
      to: { path: STRIPE, dynamic: false },
    },
    {
      name: 'rules-do-no-io',
      comment: 'What decides does not read or write.',
      severity: 'error',
      from: {
        path: '^\\.lint/modules/(pricing/.*|accounts/sessions/refreshToken|bookings/booking|bookings/refusals|bookings/holds/flagged/flagging|payments/payment|shows/show|seatmaps/seatMap|webhooks/(attemptRules|eventTypes|eventBody)|tickets/(ticket|localTime|printable|printedTicket)|waitingroom/(pace|lottery|liveRoom))\\.js$',
      },
      to: { path: '[sS]tore\\.js$|^\\.lint/lib/(db|redis)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
