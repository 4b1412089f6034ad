import { TO_LOOK_AT } from './approving.js'
import {
  afterCommitOf,
  answered,
  asked,
  BOOK_SEATS,
  before,
  ofPayment,
  ofRefund,
  UPDATE_PAYMENT,
  UPDATE_REFUND,
} from './reach.js'
import {
  atOnce,
  COLLECTED,
  DECIDED,
  type End,
  type Group,
  RESERVED,
  type Row,
  type Step,
  toSteps,
  transacting,
} from './step.js'
import { APPROVED, APPROVED_AND_TOLD, CANCELLED, EXCHANGED_FOR_LESS, sendEvent } from './stories.js'

/** The event comes when the others are where they shall be. */
const later: Partial<Step> = { story: APPROVED, sets: sendEvent, ...transacting }

/** What a job does for a payment that was approved. */
const advancing: Row[] = [
  ['Stripe was asked, and nothing is written', before(UPDATE_PAYMENT, ofPayment), TO_LOOK_AT, 'confirmed'],
  ['half-way through confirming', before(BOOK_SEATS), RESERVED, 'confirmed', later],
  ['confirmed, and no answer to COMMIT', afterCommitOf(BOOK_SEATS), DECIDED, 'confirmed', later],
  ['collected, and the answer on its way', asked('capture'), COLLECTED, 'confirmed'],
  ['collected, and not written', answered('capture', UPDATE_PAYMENT), COLLECTED, 'confirmed'],
]

const refunding = (seats: number, end: End): Row[] => [
  ['the job is begun, and nothing asked', before(UPDATE_REFUND, ofRefund), ['PENDING', '0 back'], end],
  ['given back, and the answer on its way', asked('refund'), ['PENDING', `${seats} back`], end],
  ['given back, and not written', answered('refund', UPDATE_REFUND), ['PENDING', `${seats} back`], end],
]

const given = { sets: async () => {}, ...atOnce }

export const working: Group = {
  name: 'the work of a job',
  isWork: true,
  steps: [
    ...toSteps(
      { story: APPROVED_AND_TOLD, again: ['ConfirmBookingSuccess', 'confirmed'], ...given },
      advancing,
      'after an event: ',
    ),
    ...toSteps(
      { story: CANCELLED, again: ['CancelBookingSuccess', 'cancelled'], ...given },
      refunding(2, 'cancelled'),
      'the refund of a cancellation: ',
    ),
    ...toSteps(
      { story: EXCHANGED_FOR_LESS, again: ['ExchangeBookingSuccess', 'exchangedForLess'], ...given },
      refunding(1, 'exchangedForLess'),
      'the refund of an exchange: ',
    ),
  ],
}
