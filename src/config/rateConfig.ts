import { type Values, wholeNumber } from './variables.js'

/** How often what may be done, and by whom it is counted. Of all numbers, 0 is for as often as one likes. */
export interface RateConfig {
  /** How many holds an account may make in a minute. */
  readonly holdsPerMinute: number
  /** After how many failures to sign in an address is banned. */
  readonly signInFailures: number
  readonly signInBanSeconds: number
  /** How many accounts, guests among them, an address may open in a minute. */
  readonly newAccountsPerMinute: number
  /** How many wrong codes an account may try in a minute. */
  readonly wrongCodesPerMinute: number
  /** How many requests an address may send in a minute. */
  readonly requestsPerMinute: number
  /** After how many bookings in a row that came to nothing an account waits behind the others. */
  readonly flagAfterBookings: number
  /** How many proxies stand before the server, and tell the address of the client. */
  readonly trustProxy: number
}

// A ban is kept by a timer, which cannot wait for a month.
const MAX_BAN_SECONDS = 86_400

export const rateVariables = {
  HOLDS_PER_MINUTE: wholeNumber(0, 10_000).default(3).describe('a number of holds from 0 to 10000'),
  SIGN_IN_FAILURES: wholeNumber(0, 10_000).default(10).describe('a number of failures from 0 to 10000'),
  SIGN_IN_BAN_SECONDS: wholeNumber(1, MAX_BAN_SECONDS)
    .default(900)
    .describe(`whole seconds from 1 to ${MAX_BAN_SECONDS}`),
  NEW_ACCOUNTS_PER_MINUTE: wholeNumber(0, 100_000).default(30).describe('a number of accounts from 0 to 100000'),
  WRONG_CODES_PER_MINUTE: wholeNumber(0, 10_000).default(10).describe('a number of codes from 0 to 10000'),
  REQUESTS_PER_MINUTE: wholeNumber(0, 10_000_000).default(0).describe('a number of requests from 0 to 10000000'),
  FLAG_AFTER_BOOKINGS: wholeNumber(0, 20).default(5).describe('a number of bookings from 0 to 20'),
  TRUST_PROXY: wholeNumber(0, 10).default(0).describe('a number of proxies from 0 to 10'),
}

export function toRateConfig(values: Values<typeof rateVariables>): RateConfig {
  return {
    holdsPerMinute: values.HOLDS_PER_MINUTE,
    signInFailures: values.SIGN_IN_FAILURES,
    signInBanSeconds: values.SIGN_IN_BAN_SECONDS,
    newAccountsPerMinute: values.NEW_ACCOUNTS_PER_MINUTE,
    wrongCodesPerMinute: values.WRONG_CODES_PER_MINUTE,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    flagAfterBookings: values.FLAG_AFTER_BOOKINGS,
    trustProxy: values.TRUST_PROXY,
  }
}
