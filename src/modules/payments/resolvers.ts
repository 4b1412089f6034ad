import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import type { createPaymentLoaders } from './loaders.js'
import { isCollected, publicStatus, refundedAmount } from './payment.js'

export const resolvers: Resolvers = {
  Booking: {
    payment: async (booking, _args, { loaders }) => (await loadPayments(booking, loaders)).find(isCollected) ?? null,
    payments: (booking, _args, { loaders }) => loadPayments(booking, loaders),
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

/** The payments that the owner of a booking has made: what another one has paid before is theirs to see alone. */
async function loadPayments(
  { id, accountId }: { readonly id: string; readonly accountId: string },
  loaders: ReturnType<typeof createPaymentLoaders>,
) {
  return (await loaders.payments.load(id)).filter((payment) => payment.accountId === accountId)
}
