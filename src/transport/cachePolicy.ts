import { type GraphQLSchema, getDirectiveValues, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql'
import type { ExecutionOutcome } from './pipeline/maskErrors.js'

/** Of an answer that is for nobody else, and for now alone. */
export const NOT_KEPT = 'no-store'

/**
 * What the answer to a query says in Cache-Control: public for as long as each of its root fields allows by @cacheControl, where all of
 * them are there; everything else is not to be kept.
 */
export function tellCacheControl(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { data, errors }: ExecutionOutcome,
): string {
  if (errors !== undefined || !data || Object.values(data).includes(null)) return NOT_KEPT
  const maxAge = Math.min(...operation.selectionSet.selections.map((selection) => maxAgeOf(schema, selection)))
  return maxAge > 0 ? `public, max-age=${maxAge}` : NOT_KEPT
}

/** Of a field at the root of a query, in seconds. 0 for what has none, and for a fragment, which is rare there. */
function maxAgeOf(schema: GraphQLSchema, selection: SelectionNode): number {
  if (selection.kind !== Kind.FIELD) return 0
  const field = schema.getQueryType()?.getFields()[selection.name.value]
  const directive = schema.getDirective('cacheControl')
  if (!field?.astNode || !directive) return 0
  return Number(getDirectiveValues(directive, field.astNode)?.maxAge ?? 0)
}
