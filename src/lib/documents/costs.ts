import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'

type Variables = Readonly<Record<string, unknown>>
type Field = GraphQLField<unknown, unknown>

/** What an operation is estimated by. */
interface Asked {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** With the defaults that the operation gives them. */
  readonly variables: Variables
  /** As far as it is read. */
  largestPage: number
}

/** What is expected of an operation. */
export interface Estimate {
  readonly cost: number
  /** How many nodes the largest page of a connection is to have. */
  readonly largestPage: number
}

/** What is worked out once of an operation. */
interface Known {
  readonly names: readonly string[]
  readonly defaults: Variables
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** By the variables that may tell a size. */
  readonly estimates: Map<string, Estimate>
}

/** Of a list that does not tell by @listSize. */
const ASSUMED_SIZE = 10
/** By it a connection is told the size of its page, and these of its fields are as long. */
const PAGE_SIZE = 'first'
const AS_LONG_AS_THE_PAGE = new Set(['edges', 'nodes'])
const MAX_REMEMBERED = 100

/**
 * What operations cost: one for each object of the answer, and what @cost says of a field besides. Before, it is estimated by the sizes
 * of pages and by @listSize, as https://ibm.github.io/graphql-specs/cost-spec.html has them; afterwards the objects are counted.
 */
export class Costs {
  readonly #schema: GraphQLSchema
  readonly #known = new WeakMap<OperationDefinitionNode, Known>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** What a valid operation costs with these variables, where lists are as long as they are said to be. */
  estimate(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Estimate {
    const { names, defaults, fragments, estimates } = this.#know(document, operation)
    const key = sizesOf(names, variables)
    const before = estimates.get(key)
    if (before !== undefined) return before
    const asked = { fragments, variables: { ...defaults, ...variables }, largestPage: 0 }
    const root = this.#schema.getRootType(operation.operation)!
    const cost = this.#ofSelections(operation.selectionSet, root, asked)
    const estimate = { cost, largestPage: asked.largestPage }
    if (estimates.size < MAX_REMEMBERED) estimates.set(key, estimate)
    return estimate
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode): Known {
    const before = this.#known.get(operation)
    if (before !== undefined) return before
    const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
    const defaults = defaultsOf(operation)
    const known = { names, defaults, fragments: fragmentsOf(document), estimates: new Map<string, Estimate>() }
    this.#known.set(operation, known)
    return known
  }

  /** `pageSize` is that of the connection whose fields are selected, if it is one. */
  #ofSelections(set: SelectionSetNode, type: GraphQLNamedType, asked: Asked, pageSize?: number): number {
    let sum = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        sum += this.#ofField(selection, type, asked, pageSize)
        continue
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments.get(selection.name.value)!
      const condition = fragment.typeCondition
      const fragmentType = condition === undefined ? type : this.#schema.getType(condition.name.value)!
      sum += this.#ofSelections(fragment.selectionSet, fragmentType, asked, pageSize)
    }
    return sum
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType, asked: Asked, pageSize?: number): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    // Of introspection, whose answer is the same each time.
    if (field === undefined) return 0
    const weight = this.#weightOf(field) + this.#ofArguments(field, node, asked)
    const type = getNamedType(field.type)
    if (!isCompositeType(type) || node.selectionSet === undefined) return weight
    const page = sizeBy(PAGE_SIZE, field, node, asked)
    asked.largestPage = Math.max(asked.largestPage, page ?? 0)
    const below = this.#ofSelections(node.selectionSet, type, asked, page)
    return weight + this.#sizeOf(field, node, asked, pageSize) * (1 + below)
  }

  #ofArguments({ args }: Field, node: FieldNode, asked: Asked): number {
    const weights = args.map((arg) => (givenFor(arg.name, node, asked) == null ? 0 : this.#weightOf(arg)))
    return weights.reduce((sum, weight) => sum + weight, 0)
  }

  #weightOf(element: Field | GraphQLArgument): number {
    return Number(this.#valuesOf('cost', element)?.weight ?? 0)
  }

  #sizeOf(field: Field, node: FieldNode, asked: Asked, pageSize?: number): number {
    if (!isListType(getNullableType(field.type))) return 1
    if (pageSize !== undefined && AS_LONG_AS_THE_PAGE.has(field.name)) return pageSize
    const { assumedSize, slicingArguments } = this.#valuesOf('listSize', field) ?? {}
    const sizes = ((slicingArguments ?? []) as string[]).map((name) => sizeBy(name, field, node, asked) ?? 0)
    return sizes.length > 0 ? Math.max(...sizes) : Number(assumedSize ?? ASSUMED_SIZE)
  }

  #valuesOf(directive: string, { astNode }: Field | GraphQLArgument): Readonly<Record<string, unknown>> | undefined {
    const known = this.#schema.getDirective(directive)
    return known && astNode ? getDirectiveValues(known, astNode) : undefined
  }
}

/** How many objects an answer has, but for the one that holds it all. */
export function countObjects(data: Readonly<Record<string, unknown>>): number {
  return Object.values(data).reduce((sum: number, value) => sum + countIn(value), 0)
}

function countIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countIn(item), 0)
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? 1 + countObjects(value as Readonly<Record<string, unknown>>)
    : 0
}

/** What an argument says of a size, by a number or by the length of a list; undefined if the field has no such argument. */
function sizeBy(name: string, field: Field, node: FieldNode, asked: Asked): number | undefined {
  const known = field.args.find((arg) => arg.name === name)
  if (known === undefined) return undefined
  const size = givenFor(name, node, asked) ?? known.defaultValue
  if (Array.isArray(size)) return size.length
  return typeof size === 'number' ? Math.max(0, size) : ASSUMED_SIZE
}

/** What is given for an argument, undefined for nothing. */
function givenFor(name: string, node: FieldNode, { variables }: Asked): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value
  return given && valueFromASTUntyped(given, variables)
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const withDefault = variableDefinitions.filter(({ defaultValue }) => defaultValue !== undefined)
  return Object.fromEntries(
    withDefault.map(({ variable, defaultValue }) => [variable.name.value, valueFromASTUntyped(defaultValue!)]),
  )
}

/** What the variables say of sizes: where one is left out, its default holds, and where it is null, none. */
function sizesOf(names: readonly string[], variables: Variables): string {
  const sizes = names.map((name) => {
    const value = variables[name]
    if (Array.isArray(value)) return value.length
    return typeof value === 'number' || value == null ? String(value) : ''
  })
  return sizes.join(' ')
}
