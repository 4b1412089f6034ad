import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import type { RefreshTokenState } from './refreshToken.js'

export interface NewSession {
  readonly id: string
  readonly accountId: string
  /** Null for an account without a password. */
  readonly passwordHash: string | null
  readonly now: Date
  readonly expiresAt: Date
  /** When its access token ends. */
  readonly accessUntil: Date
  /** The hash of its first refresh token. */
  readonly tokenHash: Uint8Array
}

// The lock makes it wait for a change of the password: it is then refused, or its session is there to be revoked.
const INSERT_SESSION = statement(
  'accounts.insertSession',
  `WITH signing_in AS (
     SELECT id FROM account WHERE id = $2 AND password_hash IS NOT DISTINCT FROM $3 FOR SHARE
   ), opened AS (
     INSERT INTO session (id, account_id, created_at, last_used_at, expires_at, access_until)
     SELECT $1, id, $4, $4, $5, $6 FROM signing_in RETURNING id
   )
   INSERT INTO refresh_token (hash, session_id, issued_at) SELECT $7, id, $4 FROM opened RETURNING session_id`,
)

/** Opens a session, unless the account has another password by now: then false. */
export async function insertSession(db: Database, session: NewSession): Promise<boolean> {
  const { id, accountId, passwordHash, now, expiresAt, accessUntil, tokenHash } = session
  const values = [id, accountId, passwordHash, now, expiresAt, accessUntil, tokenHash]
  return (await db.run(INSERT_SESSION, values)).length === 1
}

export interface FoundRefreshToken extends RefreshTokenState {
  readonly sessionId: string
  readonly accountId: string
}

/** A refresh token and its session, both locked; null if there is no such token. */
export async function lockRefreshToken(tx: Transaction, hash: Uint8Array): Promise<FoundRefreshToken | null> {
  const [found] = await tx.$queryRaw<Omit<FoundRefreshToken, 'isSuccessorUsed'>[]>`/* accounts.lockRefreshToken */
    SELECT session.id AS "sessionId", account_id AS "accountId", used_at AS "usedAt", expires_at AS "expiresAt",
      revoked_at AS "revokedAt"
    FROM refresh_token JOIN session ON session.id = session_id WHERE hash = ${hash} FOR UPDATE`
  if (found === undefined) return null
  // After the lock: who was waited for may have used a successor.
  return { ...found, isSuccessorUsed: found.usedAt !== null && (await isSuccessorUsed(tx, found.sessionId, hash)) }
}

async function isSuccessorUsed(tx: Transaction, sessionId: string, hash: Uint8Array): Promise<boolean> {
  const used = await tx.$queryRaw<unknown[]>`/* accounts.findUsedSuccessor */
    SELECT 1 FROM refresh_token WHERE session_id = ${sessionId}::uuid AND parent = ${hash} AND used_at IS NOT NULL LIMIT 1`
  return used.length > 0
}

export interface Rotation {
  readonly sessionId: string
  readonly usedHash: Uint8Array
  readonly newHash: Uint8Array
  readonly now: Date
  readonly expiresAt: Date
  readonly accessUntil: Date
}

/** Uses a refresh token up and gives the session another one. */
export async function rotate(tx: Transaction, rotation: Rotation): Promise<void> {
  const { sessionId, usedHash, newHash, now, expiresAt, accessUntil } = rotation
  await tx.$executeRaw`/* accounts.rotate */
    WITH used AS (
      UPDATE refresh_token SET used_at = coalesce(used_at, ${now}::timestamptz) WHERE hash = ${usedHash}
    ), refreshed AS (
      UPDATE session SET last_used_at = ${now}::timestamptz, expires_at = ${expiresAt}::timestamptz,
        access_until = greatest(access_until, ${accessUntil}::timestamptz)
      WHERE id = ${sessionId}::uuid
    )
    INSERT INTO refresh_token (hash, session_id, issued_at, parent)
    VALUES (${newHash}, ${sessionId}::uuid, ${now}::timestamptz, ${usedHash})`
}

/** A session that is over, until its access tokens are. */
export interface RevokedSession {
  readonly id: string
  readonly accessUntil: Date
}

/** Revokes a session; none if it is revoked already. */
export async function revokeSession(tx: Transaction, sessionId: string, now: Date): Promise<RevokedSession[]> {
  return tx.$queryRaw<RevokedSession[]>`/* accounts.revokeSession */
    UPDATE session SET revoked_at = ${now}::timestamptz WHERE id = ${sessionId}::uuid AND revoked_at IS NULL
    RETURNING id, access_until AS "accessUntil"`
}

export interface Revocation {
  readonly accountId: string
  /** A session that goes on, null for none. */
  readonly except: string | null
  readonly now: Date
}

/** Revokes the sessions of an account that are not over yet, and gives them. */
export async function revokeSessions(tx: Transaction, revocation: Revocation): Promise<RevokedSession[]> {
  const { accountId, except, now } = revocation
  return tx.$queryRaw<RevokedSession[]>`/* accounts.revokeSessions */
    UPDATE session SET revoked_at = ${now}::timestamptz
    WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL AND id IS DISTINCT FROM ${except}::uuid
      AND greatest(expires_at, access_until) > ${now}::timestamptz
    RETURNING id, access_until AS "accessUntil"`
}

const LIST_REVOKED = statement(
  'accounts.listRevoked',
  `SELECT id, access_until AS "accessUntil" FROM session WHERE revoked_at >= $1 AND access_until > $2`,
)

/** The sessions that were revoked since a time, and whose access tokens may not have ended yet. */
export async function listRevoked(db: Database, since: Date, now: Date): Promise<RevokedSession[]> {
  return db.run<RevokedSession>(LIST_REVOKED, [since, now])
}

const DELETE_SESSIONS = statement(
  'accounts.deleteSessions',
  `DELETE FROM session WHERE id IN (
     SELECT id FROM session WHERE access_until < $1 AND (expires_at < $1 OR revoked_at < $1) LIMIT $2 FOR UPDATE SKIP LOCKED
   ) RETURNING id`,
)

/** Forgets sessions that are over since before a time. Gives how many there were. */
export async function deleteSessions(db: Database, before: Date, limit: number): Promise<number> {
  return (await db.run(DELETE_SESSIONS, [before, limit])).length
}

const DELETE_REFRESH_TOKENS = statement(
  'accounts.deleteRefreshTokens',
  `DELETE FROM refresh_token WHERE hash IN (SELECT hash FROM refresh_token WHERE used_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING session_id`,
)

/** Forgets refresh tokens that were used before a time. Gives how many there were. */
export async function deleteRefreshTokens(db: Database, before: Date, limit: number): Promise<number> {
  return (await db.run(DELETE_REFRESH_TOKENS, [before, limit])).length
}
