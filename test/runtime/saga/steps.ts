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
  lettingGo,
  losing,
  ofKey,
  ofPayment,
  ofRefund,
  READ_PAYMENT,
  type Reach,
  UPDATE_PAYMENT,
  UPDATE_REFUND,
} from './reach.js'
import type { Money, Saga, Story } from './saga.js'
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
  /** Where the money stands at the kill. */
  readonly found: Money
  /** What makes the process run there, where it is not the request: it is what comes again, too. */
  go?(saga: Saga, url?: string): Promise<string>
  /** Whether the process is within a serializable transaction then: it has a few at once, and others wait for them. */
  readonly isTransacting?: boolean
  /** What the same request gets from another process, and how that ends. */
  readonly again: readonly [answer: string, end: End]
  /** Whether the same request comes when all has come to its end: earlier it might get what was true before. */
  readonly comesLate?: boolean
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

type Row = readonly [name: string, reach: Reach, found: Money, left: End, more?: Partial<Step>]
type Common = Pick<Step, 'story' | 'again'> & Partial<Step>

const toSteps = (common: Common, rows: readonly Row[], prefix = ''): Step[] =>
  rows.map(([name, reach, found, left, more]) => ({ ...common, name: prefix + name, reach, found, left, ...more }))

const isTransacting = true
const NOTHING: Money = ['', '']
const RESERVED: Money = ['AUTHORIZED', 'requires_capture']

/** From the request to the money: the same for a booking and for an exchange. */
const paying = ({
  unbegun,
  unasked,
  reserved,
  done,
}: Record<'unbegun' | 'unasked' | 'reserved' | 'done', End>): Row[] => [
  ['the key is claimed, and nothing else', before(LOCK_BOOKING), NOTHING, unbegun],
  ['the payment is begun, and not committed', beforeCommitOf(INSERT_PAYMENT), NOTHING, unbegun],
  ['INITIATED is written, and nothing asked', afterCommitOf(INSERT_PAYMENT), ['INITIATED', ''], unasked],
  ['reserved, and the answer on its way', asked('create'), ['INITIATED', 'requires_capture'], reserved],
  ['reserved, and not written', answeredBy('create', UPDATE_PAYMENT), ['INITIATED', 'requires_capture'], reserved],
  ['AUTHORIZED is written, and nothing confirmed', answeredBy('create', READ_PAYMENT), RESERVED, reserved],
  ['in the middle of the confirming transaction', before(BOOK_SEATS), RESERVED, reserved, { isTransacting }],
  [
    'confirmed, and no answer to COMMIT',
    afterCommitOf(BOOK_SEATS),
    ['CAPTURING', 'requires_capture'],
    done,
    { isTransacting },
  ],
  ['collected, and the answer on its way', asked('capture'), ['CAPTURING', 'succeeded'], done],
  ['collected, and not written', answeredBy('capture', UPDATE_PAYMENT), ['CAPTURING', 'succeeded'], done],
  ['all is done, and the buyer does not know', before(KEEP_ANSWER, ofKey), ['CAPTURED', 'succeeded'], done],
]

const LOST: Row[] = [
  ['nothing given up', losing(beforeCommitOf(UPDATE_PAYMENT)), RESERVED, 'lost', { again: ['SeatsLostError', 'lost'] }],
  [
    'VOIDING is written, and nothing asked',
    losing(afterCommitOf(UPDATE_PAYMENT)),
    ['VOIDING', 'requires_capture'],
    'lost',
  ],
  ['let go, and the answer on its way', losing(asked('cancel')), ['VOIDING', 'canceled'], 'lost'],
  ['let go, and not written', losing(answeredBy('cancel', UPDATE_PAYMENT)), ['VOIDING', 'canceled'], 'lost'],
]

const confirming: Group = {
  name: 'confirmBooking',
  steps: [
    ...toSteps(
      { story: CONFIRM, again: ['ConfirmBookingSuccess', 'confirmed'] },
      paying({ unbegun: 'held', unasked: 'heldAndGivenUp', reserved: 'confirmed', done: 'confirmed' }),
    ),
    ...toSteps({ story: CONFIRM, again: ['ConfirmBookingSuccess', 'confirmed'], leftSeconds: 0 }, [
      [
        'reserved, the answer on its way, and the event here before it',
        (saga, go) =>
          asked('create')(saga, go)
            .then(() => sendEvent(saga))
            .then(() => {}),
        ['INITIATED', 'requires_capture'],
        'confirmed',
      ],
    ]),
    ...toSteps({ story: DECLINED, again: ['PaymentDeclinedError', 'declined'] }, [
      ['declined, and the answer on its way', asked('create'), ['INITIATED', 'requires_payment_method'], 'declined'],
      [
        'declined, and not written',
        answeredBy('create', UPDATE_PAYMENT),
        ['INITIATED', 'requires_payment_method'],
        'declined',
      ],
    ]),
    ...toSteps({ story: SPLIT, again: ['ConfirmBookingSuccess', 'confirmedByTwo'] }, [
      [
        'of two parts: the second reserved, and the answer on its way',
        asked('create'),
        ['INITIATED', 'requires_capture'],
        'confirmedByTwo',
      ],
      [
        'of two parts: one collected, and the answer on its way',
        asked('capture'),
        ['CAPTURING', 'succeeded'],
        'confirmedByTwo',
      ],
    ]),
    ...toSteps({ story: CONFIRM, again: ['PaymentGivenUpError', 'lost'] }, LOST, 'the seats are lost: '),
  ],
}

const refused: Group = {
  name: 'confirmBooking, whose money the provider refuses to collect',
  steps: toSteps({ story: CONFIRM, again: ['PaymentCaptureError', 'undone'], comesLate: true }, [
    [
      'in the middle of the undoing transaction',
      lettingGo(before(FREE_SEATS)),
      ['CAPTURING', 'canceled'],
      'undone',
      { isTransacting },
    ],
    [
      'undone, and no answer to COMMIT',
      lettingGo(afterCommitOf(FREE_SEATS)),
      ['VOIDING', 'canceled'],
      'undone',
      { isTransacting },
    ],
  ]),
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
  ['in the middle of the transaction', before(FREE_SEATS), ['', '0 back'], undone, { isTransacting }],
  [
    'PENDING is written, no answer to COMMIT, and no job begun',
    afterCommitOf(FREE_SEATS),
    ['PENDING', '0 back'],
    done,
    { isTransacting },
  ],
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

const toApprove = answered(APPROVED_LATER, 'PaymentActionRequired')
const approvedUntold: Story = {
  ...toApprove,
  async before(saga) {
    await toApprove.before(saga)
    await approve(saga)
  },
}
const APPROVED: Money = ['ACTION_REQUIRED', 'requires_capture']

const actionRequired: Group = {
  name: 'a payment that its buyer has to approve',
  steps: [
    ...toSteps({ story: APPROVED_LATER, again: ['PaymentActionRequired', 'waiting'] }, [
      ['begun there, and the answer on its way', asked('create'), ['INITIATED', 'requires_action'], 'waiting'],
      [
        'begun there, and not written',
        answeredBy('create', UPDATE_PAYMENT),
        ['INITIATED', 'requires_action'],
        'waiting',
      ],
      [
        'ACTION_REQUIRED is written, and the buyer not told',
        answeredBy('create', READ_PAYMENT),
        ['ACTION_REQUIRED', 'requires_action'],
        'waiting',
      ],
    ]),
    // Stripe sends an event again that it gets no answer to.
    ...toSteps({ story: approvedUntold, go: sendEvent, again: ['200', 'confirmed'] }, [
      [
        'approved, and the event not committed',
        beforeCommitOf(INSERT_EVENT, ofPayment),
        APPROVED,
        'confirmed',
        { isTransacting },
      ],
      [
        'approved, the event taken, and no answer to COMMIT',
        afterCommitOf(INSERT_EVENT, ofPayment),
        APPROVED,
        'confirmed',
        { isTransacting, leftSeconds: 0 },
      ],
    ]),
    ...toSteps({ story: approved(APPROVED_LATER), leftSeconds: 0, again: ['ConfirmBookingSuccess', 'confirmed'] }, [
      ['approved, the event answered, and no job begun', async () => {}, APPROVED, 'confirmed'],
    ]),
  ],
}

/** What a job does for a payment that was approved. */
const ADVANCING: Row[] = [
  ['Stripe was asked, and nothing is written', before(UPDATE_PAYMENT, ofPayment), APPROVED, 'confirmed'],
  ['in the middle of the confirming transaction', before(BOOK_SEATS), RESERVED, 'confirmed', { isTransacting }],
  [
    'confirmed, and no answer to COMMIT',
    afterCommitOf(BOOK_SEATS),
    ['CAPTURING', 'requires_capture'],
    'confirmed',
    { isTransacting },
  ],
  ['collected, and the answer on its way', asked('capture'), ['CAPTURING', 'succeeded'], 'confirmed'],
  ['collected, and not written', answeredBy('capture', UPDATE_PAYMENT), ['CAPTURING', 'succeeded'], 'confirmed'],
]

const refundJob = (seats: number, end: End): Row[] => [
  ['the job is begun, and nothing asked', before(UPDATE_REFUND, ofRefund), ['PENDING', '0 back'], end],
  ['given back, and the answer on its way', asked('refund'), ['PENDING', `${seats} back`], end],
  ['given back, and not written', answeredBy('refund', UPDATE_REFUND), ['PENDING', `${seats} back`], end],
]

const jobs: Group = {
  name: 'the work of a job',
  isWork: true,
  steps: [
    ...toSteps(
      { story: approved(APPROVED_LATER), leftSeconds: 0, again: ['ConfirmBookingSuccess', 'confirmed'] },
      ADVANCING,
      'after an event: ',
    ),
    ...toSteps(
      {
        story: answered(CANCEL, 'CancelBookingSuccess'),
        leftSeconds: 0,
        again: ['CancelBookingSuccess', 'cancelled'],
      },
      refundJob(2, 'cancelled'),
      'the refund of a cancellation: ',
    ),
    ...toSteps(
      {
        story: answered(EXCHANGE_FOR_LESS, 'ExchangeBookingSuccess'),
        leftSeconds: 0,
        again: ['ExchangeBookingSuccess', 'exchangedForLess'],
      },
      refundJob(1, 'exchangedForLess'),
      'the refund of an exchange: ',
    ),
  ],
}

export const GROUPS: readonly Group[] = [
  confirming,
  refused,
  exchangingForMore,
  exchangingForLess,
  cancelling,
  actionRequired,
  jobs,
]
