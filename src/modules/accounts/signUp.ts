import { z } from 'zod'
import type { SignUpInput } from '../../generated/graphql.js'
import { isUniqueViolation } from '../../lib/db/index.js'
import { askForAccountMail } from './emails/accountMail.js'
import { emailRules } from './emails/emailRules.js'
import { limitSignUp, type NewAccountServices } from './limits/limitNewAccounts.js'
import { noteSignedIn, type PasswordLimitServices } from './limits/limitPassword.js'
import type { CaptchaRequired, RateLimited } from './limits/refusals.js'
import { hashPassword, passwordRules } from './password.js'
import type { AccountServices } from './session.js'
import { type SignedIn, signInTo } from './sessions/signInTo.js'
import { type Account, insertAccount, type NewAccount } from './store.js'

const rules = z.object({
  name: z.string().trim().min(1, 'Tell your name.').max(100, 'A name has at most 100 characters.'),
  email: emailRules,
  password: passwordRules,
})

export type SignUpOutcome =
  | (SignedIn & { readonly __typename: 'SignUpSuccess' })
  | { readonly __typename: 'InvalidSignUpError'; readonly message: string; readonly field: string }
  | { readonly __typename: 'EmailTakenError'; readonly message: string }
  | RateLimited
  | CaptchaRequired

/** Opens an account with a password and signs it in. The address is asked to be confirmed, by a mail. */
export async function signUp(
  services: AccountServices & NewAccountServices & Pick<PasswordLimitServices, 'knownAddresses'>,
  input: SignUpInput,
): Promise<SignUpOutcome> {
  const checked = rules.safeParse(input)
  if (!checked.success) {
    const { message, path } = checked.error.issues[0]!
    return { __typename: 'InvalidSignUpError', message, field: String(path[0]) }
  }
  const { name, email, password } = checked.data
  const refusal = await limitSignUp(services, { token: input.captchaToken, purpose: `signUp ${email}` })
  if (refusal !== null) return refusal
  const account = await openAccount(services, { name, email, passwordHash: await hashPassword(password) })
  if (account === null) return { __typename: 'EmailTakenError', message: `${email} has an account already: sign in.` }
  // Nobody else knows a password of it yet by which it could have changed.
  const signedIn = (await signInTo(services, account))!
  noteSignedIn(services, email)
  return { __typename: 'SignUpSuccess', ...signedIn }
}

/** The new account, null if the address is taken. */
async function openAccount({ db, clock }: AccountServices, account: NewAccount): Promise<Account | null> {
  try {
    return await db.transactLocking(async (tx) => {
      const opened = await insertAccount(tx, account)
      await askForAccountMail(tx, { purpose: 'EMAIL_VERIFICATION', accountId: opened.id }, clock.now())
      return opened
    })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}
