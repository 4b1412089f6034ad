import {
  afterCommitOf,
  answered as answeredBy,
  asked,
  BOOK_SEATS,
  before,
  beforeCommitOf,
  FREE_SEATS,
  INSERT_EVENT,
  INSERT_PAYMENT,
  KEEP_ANSWER,
  LOCK_BOOKING,
  losing,
  ofKey,
  ofPayment,
  ofRefund,
  READ_PAYMENT,
  type Reach,
  UPDATE_PAYMENT,
  UPDATE_REFUND,
} from './reach.js'
import type { Saga, Story } from './saga.js'
import type { ENDS } from './standing.js'
import {
  APPROVED_LATER,
  answered,
  approve,
  approved,
  CANCEL,
  CONFIRM,
  DECLINED,
  EXCHANGE_FOR_LESS,
  EXCHANGE_FOR_MORE,
  SPLIT,
  sendEvent,
} from './stories.js'

type End = keyof typeof ENDS

/** A step at which a process is killed, and what becomes of it. */
export interface Step {
  readonly name: string
  readonly story: Story
  readonly reach: Reach
  /** What makes the process run there, where it is not the request. */
  go?(saga: Saga): Promise<unknown>
  /** Whether the process is within a serializable transaction then: it has a few at once, and others wait for them. */
  readonly isTransacting?: boolean
  /** What the same request gets from another process, and how that ends. */
  readonly again: readonly [answer: string, end: End]
  /** How it ends when nobody comes back. */
  readonly left: End
  /** How long nobody has touched its payment before somebody looks after it: a minute, if not told otherwise. */
  readonly leftSeconds?: number
}

/** The steps that a process is killed at, all at once. */
export interface Group {
  readonly name: string
  /** Whether the work is done by a worker, after the requests were answered. */
  readonly isWork?: boolean
  readonly steps: readonly Step[]
}

type Row = readonly [name: string, reach: Reach, left: End, more?: Partial<Step>]
type Common = Omit<Step, 'name' | 'reach' | 'left'>

const toSteps = (common: Common, rows: readonly Row[]): Step[] =>
  rows.map(([name, reach, left, more]) => ({ ...common, name, reach, left, ...more }))

const isTransacting = true

/** From the request to the money: the same for a booking and for an exchange. */
const paying = (ends: Record<'unbegun' | 'unasked' | 'reserved' | 'done', End>): Row[] => [
  ['the key is claimed, and nothing else', before(LOCK_BOOKING), ends.unbegun],
  ['the payment is begun, and not committed', beforeCommitOf(INSERT_PAYMENT), ends.unbegun],
  ['INITIATED is written, and nothing asked', afterCommitOf(INSERT_PAYMENT), ends.unasked],
  ['the money is reserved, and the answer on its way', asked('create'), ends.reserved],
  ['the money is reserved, and nothing written', answeredBy('create', UPDATE_PAYMENT), ends.reserved],
  ['AUTHORIZED is written, and nothing confirmed', answeredBy('create', READ_PAYMENT), ends.reserved],
  ['in the middle of the confirming transaction', before(BOOK_SEATS), ends.reserved, { isTransacting }],
  ['the confirming transaction is committed, unheard', afterCommitOf(BOOK_SEATS), ends.done, { isTransacting }],
  ['the money is collected, and the answer on its way', asked('capture'), ends.done],
  ['the money is collected, and nothing written', answeredBy('capture', UPDATE_PAYMENT), ends.done],
  ['all is done, and the buyer does not know', before(KEEP_ANSWER, ofKey), ends.done],
]

const LOST: Row[] = [
  ['nothing given up', losing(beforeCommitOf(UPDATE_PAYMENT)), 'lost', { again: ['SeatsLostError', 'lost'] }],
  ['VOIDING is written, and nothing asked', losing(afterCommitOf(UPDATE_PAYMENT)), 'lost'],
  ['the money is let go, and the answer on its way', losing(asked('cancel')), 'lost'],
  ['the money is let go, and nothing written', losing(answeredBy('cancel', UPDATE_PAYMENT)), 'lost'],
]

const confirming: Group = {
  name: 'confirmBooking',
  steps: [
    ...toSteps(
      { story: CONFIRM, again: ['ConfirmBookingSuccess', 'confirmed'] },
      paying({ unbegun: 'held', unasked: 'heldAndGivenUp', reserved: 'confirmed', done: 'confirmed' }),
    ),
    ...toSteps({ story: DECLINED, again: ['PaymentDeclinedError', 'declined'] }, [
      ['declined, and the answer on its way', asked('create'), 'declined'],
      ['declined, and nothing written', answeredBy('create', UPDATE_PAYMENT), 'declined'],
    ]),
    ...toSteps({ story: SPLIT, again: ['ConfirmBookingSuccess', 'confirmedByTwo'] }, [
      ['the second part is reserved, and the answer on its way', asked('create'), 'confirmedByTwo'],
      ['one of two parts is collected, and the answer on its way', asked('capture'), 'confirmedByTwo'],
    ]),
    ...toSteps(
      { story: CONFIRM, again: ['PaymentGivenUpError', 'lost'] },
      LOST.map(([name, ...rest]) => [`the seats are lost: ${name}`, ...rest] as const),
    ),
  ],
}

/** Without the request nobody knows what the money was for: it has a quarter of an hour to come. */
const exchangingForMore: Group = {
  name: 'exchangeBooking with a difference to pay',
  steps: toSteps(
    { story: EXCHANGE_FOR_MORE, leftSeconds: 901, again: ['ExchangeBookingSuccess', 'exchangedForMore'] },
    paying({
      unbegun: 'confirmed',
      unasked: 'notExchangedAndGivenUp',
      reserved: 'notExchangedAndLetGo',
      done: 'exchangedForMore',
    }),
  ),
}

const refunding = (undone: End, done: End): Row[] => [
  ['in the middle of the transaction', before(FREE_SEATS), undone, { isTransacting }],
  ['PENDING is written, unheard, and no job begun', afterCommitOf(FREE_SEATS), done, { isTransacting }],
]

const exchangingForLess: Group = {
  name: 'exchangeBooking with a refund',
  steps: toSteps(
    { story: EXCHANGE_FOR_LESS, again: ['ExchangeBookingSuccess', 'exchangedForLess'] },
    refunding('confirmed', 'exchangedForLess'),
  ),
}

const cancelling: Group = {
  name: 'cancelBooking',
  steps: toSteps({ story: CANCEL, again: ['CancelBookingSuccess', 'cancelled'] }, refunding('confirmed', 'cancelled')),
}

/** Sends the event as Stripe does. An answer that does not come makes it send the event again. */
const go = sendEvent
const untold = answered(APPROVED_LATER, 'PaymentActionRequired')
const waiting: Story = {
  ...untold,
  async before(saga) {
    await untold.before(saga)
    await approve(saga)
  },
}

const actionRequired: Group = {
  name: 'a payment that its buyer has to approve',
  steps: [
    ...toSteps({ story: APPROVED_LATER, again: ['PaymentActionRequired', 'waiting'] }, [
      ['it is begun there, and the answer on its way', asked('create'), 'waiting'],
      ['it is begun there, and nothing written', answeredBy('create', UPDATE_PAYMENT), 'waiting'],
      ['ACTION_REQUIRED is written, and the buyer not told', answeredBy('create', READ_PAYMENT), 'waiting'],
    ]),
    ...toSteps({ story: waiting, go, again: ['ConfirmBookingSuccess', 'confirmed'] }, [
      ['approved, and the event in no commit', beforeCommitOf(INSERT_EVENT, ofPayment), 'confirmed', { isTransacting }],
      [
        'approved, and the event committed, unheard',
        afterCommitOf(INSERT_EVENT, ofPayment),
        'confirmed',
        { isTransacting },
      ],
      ['approved, the event answered, and no job begun', (saga) => sendEvent(saga).then(() => {}), 'confirmed'],
    ]),
  ],
}

/** What a job does for a payment that was approved. */
const advancing: Row[] = [
  ['it has asked, and nothing is written', before(UPDATE_PAYMENT, ofPayment), 'confirmed'],
  ['in the middle of the confirming transaction', before(BOOK_SEATS), 'confirmed', { isTransacting }],
  ['the confirming transaction is committed, unheard', afterCommitOf(BOOK_SEATS), 'confirmed', { isTransacting }],
  ['the money is collected, and the answer on its way', asked('capture'), 'confirmed'],
  ['the money is collected, and nothing written', answeredBy('capture', UPDATE_PAYMENT), 'confirmed'],
]

const refundJob = (what: string, end: End): Row[] => [
  [`${what}: the job is begun, and nothing asked`, before(UPDATE_REFUND, ofRefund), end],
  [`${what}: the money is given back, and the answer on its way`, asked('refund'), end],
  [`${what}: the money is given back, and nothing written`, answeredBy('refund', UPDATE_REFUND), end],
]

const jobs: Group = {
  name: 'a worker',
  isWork: true,
  steps: [
    ...toSteps(
      { story: approved(APPROVED_LATER), again: ['ConfirmBookingSuccess', 'confirmed'] },
      advancing.map(([name, ...rest]) => [`with an event: ${name}`, ...rest] as const),
    ),
    ...toSteps(
      { story: answered(CANCEL, 'CancelBookingSuccess'), again: ['CancelBookingSuccess', 'cancelled'] },
      refundJob('with the refund of a cancellation', 'cancelled'),
    ),
    ...toSteps(
      {
        story: answered(EXCHANGE_FOR_LESS, 'ExchangeBookingSuccess'),
        again: ['ExchangeBookingSuccess', 'exchangedForLess'],
      },
      refundJob('with the refund of an exchange', 'exchangedForLess'),
    ),
  ],
}

export const GROUPS: readonly Group[] = [
  confirming,
  exchangingForMore,
  exchangingForLess,
  cancelling,
  actionRequired,
  jobs,
]
