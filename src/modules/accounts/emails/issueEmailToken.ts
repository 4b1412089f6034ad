import type { Clock } from '../../../lib/clock.js'
import type { Database } from '../../../lib/db/index.js'
import { hashSecretToken, makeSecretToken } from '../../../lib/secretToken.js'
import type { AccountMailRecipient } from './accountMail.js'
import {
  type Addressee,
  countEmailTokens,
  deleteEmailToken,
  insertEmailToken,
  lockAddressee,
} from './emailTokenStore.js'

/** What a mail brings, and to whom. */
export interface IssuedEmailToken extends Addressee {
  readonly token: string
  readonly expiresAt: Date
}

const HOUR_MS = 3_600_000
/** Who asks for more is sent none: nobody's mailbox is to be filled by others. */
const MAX_AN_HOUR = 3

const LIFETIME_MS: Readonly<Record<AccountMailRecipient['purpose'], number>> = {
  EMAIL_VERIFICATION: 24 * HOUR_MS,
  PASSWORD_RESET: HOUR_MS,
}

/** How long what is mailed is good, in milliseconds. */
export function lifetimeOf({ purpose }: AccountMailRecipient): number {
  return LIFETIME_MS[purpose]
}

/** Makes a token to mail to somebody. Null if nobody is to get one. */
export async function issueEmailToken(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  recipient: AccountMailRecipient,
): Promise<IssuedEmailToken | null> {
  const { purpose } = recipient
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifetimeOf(recipient))
  const token = makeSecretToken()
  const addressee = await db.transactLocking(async (tx) => {
    const found = await lockAddressee(tx, recipient)
    if (found === null) return null
    const { accountId, email } = found
    const since = new Date(now.getTime() - HOUR_MS)
    if ((await countEmailTokens(tx, { accountId, purpose }, since)) >= MAX_AN_HOUR) return null
    await insertEmailToken(tx, { hash: hashSecretToken(token)!, accountId, purpose, email, createdAt: now, expiresAt })
    return found
  })
  return addressee === null ? null : { ...addressee, token, expiresAt }
}

/** Forgets a token that could not be mailed. */
export async function withdrawEmailToken(db: Database, token: string): Promise<void> {
  await deleteEmailToken(db, hashSecretToken(token)!)
}
