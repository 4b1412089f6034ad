import type { AccountServices } from './session.js'
import { type SignedIn, signInTo } from './sessions/signInTo.js'
import { insertGuest } from './store.js'

export type SignInAsGuestOutcome = SignedIn & { readonly __typename: 'SignInAsGuestSuccess' }

/** Makes an account that is known by its tokens alone. */
export async function signInAsGuest(services: AccountServices): Promise<SignInAsGuestOutcome> {
  // It has no password that could have changed.
  const signedIn = (await signInTo(services, await insertGuest(services.db)))!
  return { __typename: 'SignInAsGuestSuccess', ...signedIn }
}
