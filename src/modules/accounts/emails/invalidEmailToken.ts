export interface InvalidEmailToken {
  readonly __typename: 'InvalidEmailTokenError'
  readonly message: string
}

export const INVALID_EMAIL_TOKEN: InvalidEmailToken = {
  __typename: 'InvalidEmailTokenError',
  message: 'That code is not one that is good: it was used, it has ended, or it never was one. Ask for another.',
}
