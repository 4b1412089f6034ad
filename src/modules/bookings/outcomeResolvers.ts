import type { Context } from '../../context.js'
import type { Resolvers } from '../../generated/graphql.js'
import { forbidden } from '../../lib/errors.js'
import { toMoney } from '../../lib/money.js'
import type { BookingRef, ShowRef } from './outcomes.js'
import type { Booking } from './store.js'

/** The booking of an answer, which is kept with its key alone unless it is at hand. */
const booking = {
  booking: ({ booking, bookingId }: BookingRef, _args: unknown, context: Context): Booking | Promise<Booking> =>
    booking ?? loadOwn(context, bookingId),
}

/** The show of an answer. */
export const show = {
  show: ({ showId }: ShowRef, _args: unknown, { loaders }: Context) => loaders.show.load(showId),
}

/** The last look whether a booking is the viewer's. */
async function loadOwn({ loaders, viewer }: Context, id: string): Promise<Booking> {
  const found = await loaders.booking.load(id)
  if (found.accountId !== viewer?.accountId) throw forbidden('The booking is not yours any more.')
  return found
}

/** What operations answer, as the schema tells it. */
export const outcomeResolvers = {
  HoldSeatsSuccess: booking,
  ExtendHoldSuccess: booking,
  ReleaseSeatsSuccess: booking,
  SwapSeatsSuccess: booking,
  ConfirmBookingSuccess: booking,
  PartialPaymentSuccess: { ...booking, open: ({ open }) => toMoney(open) },
  PaymentActionRequired: {
    ...booking,
    payment: async ({ bookingId, paymentId }, _args, { loaders }) =>
      (await loaders.payments.load(bookingId)).find(({ id }) => id === paymentId)!,
  },
  CancelBookingSuccess: { ...booking, refund: ({ refund }) => toMoney(refund) },
  CancelShowSuccess: show,
  CancellationQuote: {
    refund: ({ refund }) => toMoney(refund),
    retained: ({ retained }) => toMoney(retained),
    seatsGoBackOnSale: ({ isResold }) => isResold,
  },
  ExchangeBookingSuccess: {
    ...booking,
    charged: ({ charged }) => toMoney(charged),
    refund: ({ refund }) => toMoney(refund),
  },
  TransferBookingSuccess: booking,
  AcceptTransferSuccess: booking,
  WithdrawTransferSuccess: booking,
  BookingStateError: booking,
  HoldExpiredError: booking,
  HoldNotExtendableError: booking,
  SeatsLostError: booking,
  PaymentCaptureError: booking,
  ExchangeClosedError: booking,
  InvalidPaymentAmountError: { open: ({ open }) => toMoney(open) },
  PaymentRequiredError: { amount: ({ amount }) => toMoney(amount) },
  ShowClosedError: show,
} satisfies Resolvers
