/** The environment of servers where few stand for many, so that nothing is too often. */
export const UNLIMITED = {
  HOLDS_PER_MINUTE: '0',
  SIGN_IN_FAILURES: '0',
  NEW_ACCOUNTS_PER_MINUTE: '0',
  WRONG_CODES_PER_MINUTE: '0',
  REQUESTS_PER_MINUTE: '0',
}
