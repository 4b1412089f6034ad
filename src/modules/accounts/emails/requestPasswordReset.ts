import type { RequestPasswordResetInput } from '../../../generated/graphql.js'
import type { AccountServices } from '../session.js'
import { askForAccountMail } from './accountMail.js'
import { emailRules } from './emailRules.js'

export type RequestPasswordResetOutcome =
  | { readonly __typename: 'RequestPasswordResetSuccess'; readonly email: string }
  | { readonly __typename: 'InvalidEmailAddressError'; readonly message: string }

/**
 * Has somebody mailed what sets a new password. Whether the address has an account is not even looked up here, so that neither the
 * answer nor its time tells.
 */
export async function requestPasswordReset(
  { db, clock }: AccountServices,
  input: RequestPasswordResetInput,
): Promise<RequestPasswordResetOutcome> {
  const checked = emailRules.safeParse(input.email)
  if (!checked.success) return { __typename: 'InvalidEmailAddressError', message: checked.error.issues[0]!.message }
  const email = checked.data
  await askForAccountMail(db.prisma, { purpose: 'PASSWORD_RESET', email }, clock.now())
  return { __typename: 'RequestPasswordResetSuccess', email }
}
