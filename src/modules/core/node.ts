import type { Context } from '../../context.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { fromGlobalId, toIntKey } from '../../lib/globalId.js'

const MAX_NODES = 100

/** Finds an object by the key of its global id, null if there is none that the viewer may see. */
export type NodeLookup = (key: string, context: Context) => Promise<object | null>

/** The lookups of all types that `node` finds, by the name of the type. */
export type NodeLookups = Readonly<Record<string, NodeLookup>>

/** An object with the name of its type, by which an interface is resolved. */
export type FoundNode = object & { readonly __typename: string }

/** The object with this global id, null for the id of nothing. */
export async function findNode(lookups: NodeLookups, id: string, context: Context): Promise<FoundNode | null> {
  const ref = fromGlobalId(id)
  const found = ref === null ? null : await lookups[ref.type]?.(ref.key, context)
  return ref === null || found == null ? null : { ...found, __typename: ref.type }
}

/**
 * The objects with these global ids in their order, null for each that is the id of nothing.
 *
 * @throws BAD_USER_INPUT for more than 100 ids.
 */
export async function findNodes(
  lookups: NodeLookups,
  ids: readonly string[],
  context: Context,
): Promise<(FoundNode | null)[]> {
  if (ids.length > MAX_NODES) throw badUserInput(`nodes takes at most ${MAX_NODES} ids, not ${ids.length}.`)
  return Promise.all(ids.map((id) => findNode(lookups, id, context)))
}

/** The lookup of a type whose keys are integers. */
export function lookUpByInt(find: (db: Database, id: number) => Promise<object | null>): NodeLookup {
  return async (key, { db }) => {
    const id = toIntKey(key)
    return id === null ? null : find(db, id)
  }
}
