import type { Viewer } from '../accessTokens.js'
import { viewerOf } from '../authorize.js'
import type { AccountServices } from '../session.js'
import { findAccount } from '../store.js'
import { askForAccountMail } from './accountMail.js'

export type RequestEmailVerificationOutcome =
  | { readonly __typename: 'RequestEmailVerificationSuccess'; readonly email: string }
  | { readonly __typename: 'NoEmailAddressError' | 'EmailAlreadyVerifiedError'; readonly message: string }

/** Has the viewer's address asked to be confirmed, by a mail. */
export async function requestEmailVerification(
  services: AccountServices & { readonly viewer: Viewer | null },
): Promise<RequestEmailVerificationOutcome> {
  const { accountId } = viewerOf(services)
  const { db, clock } = services
  const account = await findAccount(db, accountId)
  const email = account?.email ?? null
  if (email === null) return { __typename: 'NoEmailAddressError', message: 'This account has no email address.' }
  if (account!.emailVerifiedAt !== null) {
    return { __typename: 'EmailAlreadyVerifiedError', message: `${email} is confirmed already.` }
  }
  await askForAccountMail(db.prisma, { purpose: 'EMAIL_VERIFICATION', accountId }, clock.now())
  return { __typename: 'RequestEmailVerificationSuccess', email }
}
