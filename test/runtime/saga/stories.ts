import { confirmBooking } from '../../kit/operations.js'
import type { Money, Saga, Story } from './saga.js'
import type { Standing } from './standing.js'

const card = (token: string) => ({ payment: { method: 'CARD', token } })
const nothing = async () => {}

async function confirm({ buyer, booking }: Saga, more: object = {}, expected = 'ConfirmBookingSuccess'): Promise<void> {
  const { __typename } = await confirmBooking(buyer, booking, more)
  if (__typename !== expected) throw new Error(`expected ${expected}, got ${__typename}`)
}

const both = (price: number) => 2 * price
/** The payments, but for some that were made before. */
const payments =
  (before: number) =>
  ({ ours, theirs }: Standing): Money => [ours.slice(before).join(), theirs.slice(before).join()]
const refunds = ({ refunds, seatsRefunded }: Standing): Money => [refunds.join(), `${seatsRefunded} back`]

export const CONFIRM: Story = {
  before: nothing,
  operation: 'confirmBooking',
  input: () => card('pm_card_visa'),
  amount: both,
  money: payments(0),
}

export const DECLINED: Story = { ...CONFIRM, input: () => card('pm_card_chargeDeclined') }

/** The buyer has to approve the payment at a page of the bank. */
export const APPROVED_LATER: Story = { ...CONFIRM, input: () => card('pm_card_authenticationRequired') }

/** All but the half and a cent is reserved by another payment. */
export const SPLIT: Story = {
  ...CONFIRM,
  before: (saga) => {
    const amount = ((saga.price - 1) / 100).toFixed(2)
    const payment = { method: 'CARD', token: 'pm_card_visa', amount }
    return confirm(saga, { payment }, 'PartialPaymentSuccess')
  },
  amount: (price) => price + 1,
  money: payments(1),
}

export const EXCHANGE_FOR_MORE: Story = {
  before: (saga) => confirm(saga),
  operation: 'exchangeBooking',
  input: ({ show }) => ({ seatIds: show.seatIds, ...card('pm_card_visa') }),
  amount: (price) => price,
  money: payments(1),
}

export const EXCHANGE_FOR_LESS: Story = {
  before: (saga) => confirm(saga),
  operation: 'exchangeBooking',
  input: ({ show }) => ({ seatIds: show.seatIds.slice(0, 1) }),
  amount: both,
  money: refunds,
}

export const CANCEL: Story = {
  before: (saga) => confirm(saga),
  operation: 'cancelBooking',
  input: () => ({}),
  amount: both,
  money: refunds,
}

/** A story whose request has been answered: what is left is the work of jobs. */
export function answered(story: Story, expected: string): Story {
  return {
    ...story,
    async before(saga) {
      await story.before(saga)
      const name = await saga.send(saga.site.url, story)
      if (name !== expected) throw new Error(`expected ${expected}, got ${name}`)
    },
  }
}

/** A story whose buyer has approved the payment, which Stripe has told us by its event. */
export function approved(story: Story): Story {
  const asked = answered(story, 'PaymentActionRequired')
  return {
    ...asked,
    async before(saga) {
      await asked.before(saga)
      await approve(saga)
      await sendEvent(saga)
    },
  }
}

/** Lets the buyer approve the payment at Stripe. */
export async function approve(saga: Saga): Promise<void> {
  saga.site.stand.stripe.decide(await saga.latest('payment'), true)
}

/** Has Stripe tell an API of the payment, and gives the status it gets: the event is the same one each time. */
export async function sendEvent(saga: Saga, url = saga.site.url): Promise<string> {
  const options = { key: await saga.latest('payment'), id: `evt_${saga.key}` }
  const webhook = url.replace('/graphql', '/webhooks/stripe')
  return String(await saga.site.stand.stripe.sendEvent(webhook, 'payment_intent.amount_capturable_updated', options))
}
