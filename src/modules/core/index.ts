import type { Resolvers } from '../../generated/graphql.js'
import type { NodeLookup } from './node.js'

export { toLikePattern } from './likePattern.js'
export { decodeNameKey, type NameKey } from './nameKey.js'
export { lookUpByInt, type NodeLookup, type NodeLookups } from './node.js'
export { createCoreResolvers } from './resolvers.js'
export { createRowLoader } from './rowLoader.js'
export { readText } from './text.js'

/** What a module adds to the schema: its resolvers, and how `node` finds its objects, by the names of their types. */
export interface SchemaModule {
  readonly resolvers: Resolvers
  readonly nodes?: Readonly<Record<string, NodeLookup>>
}
