import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId, uuidKeyOf } from '../../lib/globalId.js'
import { createPartner } from './createPartner.js'
import { createPartnerKey } from './keys/createPartnerKey.js'
import { isActive, prefixOf } from './keys/partnerKey.js'
import { revokePartnerKey } from './keys/revokePartnerKey.js'
import { rotatePartnerKey } from './keys/rotatePartnerKey.js'
import { listKeys, listOperations, listPartners } from './lists.js'
import { toOperationNodeId } from './operations/operationNode.js'
import { registerOperations } from './operations/registerOperations.js'
import { removeOperations } from './operations/removeOperations.js'
import { findPartner } from './store.js'
import { updatePartner } from './updatePartner.js'

export const resolvers: Resolvers = {
  Query: {
    partners: (_root, args, { db }) => listPartners(db, args),
    partner: (_root, { id }, { db }) => {
      const key = uuidKeyOf('Partner', id)
      return key === null ? null : findPartner(db, key)
    },
    viewerPartner: (_root, _args, { db, partner }) => partner && findPartner(db, partner.partnerId),
  },
  Mutation: {
    createPartner: (_root, { input }, context) => createPartner(context, input),
    updatePartner: (_root, { input }, context) => updatePartner(context, input),
    createPartnerKey: (_root, { input }, context) => createPartnerKey(context, input),
    rotatePartnerKey: (_root, { input }, context) => rotatePartnerKey(context, input),
    revokePartnerKey: (_root, { input }, context) => revokePartnerKey(context, input),
    registerOperations: (_root, { input }, context, { schema }) =>
      registerOperations(context, { ...input, rules: { schema, limits: context.config } }),
    removeOperations: (_root, { input }, context) => removeOperations(context, input),
  },
  Partner: {
    id: ({ id }) => toGlobalId('Partner', id),
    keys: ({ id }, args, { db }) => listKeys(db, id, args),
    operations: ({ id }, args, { db }) => listOperations(db, id, args),
  },
  PartnerKey: {
    id: ({ id }) => toGlobalId('PartnerKey', id),
    prefix: ({ id }) => prefixOf(id),
    isActive: (key, _args, { clock }) => isActive(key, clock.now()),
  },
  PartnerOperation: {
    id: (operation) => toOperationNodeId(operation),
    operationId: ({ id }) => id,
  },
}
