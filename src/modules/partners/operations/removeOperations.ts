import type { RemoveOperationsInput } from '../../../generated/graphql.js'
import { badUserInput } from '../../../lib/errors.js'
import { uuidKeyOf } from '../../../lib/globalId.js'
import { partnerNotFound, type RemoveOperationsOutcome } from '../outcomes.js'
import { type PartnerServices, tellChange } from '../partnerServices.js'
import { findPartner } from '../store.js'
import { deleteOperations } from './operationStore.js'

const MAX_IDS = 2_000

/**
 * Takes operations away from a partner. Those that it does not have are none to take away.
 *
 * @throws BAD_USER_INPUT for more than 2000 ids.
 */
export async function removeOperations(
  services: PartnerServices,
  { partnerId, operationIds }: RemoveOperationsInput,
): Promise<RemoveOperationsOutcome> {
  if (operationIds.length > MAX_IDS) {
    throw badUserInput(`removeOperations takes at most ${MAX_IDS} ids, not ${operationIds.length}.`)
  }
  const id = uuidKeyOf('Partner', partnerId)
  const partner = id === null ? null : await findPartner(services.db, id)
  if (partner === null) return partnerNotFound
  // No id of ours has the character U+0000, and Postgres refuses to look for it.
  const ids = operationIds.filter((operationId) => !operationId.includes('\0'))
  const removedCount = await deleteOperations(services.db, partner.id, ids)
  tellChange(services)
  return { __typename: 'RemoveOperationsSuccess', partner, removedCount }
}
