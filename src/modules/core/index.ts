import type { Resolvers } from '../../generated/graphql.js'
import type { NodeLookup } from './node.js'

export { lookUpByInt, type NodeLookup, type NodeLookups } from './node.js'
export { createCoreResolvers } from './resolvers.js'

/** What a module adds to the schema: its resolvers, and how `node` finds its objects, by the names of their types. */
export interface SchemaModule {
  readonly resolvers: Resolvers
  readonly nodes?: Readonly<Record<string, NodeLookup>>
}
