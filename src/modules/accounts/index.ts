import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findAccount } from './store.js'

export { AccessTokens, type Viewer } from './accessTokens.js'
export { deleteAdmin, deleteStaff, insertAdmin, insertStaff, listAdmins, listStaff } from './appointmentStore.js'
export { type Asking, authorize, isAdmin, isStaffOf, requireStaff, viewerOf } from './authorize.js'
export { createAccountLoaders } from './loaders.js'
export type { Account } from './store.js'

/** Accounts: who buys, and how they sign in. As a node an account is seen by itself alone. */
export const accountsModule: SchemaModule = {
  resolvers,
  nodes: {
    Account: async (key, { db, viewer }) => (viewer?.accountId === key ? findAccount(db, key) : null),
  },
}
