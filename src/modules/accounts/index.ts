import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findAccount } from './store.js'

export { AccessTokens, type Viewer } from './accessTokens.js'
export { KnownAddresses } from './limits/knownAddresses.js'
export { type CodeLimitServices, limitCodes } from './limits/limitCodes.js'
export { type CaptchaRequired, captchaRequired, type RateLimited, rateLimited } from './limits/refusals.js'
export { type CaptchaServices, refuseRobot } from './limits/refuseRobot.js'
export { requireStaff, requireViewer } from './session.js'
export { type Account, deleteStaff, insertStaff, listStaff } from './store.js'

/** Accounts: who buys, and how they sign in. As a node an account is seen by itself alone. */
export const accountsModule: SchemaModule = {
  resolvers,
  nodes: {
    Account: async (key, { db, viewer }) => (viewer?.accountId === key ? findAccount(db, key) : null),
  },
}
