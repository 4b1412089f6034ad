import type { CreatePartnerKeyInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import { type CreatePartnerKeyOutcome, partnerNotFound } from '../outcomes.js'
import type { PartnerServices } from '../partnerServices.js'
import { lockPartner, type PartnerScope } from '../store.js'
import { countActiveKeys, insertKey } from './keyStore.js'
import { makeKey } from './partnerKey.js'

const MAX_KEYS = 20

/** What a key is made of, besides what is random. */
export interface KeyTerms {
  readonly partnerId: string
  readonly scopes: PartnerScope[]
  readonly expiresAt: Date | null
  readonly replacesId: string | null
}

type Refusal = CreatePartnerKeyOutcome & { __typename: 'InvalidPartnerKeyError' | 'PartnerKeyLimitError' }

/** Makes a key for a partner, which is told this once. */
export async function createPartnerKey(
  { db, clock }: PartnerServices,
  input: CreatePartnerKeyInput,
): Promise<CreatePartnerKeyOutcome> {
  const partnerId = uuidKeyOf('Partner', input.partnerId)
  if (partnerId === null) return partnerNotFound
  const scopes = [...new Set(input.scopes)]
  if (scopes.length === 0) return invalidKey('scopes', 'A key has at least one scope.')
  const expiresAt = input.expiresAt ?? null
  return db.transactLocking(async (tx): Promise<CreatePartnerKeyOutcome> => {
    if (!(await lockPartner(tx, partnerId))) return partnerNotFound
    const now = clock.now()
    const refusal = refuseExpiry(expiresAt, now) ?? (await refuseMoreKeys(tx, partnerId, now))
    if (refusal !== null) return refusal
    const made = await writeKey(tx, { partnerId, scopes, expiresAt, replacesId: null }, now)
    return { __typename: 'CreatePartnerKeySuccess', ...made }
  })
}

/** Writes a new key, in a transaction that has locked its partner. */
export async function writeKey(tx: Transaction, terms: KeyTerms, createdAt: Date) {
  const { key: secret, id, keyHash } = makeKey()
  return { secret, key: await insertKey(tx, { ...terms, id, keyHash, createdAt }) }
}

/** Why a key cannot end then, null when it can. */
export function refuseExpiry(expiresAt: Date | null, now: Date): Refusal | null {
  return expiresAt === null || expiresAt > now ? null : invalidKey('expiresAt', 'A key ends in the future.')
}

/** Why a partner cannot have one more key, null when it can. */
export async function refuseMoreKeys(tx: Transaction, partnerId: string, now: Date): Promise<Refusal | null> {
  if ((await countActiveKeys(tx, partnerId, now)) < MAX_KEYS) return null
  const message = `This partner has ${MAX_KEYS} keys that are good: revoke one that is not used.`
  return { __typename: 'PartnerKeyLimitError', message, limit: MAX_KEYS }
}

export function invalidKey(field: string, message: string): Refusal & { __typename: 'InvalidPartnerKeyError' } {
  return { __typename: 'InvalidPartnerKeyError', field, message }
}
