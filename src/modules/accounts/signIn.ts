import type { SignInInput } from '../../generated/graphql.js'
import { limitSignIn, type SignInLimitServices } from './limits/limitSignIn.js'
import type { CaptchaRequired, RateLimited } from './limits/refusals.js'
import { verifyPassword } from './password.js'
import type { AccountServices } from './session.js'
import { type SignedIn, signInTo } from './sessions/signInTo.js'
import { findAccountByEmail } from './store.js'

export type SignInOutcome =
  | (SignedIn & { readonly __typename: 'SignInSuccess' })
  | { readonly __typename: 'InvalidCredentialsError'; readonly message: string }
  | RateLimited
  | CaptchaRequired

const REFUSAL = {
  __typename: 'InvalidCredentialsError',
  message: 'That email address and password do not fit together.',
} as const

/** Signs in by address and password. What was wrong of both is not told. */
export async function signIn(
  services: AccountServices & SignInLimitServices,
  input: SignInInput,
): Promise<SignInOutcome> {
  return limitSignIn(services, input, () => trySignIn(services, input))
}

async function trySignIn(services: AccountServices, { email, password }: SignInInput): Promise<SignInOutcome> {
  const account = await findAccountByEmail(services.db, email.trim().toLowerCase())
  const fits = await verifyPassword(password, account?.passwordHash)
  const signedIn = account !== null && fits ? await signInTo(services, account) : null
  return signedIn === null ? REFUSAL : { __typename: 'SignInSuccess', ...signedIn }
}
