import type { RevokePartnerKeyInput } from '../../../generated/graphql.js'
import { keyOf } from '../../../lib/globalId.js'
import { keyNotFound, type RevokePartnerKeyOutcome } from '../outcomes.js'
import { type PartnerServices, tellChange } from '../partnerServices.js'
import { findKey, revokeKey } from './keyStore.js'

/** Ends a key for good; one that was revoked before stays so from then on. */
export async function revokePartnerKey(
  services: PartnerServices,
  { keyId }: RevokePartnerKeyInput,
): Promise<RevokePartnerKeyOutcome> {
  const { db, clock } = services
  const id = keyOf('PartnerKey', keyId)
  if (id === null) return keyNotFound
  await revokeKey(db, id, clock.now())
  tellChange(services)
  const key = await findKey(db.prisma, id)
  return key === null ? keyNotFound : { __typename: 'RevokePartnerKeySuccess', key }
}
