import type { RotatePartnerKeyInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { keyOf } from '../../../lib/globalId.js'
import { keyNotFound, type RotatePartnerKeyOutcome } from '../outcomes.js'
import { type PartnerServices, tellChange } from '../partnerServices.js'
import { lockPartner, type PartnerKey } from '../store.js'
import { invalidKey, refuseExpiry, refuseMoreKeys, writeKey } from './createPartnerKey.js'
import { findKey, isReplaced, setKeyExpiry } from './keyStore.js'
import { isActive } from './partnerKey.js'

const DEFAULT_OVERLAP_SECONDS = 86_400
const MAX_OVERLAP_SECONDS = 2_592_000

interface Rotation {
  readonly key: PartnerKey
  readonly overlapSeconds: number
  readonly expiresAt: Date | null
  readonly now: Date
}

/** Gives a key a successor with its scopes, and ends it a while later, so that its partner has time to change over. */
export async function rotatePartnerKey(
  services: PartnerServices,
  { keyId, expiresAt = null, ...input }: RotatePartnerKeyInput,
): Promise<RotatePartnerKeyOutcome> {
  const id = keyOf('PartnerKey', keyId)
  const found = id === null ? null : await findKey(services.db.prisma, id)
  if (found === null) return keyNotFound
  const overlapSeconds = input.overlapSeconds ?? DEFAULT_OVERLAP_SECONDS
  if (overlapSeconds < 0 || overlapSeconds > MAX_OVERLAP_SECONDS) {
    return invalidKey('overlapSeconds', `overlapSeconds is a whole number from 0 to ${MAX_OVERLAP_SECONDS}.`)
  }
  const outcome = await services.db.transactLocking(async (tx) => {
    await lockPartner(tx, found.partnerId)
    const key = (await findKey(tx, found.id))!
    return rotate(tx, { key, overlapSeconds, expiresAt, now: services.clock.now() })
  })
  tellChange(services)
  return outcome
}

async function rotate(tx: Transaction, rotation: Rotation): Promise<RotatePartnerKeyOutcome> {
  const { key, expiresAt, now } = rotation
  const { partnerId, scopes } = key
  const refusal =
    (await refuseEnded(tx, key, now)) ?? refuseExpiry(expiresAt, now) ?? (await refuseMoreKeys(tx, partnerId, now))
  if (refusal !== null) return refusal
  const made = await writeKey(tx, { partnerId, scopes, expiresAt, replacesId: key.id }, now)
  const replacedKey = await setKeyExpiry(tx, key.id, endOf(rotation))
  return { __typename: 'RotatePartnerKeySuccess', ...made, replacedKey }
}

async function refuseEnded(tx: Transaction, key: PartnerKey, now: Date): Promise<RotatePartnerKeyOutcome | null> {
  const why = !isActive(key, now)
    ? 'This key has ended'
    : (await isReplaced(tx, key.id))
      ? 'This key was rotated'
      : null
  if (why === null) return null
  return { __typename: 'PartnerKeyEndedError', message: `${why}: make a new one for its partner.`, key }
}

/** A key never lasts longer because it is rotated. */
function endOf({ key, overlapSeconds, now }: Rotation): Date {
  const end = new Date(now.getTime() + overlapSeconds * 1000)
  return key.expiresAt !== null && key.expiresAt < end ? key.expiresAt : end
}
