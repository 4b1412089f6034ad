import { type Database, isUniqueViolation, statement, type Transaction } from '../../../lib/db/index.js'

export interface NewIdentity {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  /** In lower case and verified; null where none is known. */
  readonly email: string | null
  readonly now: Date
}

/** The account of somebody whom an outside issuer knows. */
export interface FoundIdentity {
  readonly id: string
  /** Tokens that were issued until then are refused; null for none. */
  readonly signedOutAt: Date | null
}

const FIND_IDENTITY = statement(
  'accounts.findIdentity',
  'SELECT id, signed_out_at AS "signedOutAt" FROM account WHERE oidc_issuer = $1 AND oidc_subject = $2',
)

/** The account of somebody whom an outside issuer knows, null if there is none yet. */
export async function findIdentity(db: Database, issuer: string, subject: string): Promise<FoundIdentity | null> {
  const [account] = await db.run<FoundIdentity>(FIND_IDENTITY, [issuer, subject])
  return account ?? null
}

// An address that has an account is left to it, whoever verified it: else one could get at another's account by it.
const INSERT_IDENTITY = statement(
  'accounts.insertIdentity',
  `INSERT INTO account (oidc_issuer, oidc_subject, name, email, email_verified_at)
   SELECT $1, $2, $3, free.email, CASE WHEN free.email IS NOT NULL THEN $5::timestamptz END
   FROM (SELECT CASE WHEN NOT EXISTS (SELECT FROM account WHERE email = $4) THEN $4 END AS email) AS free
   ON CONFLICT (oidc_issuer, oidc_subject) DO NOTHING RETURNING id, signed_out_at AS "signedOutAt"`,
)

/** Makes the account of somebody whom an outside issuer knows, once however many come at the same time, and gives it. */
export async function insertIdentity(db: Database, identity: NewIdentity): Promise<FoundIdentity> {
  const { issuer, subject, name, email, now } = identity
  const values = [issuer, subject, name, email, now]
  const insert = () => db.run<FoundIdentity>(INSERT_IDENTITY, values)
  const [account] = await insert().catch((error: unknown) => {
    // The address was free when it looked. Now it is not, and it sees that.
    if (isUniqueViolation(error)) return insert()
    throw error
  })
  return account ?? (await findIdentity(db, issuer, subject))!
}

const FIND_OUTSIDE_ACCOUNT = statement(
  'accounts.findOutsideAccount',
  'SELECT id, signed_out_at AS "signedOutAt" FROM account WHERE id = $1 AND oidc_subject IS NOT NULL',
)

/** The account of an id, if an outside issuer knows it; null for all others. */
export async function findOutsideAccount(db: Database, accountId: string): Promise<FoundIdentity | null> {
  const [account] = await db.run<FoundIdentity>(FIND_OUTSIDE_ACCOUNT, [accountId])
  return account ?? null
}

/** An account whose tokens of an outside issuer are refused, if they were issued until a time. */
export interface SignedOutAccount {
  readonly id: string
  readonly signedOutAt: Date
}

/** Refuses the tokens of an account that its outside issuer has issued until a time. Of two such times the later one holds. */
export async function signOutIdentity(tx: Transaction, accountId: string, until: Date): Promise<SignedOutAccount[]> {
  return tx.$queryRaw<SignedOutAccount[]>`/* accounts.signOutIdentity */
    UPDATE account SET signed_out_at = greatest(signed_out_at, ${until}::timestamptz)
    WHERE id = ${accountId}::uuid AND oidc_subject IS NOT NULL RETURNING id, signed_out_at AS "signedOutAt"`
}

const LIST_SIGNED_OUT = statement(
  'accounts.listSignedOut',
  'SELECT id, signed_out_at AS "signedOutAt" FROM account WHERE signed_out_at >= $1',
)

/** The accounts that were signed out so since a time. */
export async function listSignedOut(db: Database, since: Date): Promise<SignedOutAccount[]> {
  return db.run<SignedOutAccount>(LIST_SIGNED_OUT, [since])
}
