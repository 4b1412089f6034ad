import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { ExecutionOutcome } from './pipeline/maskErrors.js'

/** Of an answer that is for nobody else, and for now alone. */
export const NOT_KEPT = 'no-store'

interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

/**
 * What the answer to a query says in Cache-Control: public for as long as all of its objects and fields allow by @cacheControl, as Apollo
 * has it, where all that is asked for at the root is there; everything else is not to be kept.
 */
export function tellCacheControl({ schema, document, operation }: Asked, { data, errors }: ExecutionOutcome): string {
  if (errors !== undefined || !data || Object.values(data).includes(null)) return NOT_KEPT
  const maxAge = new MaxAges(schema, document).ofSelections(operation.selectionSet, schema.getQueryType()!, 0)
  return maxAge > 0 && maxAge < Number.POSITIVE_INFINITY ? `public, max-age=${maxAge}` : NOT_KEPT
}

interface Hint {
  readonly maxAge?: number
  readonly inheritMaxAge?: boolean
}

/** For how many seconds what a valid document asks for may be kept. */
class MaxAges {
  readonly #schema: GraphQLSchema
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    this.#schema = schema
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  /** Of fields of a type, which is part of something that may be kept for so long. */
  ofSelections({ selections }: SelectionSetNode, type: GraphQLNamedType, inherited: number): number {
    const ages = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) {
        return this.#ofField(selection.name.value, selection.selectionSet, { type, inherited })
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value)!
      const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value)
      return this.ofSelections(fragment.selectionSet, condition ?? type, inherited)
    })
    return Math.min(...ages)
  }

  #ofField(
    name: string,
    below: SelectionSetNode | undefined,
    { type, inherited }: { readonly type: GraphQLNamedType; readonly inherited: number },
  ): number {
    if (name === '__typename') return Number.POSITIVE_INFINITY
    const field = isObjectType(type) ? type.getFields()[name] : undefined
    if (field === undefined) return 0
    const own = this.#ofObject(field, inherited)
    return below === undefined ? own : Math.min(own, this.ofSelections(below, getNamedType(field.type), own))
  }

  /** What is not said of an object is that it may not be kept; a value goes with what it is of. */
  #ofObject(field: GraphQLField<unknown, unknown>, inherited: number): number {
    const type = getNamedType(field.type)
    const { maxAge, inheritMaxAge } = this.#hintOf(field) ?? this.#hintOf(type) ?? { inheritMaxAge: isLeafType(type) }
    return maxAge ?? (inheritMaxAge === true ? inherited : 0)
  }

  #hintOf({ astNode }: GraphQLField<unknown, unknown> | GraphQLNamedType): Hint | null {
    const directive = this.#schema.getDirective('cacheControl')
    return (astNode && directive && (getDirectiveValues(directive, astNode) as Hint | undefined)) ?? null
  }
}
