import { type AccountServices, type SignedIn, signInTo } from './session.js'
import { insertGuest } from './store.js'

export type SignInAsGuestOutcome = SignedIn & { readonly __typename: 'SignInAsGuestSuccess' }

/** Makes an account that is known by its token alone. */
export async function signInAsGuest(services: AccountServices): Promise<SignInAsGuestOutcome> {
  return { __typename: 'SignInAsGuestSuccess', ...(await signInTo(services, await insertGuest(services.db))) }
}
