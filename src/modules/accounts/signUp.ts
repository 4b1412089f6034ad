import { z } from 'zod'
import type { SignUpInput } from '../../generated/graphql.js'
import { limitSignUp, type NewAccountServices } from './limits/limitNewAccounts.js'
import type { CaptchaRequired, RateLimited } from './limits/refusals.js'
import { hashPassword } from './password.js'
import { type AccountServices, type SignedIn, signInTo } from './session.js'
import { insertAccount } from './store.js'

const rules = z.object({
  name: z.string().trim().min(1, 'Tell your name.').max(100, 'A name has at most 100 characters.'),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('That is not an email address.')),
  password: z
    .string()
    .min(8, 'A password has at least 8 characters.')
    .max(128, 'A password has at most 128 characters.'),
})

export type SignUpOutcome =
  | (SignedIn & { readonly __typename: 'SignUpSuccess' })
  | { readonly __typename: 'InvalidSignUpError'; readonly message: string; readonly field: string }
  | { readonly __typename: 'EmailTakenError'; readonly message: string }
  | RateLimited
  | CaptchaRequired

/** Opens an account with a password and signs it in. */
export async function signUp(
  services: AccountServices & NewAccountServices,
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
  const account = await insertAccount(services.db, { name, email, passwordHash: await hashPassword(password) })
  if (account === null) return { __typename: 'EmailTakenError', message: `${email} has an account already: sign in.` }
  return { __typename: 'SignUpSuccess', ...(await signInTo(services, account)) }
}
