import {
  afterCommitOf,
  answered,
  asked,
  beforeCommitOf,
  INSERT_EVENT,
  ofPayment,
  READ_PAYMENT,
  UPDATE_PAYMENT,
} from './reach.js'
import type { Money } from './saga.js'
import { atOnce, type Group, toSteps, transacting } from './step.js'
import { APPROVED, APPROVED_AND_TOLD, APPROVED_LATER, sendEvent } from './stories.js'

const BEGUN: Money = ['INITIATED', 'requires_action']
export const TO_LOOK_AT: Money = ['ACTION_REQUIRED', 'requires_capture']

export const approving: Group = {
  name: 'a payment that its buyer has to approve',
  steps: [
    ...toSteps({ story: APPROVED_LATER, again: ['PaymentActionRequired', 'waiting'] }, [
      ['begun there, and the answer on its way', asked('create'), BEGUN, 'waiting'],
      ['begun there, and not written', answered('create', UPDATE_PAYMENT), BEGUN, 'waiting'],
      [
        'ACTION_REQUIRED is written, and the buyer not told',
        answered('create', READ_PAYMENT),
        ['ACTION_REQUIRED', 'requires_action'],
        'waiting',
      ],
    ]),
    // Stripe sends an event again that it gets no answer to. Where it does not, somebody asks after a minute.
    ...toSteps({ story: APPROVED, sets: sendEvent, resend: sendEvent, again: ['200', 'confirmed'], ...transacting }, [
      ['approved, and the event not committed', beforeCommitOf(INSERT_EVENT, ofPayment), TO_LOOK_AT, 'confirmed'],
      [
        'approved, the event taken, and no answer to COMMIT',
        afterCommitOf(INSERT_EVENT, ofPayment),
        TO_LOOK_AT,
        'confirmed',
        atOnce,
      ],
    ]),
    ...toSteps({ story: APPROVED_AND_TOLD, again: ['ConfirmBookingSuccess', 'confirmed'] }, [
      ['approved, the event answered, and no job begun', async () => {}, TO_LOOK_AT, 'confirmed', atOnce],
    ]),
  ],
}
