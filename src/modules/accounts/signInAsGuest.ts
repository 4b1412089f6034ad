import { limitNewAccounts, type NewAccountServices } from './limits/limitNewAccounts.js'
import type { RateLimited } from './limits/refusals.js'
import { type AccountServices, type SignedIn, signInTo } from './session.js'
import { insertGuest } from './store.js'

export type SignInAsGuestOutcome = (SignedIn & { readonly __typename: 'SignInAsGuestSuccess' }) | RateLimited

/** Makes an account that is known by its token alone. */
export async function signInAsGuest(services: AccountServices & NewAccountServices): Promise<SignInAsGuestOutcome> {
  const refusal = await limitNewAccounts(services)
  if (refusal !== null) return refusal
  return { __typename: 'SignInAsGuestSuccess', ...(await signInTo(services, await insertGuest(services.db))) }
}
