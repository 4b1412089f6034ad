import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findCollected } from './store.js'

export { authorizePayment, beginPayment, type PaymentServices } from './authorizePayment.js'
export { refuseCardNumber } from './cardNumber.js'
export {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from './gateway.js'
export { ResilientGateway } from './gateways/resilientGateway.js'
export { decideSandboxAction, findSandboxAction, type SandboxAction } from './gateways/sandbox/sandboxActions.js'
export { SANDBOX_ACTIONS_PATH, SandboxGateway } from './gateways/sandbox/sandboxGateway.js'
export { BadSignatureError, readStripeEvent } from './gateways/stripe/readStripeEvent.js'
export { PAYMENT_RETURN_PATH, StripeGateway } from './gateways/stripe/stripeGateway.js'
export { createPaymentLoaders } from './loaders.js'
export type { CollectedPayment as Payment } from './payment.js'
export { capturePayment, claimPayment, insertFullRefund, settleRefund, voidPayment } from './settlePayment.js'
export { settleUnfinished } from './settleUnfinished.js'
export { getCollectedIn } from './store.js'
export { type GatewayEvent, takeEvent } from './takeEvent.js'

/** Payments: reserving, collecting and giving back the money of bookings through a provider. */
export const paymentsModule: SchemaModule = {
  resolvers,
  nodes: {
    Payment: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findCollected(db, viewer.accountId, key),
  },
}
