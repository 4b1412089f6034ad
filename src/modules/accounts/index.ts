import type { SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { forgetSessions } from './sessions/forgetSessions.js'
import { findAccount } from './store.js'

export { AccessTokens, type Viewer } from './accessTokens.js'
export { deleteAdmin, deleteStaff, insertAdmin, insertStaff, listAdmins, listStaff } from './appointmentStore.js'
export { type Asking, authorize, isAdmin, isStaffOf, requireStaff, viewerOf } from './authorize.js'
export {
  type AccountMailRecipient,
  type AccountMailRequest,
  accountMailRequest,
  enqueueAccountMail,
  SEND_ACCOUNT_MAIL,
} from './emails/accountMail.js'
export { type IssuedEmailToken, issueEmailToken, lifetimeOf, withdrawEmailToken } from './emails/issueEmailToken.js'
export { KnownAddresses } from './limits/knownAddresses.js'
export { type CodeLimitServices, limitCodes } from './limits/limitCodes.js'
export { type CaptchaRequired, captchaRequired, type RateLimited, rateLimited } from './limits/refusals.js'
export { type CaptchaServices, refuseRobot } from './limits/refuseRobot.js'
export { createAccountLoaders } from './loaders.js'
export { IssuerUnavailableError } from './oidc/issuerKeys.js'
export { OutsideIssuer } from './oidc/outsideIssuer.js'
export { SignedOutAccounts } from './oidc/signedOutAccounts.js'
export { RevokedSessions } from './sessions/revokedSessions.js'
export type { Account } from './store.js'

/** Accounts: who buys, and how they sign in. As a node an account is seen by itself alone. */
export const accountsModule: SchemaModule = {
  resolvers,
  nodes: {
    Account: async (key, { db, viewer }) => (viewer?.accountId === key ? findAccount(db, key) : null),
  },
  tasks: { forgetSessions },
  crons: [{ task: 'forgetSessions', match: '43 * * * *' }],
}
