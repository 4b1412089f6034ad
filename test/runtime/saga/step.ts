import {
  afterCommitOf,
  answered,
  asked,
  BOOK_SEATS,
  before,
  beforeCommitOf,
  INSERT_PAYMENT,
  KEEP_ANSWER,
  LOCK_BOOKING,
  ofBooking,
  ofKey,
  READ_BOOKING,
  type Reach,
  UPDATE_PAYMENT,
} from './reach.js'
import type { Money, Saga, Story } from './saga.js'
import type { ENDS } from './standing.js'

export type End = keyof typeof ENDS

/** A step at which a process is killed, and what becomes of it. */
export interface Step {
  readonly name: string
  readonly story: Story
  readonly reach: Reach
  /** Where the money stands at the kill. */
  readonly found: Money
  /** What makes the process go there: the request, if not told otherwise. */
  readonly sets?: (saga: Saga) => Promise<unknown>
  /** Whether the process is within a serializable transaction then: it has a few at once, and others wait for them. */
  readonly isTransacting?: boolean
  /** What comes again, to another process: the request, if not told otherwise. */
  readonly resend?: (saga: Saga, url: string) => Promise<string>
  /** What that is answered, and how it ends. */
  readonly again: readonly [answer: string, end: End]
  /** Whether it comes when all has come to its end: earlier it might get what was true before. */
  readonly comesLate?: boolean
  /** How it ends when nobody comes back. */
  readonly left: End
  /** How long nobody has touched its money when somebody has to look after it: a minute, if not told otherwise. */
  readonly leftSeconds?: number
}

/** The steps that a process is killed at, all at once. */
export interface Group {
  readonly name: string
  /** Whether the work is done by a worker, after the requests were answered. */
  readonly isWork?: boolean
  readonly steps: readonly Step[]
}

export type Row = readonly [name: string, reach: Reach, found: Money, left: End, more?: Partial<Step>]
type Common = Pick<Step, 'story' | 'again'> & Partial<Step>

/** Steps of one story as a table: the name, the place, where the money stands there, and how it ends when nobody comes back. */
export function toSteps(common: Common, rows: readonly Row[], prefix = ''): Step[] {
  return rows.map(([name, reach, found, left, more]) => ({
    ...common,
    name: prefix + name,
    reach,
    found,
    left,
    ...more,
  }))
}

export const transacting = { isTransacting: true }
/** Where nobody has to be missed, as a job is there already. */
export const atOnce = { leftSeconds: 0 }
/** What is reserved and covers its booking waits for no buyer. */
const soon = { leftSeconds: 11 }

const NOTHING: Money = ['', '']
const UNKNOWN: Money = ['INITIATED', 'requires_capture']
export const RESERVED: Money = ['AUTHORIZED', 'requires_capture']
export const DECIDED: Money = ['CAPTURING', 'requires_capture']
export const COLLECTED: Money = ['CAPTURING', 'succeeded']

type Ends = Readonly<Record<'unbegun' | 'unasked' | 'reserved' | 'done', End>>

/** From the request to the money: the same for a booking and for an exchange. */
export function paying({ unbegun, unasked, reserved, done }: Ends, patience: Partial<Step> = soon): Row[] {
  return [
    ['the key is claimed, and nothing else', before(LOCK_BOOKING), NOTHING, unbegun],
    ['the payment is begun, and not committed', beforeCommitOf(INSERT_PAYMENT), NOTHING, unbegun],
    ['INITIATED is written, and nothing asked', afterCommitOf(INSERT_PAYMENT), ['INITIATED', ''], unasked],
    ['reserved, and the answer on its way', asked('create'), UNKNOWN, reserved],
    ['reserved, and not written', answered('create', UPDATE_PAYMENT), UNKNOWN, reserved],
    [
      'AUTHORIZED is written, and nothing confirmed',
      answered('create', READ_BOOKING, ofBooking),
      RESERVED,
      reserved,
      patience,
    ],
    ['half-way through confirming', before(BOOK_SEATS), RESERVED, reserved, { ...transacting, ...patience }],
    ['confirmed, and no answer to COMMIT', afterCommitOf(BOOK_SEATS), DECIDED, done, { ...transacting, ...atOnce }],
    ['collected, and the answer on its way', asked('capture'), COLLECTED, done, atOnce],
    ['collected, and not written', answered('capture', UPDATE_PAYMENT), COLLECTED, done, atOnce],
    ['all is done, and the buyer not told', before(KEEP_ANSWER, ofKey), ['CAPTURED', 'succeeded'], done, atOnce],
  ]
}
