import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { changePassword } from './changePassword.js'
import { requestEmailVerification } from './emails/requestEmailVerification.js'
import { requestPasswordReset } from './emails/requestPasswordReset.js'
import { resetPassword } from './emails/resetPassword.js'
import { verifyEmail } from './emails/verifyEmail.js'
import { rolesOf } from './roles.js'
import { refreshSession } from './sessions/refreshSession.js'
import { signOut } from './sessions/signOut.js'
import { signOutEverywhere } from './sessions/signOutEverywhere.js'
import { signIn } from './signIn.js'
import { signInAsGuest } from './signInAsGuest.js'
import { signUp } from './signUp.js'
import { findAccount } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    viewer: (_root, _args, { db, viewer }) => (viewer === null ? null : findAccount(db, viewer.accountId)),
  },
  Mutation: {
    signUp: (_root, { input }, context) => signUp(context, input),
    signIn: (_root, { input }, context) => signIn(context, input),
    signInAsGuest: (_root, _args, context) => signInAsGuest(context),
    refreshSession: (_root, { input }, context) => refreshSession(context, input),
    signOut: (_root, _args, context) => signOut(context),
    signOutEverywhere: (_root, _args, context) => signOutEverywhere(context),
    changePassword: (_root, { input }, context) => changePassword(context, input),
    requestEmailVerification: (_root, _args, context) => requestEmailVerification(context),
    verifyEmail: (_root, { input }, context) => verifyEmail(context, input),
    requestPasswordReset: (_root, { input }, context) => requestPasswordReset(context, input),
    resetPassword: (_root, { input }, context) => resetPassword(context, input),
  },
  Account: {
    id: (account) => toGlobalId('Account', account.id),
    isGuest: ({ email, oidcSubject }) => email === null && oidcSubject === null,
    isEmailVerified: ({ emailVerifiedAt }) => emailVerifiedAt !== null,
    roles: async ({ id }, _args, { loaders, viewer, partner }) => {
      const roles = rolesOf(await loaders.appointments.load(id))
      return partner !== null && id === viewer?.accountId ? [...roles, 'PARTNER'] : roles
    },
  },
}
