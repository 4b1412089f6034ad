import { ConfigError, seconds, type Values, wholeNumber } from './variables.js'

/** How seats are sold. */
export interface SaleConfig {
  readonly holdSeconds: { readonly default: number; readonly min: number; readonly max: number }
  readonly maxSeatsPerBooking: number
  /** How many bookings that are PENDING an account may have at a show. */
  readonly maxHoldsPerShow: number
  /** How many holds may wait for their batch; who comes then is told that the server is busy. */
  readonly maxWaitingHolds: number
  /** How long a seat that was seen taken is refused without asking the database. 0 for not at all. */
  readonly lostSeatMs: number
}

export const saleVariables = {
  HOLD_SECONDS: seconds(600),
  HOLD_MIN_SECONDS: seconds(300),
  HOLD_MAX_SECONDS: seconds(900),
  MAX_SEATS_PER_BOOKING: wholeNumber(1, 20).default(10).describe('a number of seats from 1 to 20'),
  MAX_HOLDS_PER_SHOW: wholeNumber(1, 1_000).default(5).describe('a number of holds from 1 to 1000'),
  MAX_WAITING_HOLDS: wholeNumber(1, 1_000_000).default(1_000).describe('a number of holds from 1 to 1000000'),
  LOST_SEAT_MS: wholeNumber(0, 10_000).default(500).describe('a number of milliseconds from 0 to 10000'),
}

type SaleValues = Values<typeof saleVariables>

/** @throws {ConfigError} when a hold would be shorter or longer than it may be. */
export function toSaleConfig(values: SaleValues): SaleConfig {
  checkHolds(values)
  return {
    holdSeconds: { default: values.HOLD_SECONDS, min: values.HOLD_MIN_SECONDS, max: values.HOLD_MAX_SECONDS },
    maxSeatsPerBooking: values.MAX_SEATS_PER_BOOKING,
    maxHoldsPerShow: values.MAX_HOLDS_PER_SHOW,
    maxWaitingHolds: values.MAX_WAITING_HOLDS,
    lostSeatMs: values.LOST_SEAT_MS,
  }
}

function checkHolds({ HOLD_SECONDS, HOLD_MIN_SECONDS, HOLD_MAX_SECONDS }: SaleValues): void {
  if (HOLD_MIN_SECONDS > HOLD_MAX_SECONDS) {
    throw new ConfigError(
      `HOLD_MIN_SECONDS is ${HOLD_MIN_SECONDS}. Set it to at most HOLD_MAX_SECONDS, which is ${HOLD_MAX_SECONDS}.`,
    )
  }
  if (HOLD_SECONDS < HOLD_MIN_SECONDS || HOLD_SECONDS > HOLD_MAX_SECONDS) {
    throw new ConfigError(
      `HOLD_SECONDS is ${HOLD_SECONDS}. Set it from HOLD_MIN_SECONDS, which is ${HOLD_MIN_SECONDS}, to HOLD_MAX_SECONDS, which is ${HOLD_MAX_SECONDS}.`,
    )
  }
}
