import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findCollected } from './store.js'

export { authorizePayment, beginPayment, type PaymentServices } from './authorizePayment.js'
export {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from './gateway.js'
export { createPaymentLoaders } from './loaders.js'
export type { CollectedPayment as Payment } from './payment.js'
export { SandboxGateway } from './sandboxGateway.js'
export { capturePayment, claimPayment, insertFullRefund, settleRefund, voidPayment } from './settlePayment.js'
export { settleUnfinished } from './settleUnfinished.js'
export { getCollectedIn } from './store.js'

/** Payments: reserving, collecting and giving back the money of bookings through a provider. */
export const paymentsModule: SchemaModule = {
  resolvers,
  nodes: {
    Payment: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findCollected(db, viewer.accountId, key),
  },
}
