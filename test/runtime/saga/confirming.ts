import {
  afterCommitOf,
  answered,
  asked,
  before,
  beforeCommitOf,
  FREE_SEATS,
  type Reach,
  UPDATE_PAYMENT,
} from './reach.js'
import type { Money } from './saga.js'
import { atOnce, COLLECTED, type Group, paying, RESERVED, type Row, toSteps, transacting } from './step.js'
import { CONFIRM, DECLINED, SPLIT, sendEvent } from './stories.js'

const REFUSED: Money = ['INITIATED', 'requires_payment_method']
const LET_GO: Money = ['VOIDING', 'canceled']

/** The money is reserved just when the seats are lost. */
function losing(reach: Reach): Reach {
  return async (saga, set) => {
    const held = saga.hold('create')
    set()
    await held.arrived
    await saga.endHold()
    await saga.loseSeats(saga.show.seatIds)
    await reach(saga, held.release)
  }
}

/** The provider lets go of what it has reserved before it is collected, as when that was too long ago. */
function lettingGo(reach: Reach): Reach {
  return async (saga, set) => {
    const held = saga.hold('create')
    set()
    await held.arrived
    saga.site.stand.stripe.ledger.find(await saga.latest('payment'))!.status = 'canceled'
    await reach(saga, held.release)
  }
}

/** The event of Stripe is here before its answer. */
const outrun: Reach = async (saga, set) => {
  await asked('create')(saga, set)
  await sendEvent(saga)
}

const LOST: Row[] = [
  ['nothing given up', losing(beforeCommitOf(UPDATE_PAYMENT)), RESERVED, 'lost', { again: ['SeatsLostError', 'lost'] }],
  [
    'VOIDING is written, and nothing asked',
    losing(afterCommitOf(UPDATE_PAYMENT)),
    ['VOIDING', 'requires_capture'],
    'lost',
    atOnce,
  ],
  ['let go, and the answer on its way', losing(asked('cancel')), LET_GO, 'lost', atOnce],
  ['let go, and not written', losing(answered('cancel', UPDATE_PAYMENT)), LET_GO, 'lost', atOnce],
]

export const confirming: Group = {
  name: 'confirmBooking',
  steps: [
    ...toSteps({ story: CONFIRM, again: ['ConfirmBookingSuccess', 'confirmed'] }, [
      ...paying({ unbegun: 'held', unasked: 'heldAndGivenUp', reserved: 'confirmed', done: 'confirmed' }),
      [
        'reserved, the event taken, and the answer on its way',
        outrun,
        ['INITIATED', 'requires_capture'],
        'confirmed',
        atOnce,
      ],
    ]),
    ...toSteps({ story: DECLINED, again: ['PaymentDeclinedError', 'declined'] }, [
      ['declined, and the answer on its way', asked('create'), REFUSED, 'declined'],
      ['declined, and not written', answered('create', UPDATE_PAYMENT), REFUSED, 'declined'],
    ]),
    ...toSteps(
      { story: SPLIT, again: ['ConfirmBookingSuccess', 'confirmedByTwo'] },
      [
        [
          'the last reserved, and the answer on its way',
          asked('create'),
          ['INITIATED', 'requires_capture'],
          'confirmedByTwo',
        ],
        ['one collected, and the answer on its way', asked('capture'), COLLECTED, 'confirmedByTwo', atOnce],
      ],
      'of two parts: ',
    ),
    ...toSteps({ story: CONFIRM, again: ['HoldExpiredError', 'lost'] }, LOST, 'the seats are lost: '),
  ],
}

export const undoing: Group = {
  name: 'confirmBooking, whose money the provider refuses to collect',
  steps: toSteps({ story: CONFIRM, again: ['PaymentCaptureError', 'undone'], comesLate: true, ...transacting }, [
    ['half-way through undoing', lettingGo(before(FREE_SEATS)), ['CAPTURING', 'canceled'], 'undone', atOnce],
    ['undone, and no answer to COMMIT', lettingGo(afterCommitOf(FREE_SEATS)), LET_GO, 'undone', atOnce],
  ]),
}
