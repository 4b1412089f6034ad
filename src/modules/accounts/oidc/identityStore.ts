import { type Database, isUniqueViolation, statement } from '../../../lib/db/index.js'

export interface NewIdentity {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  /** In lower case and verified; null where none is known. */
  readonly email: string | null
  readonly now: Date
}

const FIND_IDENTITY = statement(
  'accounts.findIdentity',
  'SELECT id FROM account WHERE oidc_issuer = $1 AND oidc_subject = $2',
)

/** The id of the account of somebody whom an outside issuer knows, null if there is none yet. */
export async function findIdentity(db: Database, issuer: string, subject: string): Promise<string | null> {
  const [account] = await db.run<{ id: string }>(FIND_IDENTITY, [issuer, subject])
  return account?.id ?? null
}

// An address that has an account is left to it, whoever verified it: else one could get at another's account by it.
const INSERT_IDENTITY = statement(
  'accounts.insertIdentity',
  `INSERT INTO account (oidc_issuer, oidc_subject, name, email, email_verified_at)
   SELECT $1, $2, $3, free.email, CASE WHEN free.email IS NOT NULL THEN $5::timestamptz END
   FROM (SELECT CASE WHEN NOT EXISTS (SELECT FROM account WHERE email = $4) THEN $4 END AS email) AS free
   ON CONFLICT (oidc_issuer, oidc_subject) DO NOTHING RETURNING id`,
)

/** Makes the account of somebody whom an outside issuer knows, once however many come at the same time, and gives its id. */
export async function insertIdentity(db: Database, identity: NewIdentity): Promise<string> {
  const { issuer, subject, name, email, now } = identity
  const values = [issuer, subject, name, email, now]
  const insert = () => db.run<{ id: string }>(INSERT_IDENTITY, values)
  const [account] = await insert().catch((error: unknown) => {
    // The address was free when it looked. Now it is not, and it sees that.
    if (isUniqueViolation(error)) return insert()
    throw error
  })
  return account?.id ?? (await findIdentity(db, issuer, subject))!
}
