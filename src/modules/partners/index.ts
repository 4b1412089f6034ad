import { isUuid } from '../../lib/globalId.js'
import { isAdmin } from '../accounts/index.js'
import type { SchemaModule } from '../core/index.js'
import { findKey } from './keys/keyStore.js'
import { parseOperationKey } from './operations/operationNode.js'
import { findOperationRow } from './operations/operationStore.js'
import type { PartnerCaller, PartnerDirectory } from './partnerDirectory.js'
import { resolvers } from './resolvers.js'
import { findPartner } from './store.js'

export { createPartner } from './createPartner.js'
export { createPartnerKey } from './keys/createPartnerKey.js'
export { mayRun, scopeFor } from './keys/mayRun.js'
export { isActive, isPartnerKey, prefixOf } from './keys/partnerKey.js'
export { revokePartnerKey } from './keys/revokePartnerKey.js'
export { rotatePartnerKey } from './keys/rotatePartnerKey.js'
export { listAllKeys, listAllOperationsOf, listAllPartners } from './lists.js'
export { AutomaticOperations } from './operations/automaticOperations.js'
export { type BrokenOperation, findBrokenOperations } from './operations/brokenOperations.js'
export { readManifest } from './operations/manifest.js'
export { checkOperations, type OperationRules } from './operations/operationCheck.js'
export { readSchema } from './operations/operationSchema.js'
export { findOperationText, type OperationServices } from './operations/operationText.js'
export { registerOperations } from './operations/registerOperations.js'
export { removeOperations } from './operations/removeOperations.js'
export { type OperationParameters, requestedOperationId } from './operations/requestedOperation.js'
export type { RefusedOperation } from './outcomes.js'
export { type PartnerCaller, PartnerDirectory } from './partnerDirectory.js'
export {
  findPartner,
  findPartnerByName,
  lockPartner,
  type Partner,
  type PartnerKey,
  type PartnerOperation,
  type PartnerScope,
} from './store.js'
export { updatePartner } from './updatePartner.js'

interface WithDirectory {
  readonly partners: PartnerDirectory
}

/**
 * The partner whose key this is, of `Authorization: Bearer mq_live_…` or `x-api-key`. Null for one that is not good; what has changed is
 * seen within PARTNER_CACHE_SECONDS by every server.
 */
export async function identifyPartner({ partners }: WithDirectory, key: string): Promise<PartnerCaller | null> {
  return partners.identify(key)
}

/** The text that is registered under an id for this partner, null when there is none. */
export async function findOperation(
  { partners }: WithDirectory,
  partnerId: string,
  id: string,
): Promise<string | null> {
  return partners.findOperation(partnerId, id)
}

/** Partners: other companies that use the API, by keys and by operations registered before. As nodes they are for administrators. */
export const partnersModule: SchemaModule = {
  resolvers,
  nodes: {
    Partner: async (key, context) => (isUuid(key) && (await isAdmin(context)) ? findPartner(context.db, key) : null),
    PartnerOperation: async (key, context) => {
      const operation = parseOperationKey(key)
      return operation !== null && (await isAdmin(context)) ? findOperationRow(context.db, operation) : null
    },
    PartnerKey: async (key, context) => ((await isAdmin(context)) ? findKey(context.db.prisma, key) : null),
  },
}
