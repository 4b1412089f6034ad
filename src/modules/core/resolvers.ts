import type { Resolvers, ResolversTypes } from '../../generated/graphql.js'
import { findNode, findNodes, type NodeLookups } from './node.js'
import { scalars } from './scalars.js'

type Node = Awaited<ResolversTypes['Node']>

/** The resolvers of the scalars, and of `node` and `nodes` by the lookups of all modules. */
export function createCoreResolvers(lookups: NodeLookups): Resolvers {
  return {
    ...scalars,
    Query: {
      node: (_root, { id }, context) => findNode(lookups, id, context) as Promise<Node | null>,
      nodes: (_root, { ids }, context) => findNodes(lookups, ids, context) as Promise<(Node | null)[]>,
    },
  }
}
