import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { isCollected, publicStatus, refundedAmount } from './payment.js'

export const resolvers: Resolvers = {
  Booking: {
    payment: async ({ id }, _args, { loaders }) => (await loaders.payments.load(id)).find(isCollected) ?? null,
    payments: ({ id }, _args, { loaders }) => loaders.payments.load(id),
  },
  Payment: {
    id: ({ id }) => toGlobalId('Payment', id),
    status: (payment) => publicStatus(payment),
    amount: ({ amount, currency }) => toMoney({ minor: amount, currency }),
    actionUrl: ({ status, actionUrl }) => (status === 'ACTION_REQUIRED' ? actionUrl : null),
    refunded: (payment) => {
      const minor = refundedAmount(payment)
      return minor === 0 ? null : toMoney({ minor, currency: payment.currency })
    },
    refunds: ({ refunds, currency }) => refunds.map((refund) => ({ ...refund, currency })),
  },
  Refund: {
    id: ({ id }) => toGlobalId('Refund', id),
    amount: ({ amount, currency }) => toMoney({ minor: amount, currency }),
  },
}
