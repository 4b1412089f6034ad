import type { Database } from '../../lib/db/index.js'
import type { AccessTokens } from './accessTokens.js'
import type { Account } from './store.js'

/** What the operations of this domain work with. */
export interface AccountServices {
  readonly db: Database
  readonly tokens: AccessTokens
}

/** An account with the token that speaks for it. */
export interface SignedIn {
  readonly accessToken: string
  readonly viewer: Account
}

export async function signInTo({ tokens }: AccountServices, account: Account): Promise<SignedIn> {
  return { accessToken: await tokens.issue(account.id), viewer: account }
}
