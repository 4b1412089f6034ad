import { limitNewAccounts, type NewAccountServices } from './limits/limitNewAccounts.js'
import type { RateLimited } from './limits/refusals.js'
import type { AccountServices } from './session.js'
import { type SignedIn, signInTo } from './sessions/signInTo.js'
import { insertGuest } from './store.js'

export type SignInAsGuestOutcome = (SignedIn & { readonly __typename: 'SignInAsGuestSuccess' }) | RateLimited

/** Makes an account that is known by its tokens alone. */
export async function signInAsGuest(services: AccountServices & NewAccountServices): Promise<SignInAsGuestOutcome> {
  const refusal = await limitNewAccounts(services)
  if (refusal !== null) return refusal
  // It has no password that could have changed.
  const signedIn = (await signInTo(services, await insertGuest(services.db)))!
  return { __typename: 'SignInAsGuestSuccess', ...signedIn }
}
