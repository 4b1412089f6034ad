import type { Services } from '../../context.js'
import type { Resolvers } from '../../generated/graphql.js'
import type { Cron } from '../../lib/jobs/index.js'
import type { NodeLookup } from './node.js'

export { lookUpByInt, type NodeLookup, type NodeLookups } from './node.js'
export { createCoreResolvers } from './resolvers.js'

/** What a module adds to the schema: its resolvers, and how `node` finds its objects, by the names of their types. */
export interface SchemaModule {
  readonly resolvers: Resolvers
  readonly nodes?: Readonly<Record<string, NodeLookup>>
  /** The jobs that it works, by the names under which they are enqueued. */
  readonly tasks?: Readonly<Record<string, Task>>
  /** Tasks of its own that come by the clock. */
  readonly crons?: readonly Cron[]
}

/** Does one job. It checks its payload itself, and bears to be done again. */
export type Task = (payload: unknown, services: Services) => Promise<void>
