import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isTypeSubTypeOf,
  Kind,
  type ObjectFieldNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { compareInput, compareLeftOutArguments, compareLeftOutFields, type LeftOut } from './inputChanges.js'
import type { Schema } from './operationSchema.js'
import { compareRoles, rolesFor } from './requiredRoles.js'
import { compareKind, inTermsOf, type SchemaChange, tellRetyped } from './typeChanges.js'

type Maybe<T> = T | null | undefined
type Definition = OperationDefinitionNode | FragmentDefinitionNode
type Given = ArgumentNode | ObjectFieldNode
type Field = GraphQLField<unknown, unknown>

/** The names of the objects that may come at a place of an answer. */
interface Coming {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const NOTHING: Coming = { before: new Set(), after: new Set() }

/**
 * What a change of the schema breaks of an operation that stays valid: in what its variables may be, in what is taken for what it leaves out, in
 * what its answer may be, and in who may ask for it. What the operation does not use may change.
 */
export function findChanges(change: SchemaChange, document: DocumentNode): string[] {
  const comparison = new Comparison(change, document)
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) comparison.compareOperation(definition)
  }
  return [...comparison.found]
}

class Comparison {
  readonly found = new Set<string>()
  readonly #change: SchemaChange
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Variables that need not be given: then what they are the value of is left out. */
  readonly #optional: ReadonlySet<string>
  readonly #inputs = new Set<string>()
  /** Fragments, with what may come where they were spread. */
  readonly #compared = new Set<string>()

  constructor(change: SchemaChange, { definitions }: DocumentNode) {
    this.#change = change
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
    const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    this.#optional = new Set(operations.flatMap(listOptional))
  }

  compareOperation(operation: OperationDefinitionNode): void {
    const root = this.#change.before.getRootType(operation.operation)
    this.#compare(operation, comingOf(this.#change, root?.name))
  }

  #compare(definition: Definition, coming: Coming): void {
    const types = new TypeInfo(this.#change.before)
    const places = [coming]
    const leave = () => void places.pop()
    const visitor = {
      VariableDefinition: ({ type }: VariableDefinitionNode) => this.#compareVariable(type),
      ObjectValue: (node: ObjectValueNode) => this.#compareObject(getNamedType(types.getInputType()), node),
      Field: { enter: (node: FieldNode) => void places.push(this.#compareField(node, types, places.at(-1)!)), leave },
      InlineFragment: {
        enter: (node: InlineFragmentNode) => void places.push(this.#compareInlineFragment(node, places.at(-1)!)),
        leave,
      },
      FragmentSpread: (node: FragmentSpreadNode) => this.#compareSpread(node, places.at(-1)!),
    }
    visit(definition, visitWithTypeInfo(types, visitor))
  }

  #compareVariable(type: VariableDefinitionNode['type']): void {
    this.#add(compareInput(this.#change, getNamedType(typeFromAST(this.#change.before, type)), this.#inputs))
  }

  #compareObject(type: Maybe<GraphQLNamedType>, { fields }: ObjectValueNode): void {
    if (isInputObjectType(type)) this.#add(compareLeftOutFields(this.#change, type, this.#leftOutOf(fields)))
  }

  /** What may come below a field: nothing where it is gone, as validation tells that. */
  #compareField(node: FieldNode, types: TypeInfo, coming: Coming): Coming {
    const [parent, field] = [types.getParentType(), types.getFieldDef()]
    const next = field && findNext(this.#change.after, parent, field.name)
    if (field && next) this.#add(compareAnswer(this.#change.after, `${parent}.${field.name}`, [field, next]))
    if (node.name.value === '__typename') this.#add(findLostNames(parent, coming))
    const asked = { name: node.name.value, isLeftOut: this.#leftOutOf(node.arguments ?? []) }
    for (const owner of bothOf(coming)) this.#add(compareAsking(this.#change, owner, asked))
    return field && next ? comingOf(this.#change, getNamedType(field.type).name) : NOTHING
  }

  #compareInlineFragment({ typeCondition }: InlineFragmentNode, coming: Coming): Coming {
    return typeCondition === undefined ? coming : this.#narrow(coming, typeCondition.name.value)
  }

  #compareSpread({ name }: FragmentSpreadNode, coming: Coming): void {
    const fragment = this.#fragments.get(name.value)
    if (fragment === undefined) return
    const narrowed = this.#narrow(coming, fragment.typeCondition.name.value)
    const place = [name.value, ...narrowed.before, '', ...narrowed.after].join(' ')
    if (this.#compared.has(place)) return
    this.#compared.add(place)
    this.#compare(fragment, narrowed)
  }

  /** Objects that a fragment was for, and is for no more although they come as before: what it asks of them would be missing. */
  #narrow(coming: Coming, condition: string): Coming {
    const meant = comingOf(this.#change, condition)
    const lost = bothOf(coming).filter((name) => meant.before.has(name) && !meant.after.has(name))
    this.#add(lost.map((name) => `${name} is no ${condition} any more.`))
    return { before: intersect(coming.before, meant.before), after: intersect(coming.after, meant.after) }
  }

  #leftOutOf(given: readonly Given[]): LeftOut {
    const names = given.filter(({ value }) => value.kind !== Kind.VARIABLE || !this.#optional.has(value.name.value))
    const surely = new Set(names.map(({ name }) => name.value))
    return (name) => !surely.has(name)
  }

  #add(problems: readonly string[]): void {
    for (const problem of problems) this.found.add(problem)
  }
}

function listOptional({ variableDefinitions = [] }: OperationDefinitionNode): string[] {
  const optional = variableDefinitions.filter(
    ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE && defaultValue === undefined,
  )
  return optional.map(({ variable }) => variable.name.value)
}

function findNext(after: Schema, parent: Maybe<GraphQLNamedType>, name: string): Field | undefined {
  const owner = parent && after.getType(parent.name)
  return isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[name] : undefined
}

function compareAnswer(after: Schema, name: string, [field, next]: readonly [Field, Field]): string[] {
  const promised = inTermsOf(after, field.type)
  if (promised === undefined || !isTypeSubTypeOf(after, next.type, promised)) {
    return [tellRetyped(name, field.type, next.type)]
  }
  return compareKind(after, getNamedType(field.type))
}

/** By these names clients tell apart what comes. */
function findLostNames(parent: Maybe<GraphQLNamedType>, { before, after }: Coming): string[] {
  if (!isAbstractType(parent)) return []
  const lost = [...before].filter((name) => !after.has(name))
  return lost.map((name) => `${name} does not come as ${parent} any more, and its __typename is asked for.`)
}

/** Who may ask for a field of an object, and with which defaults that is done. */
function compareAsking({ before, after, tellsRoles }: SchemaChange, owner: string, asked: Asked): string[] {
  const [was, is] = [findField(before, owner, asked.name), findField(after, owner, asked.name)]
  if (was === null || is === null) return []
  const name = `${owner}.${asked.name}`
  const defaults = compareLeftOutArguments(name, [was.field, is.field], asked.isLeftOut)
  return tellsRoles ? [...compareRoles(name, rolesFor(before, was), rolesFor(after, is)), ...defaults] : defaults
}

interface Asked {
  readonly name: string
  readonly isLeftOut: LeftOut
}

interface OwnedField {
  readonly owner: GraphQLObjectType
  readonly field: Field
}

function findField(schema: Schema, ownerName: string, name: string): OwnedField | null {
  const owner = schema.getType(ownerName)
  const field = isObjectType(owner) ? owner.getFields()[name] : undefined
  return isObjectType(owner) && field !== undefined ? { owner, field } : null
}

/** Nothing, where the type itself is gone. */
function comingOf({ before, after }: SchemaChange, type: string | undefined): Coming {
  if (type === undefined || after.getType(type) === undefined) return NOTHING
  return { before: objectsOf(before, type), after: objectsOf(after, type) }
}

/** The names of the objects that a type stands for: its own, where it is one. */
function objectsOf(schema: Schema, name: string): ReadonlySet<string> {
  const type = schema.getType(name)
  if (isAbstractType(type)) return new Set(schema.getPossibleTypes(type).map((object) => object.name))
  return new Set(isObjectType(type) ? [name] : [])
}

/** What comes as before. */
function bothOf({ before, after }: Coming): string[] {
  return [...intersect(before, after)]
}

function intersect(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((name) => others.has(name)))
}
