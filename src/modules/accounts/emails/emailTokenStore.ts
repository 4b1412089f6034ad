import type { EmailTokenPurpose } from '../../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import type { AccountMailRecipient } from './accountMail.js'

/** Who is to be mailed. */
export interface Addressee {
  readonly accountId: string
  readonly email: string
}

/** Who has asked for a mail, locked; null where nobody is to get one: no such account, or nothing to prove. */
export async function lockAddressee(tx: Transaction, recipient: AccountMailRecipient): Promise<Addressee | null> {
  const accountId = recipient.purpose === 'EMAIL_VERIFICATION' ? recipient.accountId : null
  const email = recipient.purpose === 'PASSWORD_RESET' ? recipient.email : null
  const [addressee] = await tx.$queryRaw<Addressee[]>`/* accounts.lockAddressee */
    SELECT id AS "accountId", email FROM account
    WHERE password_hash IS NOT NULL AND (email = ${email} OR (id = ${accountId}::uuid AND email_verified_at IS NULL))
    FOR NO KEY UPDATE`
  return addressee ?? null
}

export interface NewEmailToken {
  readonly hash: Uint8Array<ArrayBuffer>
  readonly accountId: string
  readonly purpose: EmailTokenPurpose
  readonly email: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function countEmailTokens(
  tx: Transaction,
  { accountId, purpose }: Pick<NewEmailToken, 'accountId' | 'purpose'>,
  since: Date,
): Promise<number> {
  return tx.emailToken.count({ where: { accountId, purpose, createdAt: { gt: since } } })
}

export async function insertEmailToken(tx: Transaction, token: NewEmailToken): Promise<void> {
  await tx.emailToken.create({ data: token })
}

/** Forgets a token that reached nobody. */
export async function deleteEmailToken(db: Database, hash: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.prisma.emailToken.deleteMany({ where: { hash } })
}

/** Whether a token is there that has not ended. */
export async function isEmailTokenGood(
  db: Database,
  { hash, purpose }: Pick<NewEmailToken, 'hash' | 'purpose'>,
  now: Date,
): Promise<boolean> {
  return (await db.prisma.emailToken.count({ where: { hash, purpose, expiresAt: { gt: now } } })) === 1
}

/** Uses a token up: who it was for and where it went, null if it is none, or none any more. */
export async function takeEmailToken(
  tx: Transaction,
  { hash, purpose }: Pick<NewEmailToken, 'hash' | 'purpose'>,
  now: Date,
): Promise<Pick<NewEmailToken, 'accountId' | 'email'> | null> {
  const [taken] = await tx.$queryRaw<{ accountId: string; email: string }[]>`/* accounts.takeEmailToken */
    DELETE FROM email_token WHERE hash = ${hash} AND purpose = ${purpose}::email_token_purpose AND expires_at > ${now}::timestamptz
    RETURNING account_id AS "accountId", email`
  return taken ?? null
}

/** Forgets the tokens of an account that would do what is done now. */
export async function deleteEmailTokens(tx: Transaction, accountId: string, purpose: EmailTokenPurpose): Promise<void> {
  await tx.emailToken.deleteMany({ where: { accountId, purpose } })
}

/** Notes that an address is its account's own. False if the account has another one by now. */
export async function verifyAddress(
  tx: Transaction,
  { accountId, email }: Pick<NewEmailToken, 'accountId' | 'email'>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, email, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  })
  return count === 1 || (await tx.account.count({ where: { id: accountId, email } })) === 1
}

const DELETE_ENDED = statement(
  'accounts.deleteEndedEmailTokens',
  `DELETE FROM email_token WHERE hash IN (SELECT hash FROM email_token WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING hash`,
)

/** Forgets tokens that have ended before a time. Gives how many there were. */
export async function deleteEndedEmailTokens(db: Database, before: Date, limit: number): Promise<number> {
  return (await db.run(DELETE_ENDED, [before, limit])).length
}
