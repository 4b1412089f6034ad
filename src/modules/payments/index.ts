import { z } from 'zod'
import { isUuid } from '../../lib/globalId.js'
import type { SchemaModule } from '../core/index.js'
import { payRefund, recheckRefund } from './payRefund.js'
import { resolvers } from './resolvers.js'
import { findPaymentOf, findRefundOf } from './store.js'

export {
  type AuthorizedPayment,
  authorizePayment,
  beginPayment,
  type PaymentServices,
  refreshPayment,
} from './authorizePayment.js'
export { refuseCardNumber, refuseCardNumberInKey } from './cardNumber.js'
export {
  type AuthorizeRequest,
  type DeclineReason,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from './gateway.js'
export { ResilientGateway } from './gateways/resilientGateway.js'
export { decideSandboxAction, findSandboxAction, type SandboxAction } from './gateways/sandbox/sandboxActions.js'
export { SANDBOX_ACTIONS_PATH, SandboxGateway } from './gateways/sandbox/sandboxGateway.js'
export { openStripe } from './gateways/stripe/openStripe.js'
export { PAYMENT_RETURN_PATH } from './gateways/stripe/paymentIntent.js'
export { BadSignatureError, readStripeEvent } from './gateways/stripe/readStripeEvent.js'
export { createPaymentLoaders } from './loaders.js'
export { cover, isCollected, isReserved, type PaymentWithRefunds, refundedAmount } from './payment.js'
export { payRefund } from './payRefund.js'
export { refundPayments } from './refundPayments.js'
export { capturePayment, claimPayments, failPayment, giveUpPayment, voidPayment } from './settlePayment.js'
export {
  findPayment,
  getPayment,
  listPaymentsOf,
  listUnfinishedPayments,
  listUnfinishedRefunds,
  type Payment,
  type PublicRefund,
  type Refund,
  touchPayment,
} from './store.js'

export { type GatewayEvent, takeEvent } from './takeEvent.js'

const paying = z.object({ refundId: z.uuid() })

/** Payments: reserving, collecting and giving back the money of bookings through a provider. */
export const paymentsModule: SchemaModule = {
  resolvers,
  nodes: {
    Payment: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findPaymentOf(db, viewer.accountId, key),
    Refund: async (key, { db, viewer }) =>
      viewer === null || !isUuid(key) ? null : findRefundOf(db, viewer.accountId, key),
  },
  tasks: {
    payRefund: (payload, services) => payRefund(services, paying.parse(payload).refundId),
    recheckRefund: (payload, services) => recheckRefund(services, paying.parse(payload).refundId),
  },
}
