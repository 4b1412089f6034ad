import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { publicStatus, refundedAmount } from './payment.js'

export const resolvers: Resolvers = {
  Booking: {
    payment: ({ id }, _args, { loaders }) => loaders.collectedPayment.load(id),
  },
  Payment: {
    id: ({ id }) => toGlobalId('Payment', id),
    status: (payment) => publicStatus(payment),
    amount: ({ amount, currency }) => toMoney({ minor: amount, currency }),
    refunded: (payment) => {
      const minor = refundedAmount(payment)
      return minor === 0 ? null : toMoney({ minor, currency: payment.currency })
    },
  },
}
