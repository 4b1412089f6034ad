import type { VerifyEmailInput } from '../../../generated/graphql.js'
import { hashSecretToken } from '../../../lib/secretToken.js'
import type { AccountServices } from '../session.js'
import { deleteEmailTokens, takeEmailToken, verifyAddress } from './emailTokenStore.js'
import { INVALID_EMAIL_TOKEN, type InvalidEmailToken } from './invalidEmailToken.js'

export type VerifyEmailOutcome =
  | { readonly __typename: 'VerifyEmailSuccess'; readonly email: string }
  | InvalidEmailToken

const purpose = 'EMAIL_VERIFICATION'

/** Confirms that an address is its account's own, by what was mailed there. */
export async function verifyEmail(
  { db, clock }: AccountServices,
  input: VerifyEmailInput,
): Promise<VerifyEmailOutcome> {
  const hash = hashSecretToken(input.token)
  if (hash === null) return INVALID_EMAIL_TOKEN
  const now = clock.now()
  const email = await db.transactLocking(async (tx) => {
    const taken = await takeEmailToken(tx, { hash, purpose }, now)
    if (taken === null || !(await verifyAddress(tx, taken, now))) return null
    await deleteEmailTokens(tx, taken.accountId, purpose)
    return taken.email
  })
  return email === null ? INVALID_EMAIL_TOKEN : { __typename: 'VerifyEmailSuccess', email }
}
