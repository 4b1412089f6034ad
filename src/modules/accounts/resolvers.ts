import type { Resolvers } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { rolesOf } from './roles.js'
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
  },
  Account: {
    id: (account) => toGlobalId('Account', account.id),
    isGuest: (account) => account.email === null,
    roles: async ({ id }, _args, { loaders }) => rolesOf(await loaders.appointments.load(id)),
  },
}
