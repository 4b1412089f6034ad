import type { Role } from '../../generated/graphql.js'

// Which roles an account has, and what they open.

/** What an account was appointed to, by somebody who runs the server. */
export interface Appointments {
  readonly isAdmin: boolean
  /** The theaters at which it works. */
  readonly theaterIds: readonly number[]
}

/** What every account is: that somebody is signed in tells it. */
const OF_EVERY_ACCOUNT: Role = 'CUSTOMER'

/** The roles of an account, the one of every account first. */
export function rolesOf({ isAdmin, theaterIds }: Appointments): Role[] {
  return [
    OF_EVERY_ACCOUNT,
    ...(theaterIds.length > 0 ? (['STAFF'] as const) : []),
    ...(isAdmin ? (['ADMIN'] as const) : []),
  ]
}

/** Whether it is enough to be signed in. */
export function isForEveryAccount(requires: readonly Role[]): boolean {
  return requires.includes(OF_EVERY_ACCOUNT)
}

/** Whether an account may do what the staff of a theater may: who works there, and admins. */
export function actsForTheater({ isAdmin, theaterIds }: Appointments, theaterId: number): boolean {
  return isAdmin || theaterIds.includes(theaterId)
}
