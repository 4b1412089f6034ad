import { afterCommitOf, asked, before, FREE_SEATS, type Reach } from './reach.js'
import { atOnce, type End, type Group, paying, type Row, toSteps, transacting } from './step.js'
import { CANCEL, EXCHANGE_FOR_LESS, EXCHANGE_FOR_MORE } from './stories.js'

/** Whoever pays for an exchange has a quarter of an hour to go on with it. */
const patience = { leftSeconds: 901 }
/** What is reserved waits for nobody. */
const soon = { leftSeconds: 61 }

/** The money is reserved, and somebody else has the seats by then. */
const outpaced: Reach = async (saga, set) => {
  await asked('create')(saga, set)
  await saga.loseSeats(saga.show.seatIds.slice(2))
}

export const exchangingForMore: Group = {
  name: 'exchangeBooking with a difference to pay',
  steps: [
    ...toSteps(
      { story: EXCHANGE_FOR_MORE, again: ['ExchangeBookingSuccess', 'exchangedForMore'], ...patience },
      paying(
        {
          unbegun: 'confirmed',
          unasked: 'notExchangedAndGivenUp',
          reserved: 'exchangedForMore',
          done: 'exchangedForMore',
        },
        soon,
      ),
    ),
    ...toSteps({ story: EXCHANGE_FOR_MORE, again: ['SeatsUnavailableError', 'notExchangedAndLetGo'], ...patience }, [
      [
        'reserved, and somebody else has the seats',
        outpaced,
        ['INITIATED', 'requires_capture'],
        'notExchangedAndLetGo',
      ],
    ]),
  ],
}

const refunding = (undone: End, done: End): Row[] => [
  ['half-way through', before(FREE_SEATS), ['', '0 back'], undone, atOnce],
  [
    'PENDING is written, no answer to COMMIT, and no job begun',
    afterCommitOf(FREE_SEATS),
    ['PENDING', '0 back'],
    done,
    atOnce,
  ],
]

export const exchangingForLess: Group = {
  name: 'exchangeBooking with a refund',
  steps: toSteps(
    { story: EXCHANGE_FOR_LESS, again: ['ExchangeBookingSuccess', 'exchangedForLess'], ...transacting },
    refunding('confirmed', 'exchangedForLess'),
  ),
}

export const cancelling: Group = {
  name: 'cancelBooking',
  steps: toSteps(
    { story: CANCEL, again: ['CancelBookingSuccess', 'cancelled'], ...transacting },
    refunding('confirmed', 'cancelled'),
  ),
}
