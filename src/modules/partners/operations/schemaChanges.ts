import {
  type DocumentNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredInputField,
  isTypeSubTypeOf,
  Kind,
  parseType,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Schema } from './operationSchema.js'

type Maybe<T> = T | null | undefined

/** A schema that changes. */
export interface SchemaChange {
  readonly before: Schema
  readonly after: Schema
}

/**
 * What a change of the schema breaks of an operation that stays valid: in what its variables may be, and in what its answer may be. What the
 * operation does not use may change.
 */
export function findChanges(change: SchemaChange, document: DocumentNode): string[] {
  const types = new TypeInfo(change.before)
  const conditions = conditionsOf(document)
  const inputs = new Set<string>()
  const found: string[] = []
  const compareFragment = (condition: string | undefined) => {
    found.push(...findLostTypes(change, types.getParentType()?.name, condition))
  }
  const visitor = {
    VariableDefinition: ({ type }: VariableDefinitionNode) => {
      found.push(...compareInput(change, getNamedType(typeFromAST(change.before, type)), inputs))
    },
    Field: () => {
      found.push(...compareField(change, types.getParentType(), types.getFieldDef()))
    },
    InlineFragment: ({ typeCondition }: InlineFragmentNode) => compareFragment(typeCondition?.name.value),
    FragmentSpread: ({ name }: FragmentSpreadNode) => compareFragment(conditions.get(name.value)),
  }
  visit(document, visitWithTypeInfo(types, visitor))
  return [...new Set(found)]
}

function conditionsOf({ definitions }: DocumentNode): Map<string, string> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map(({ name, typeCondition }) => [name.value, typeCondition.name.value]))
}

/** What is not there any more is told by validation. */
function compareField(
  { after }: SchemaChange,
  parent: Maybe<GraphQLNamedType>,
  field: Maybe<GraphQLField<unknown, unknown>>,
): string[] {
  const owner = parent && after.getType(parent.name)
  const next = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[field?.name ?? ''] : undefined
  if (!field || next === undefined) return []
  const promised = inTermsOf(after, field.type)
  if (promised === undefined || !isTypeSubTypeOf(after, next.type, promised)) {
    return [tellRetyped(`${owner}.${field.name}`, field.type, next.type)]
  }
  return compareKind(after, getNamedType(field.type))
}

/** Objects that a fragment was for, and is for no more although they come as before: what it asks of them would be missing. */
function findLostTypes(
  { before, after }: SchemaChange,
  parent: string | undefined,
  condition: string | undefined,
): string[] {
  const [come, stay] = [objectsOf(before, parent), objectsOf(after, parent)]
  const [meant, left] = [objectsOf(before, condition), objectsOf(after, condition)]
  const lost = [...come].filter((name) => stay.has(name) && meant.has(name) && !left.has(name))
  return lost.map((name) => `${name} is no ${condition} any more.`)
}

function objectsOf(schema: Schema, name = ''): ReadonlySet<string> {
  const type = schema.getType(name)
  if (isAbstractType(type)) return new Set(schema.getPossibleTypes(type).map((object) => object.name))
  return new Set(isObjectType(type) ? [name] : [])
}

/** What a variable of this type may be, whatever lies within it. `seen` are the types that were compared. */
function compareInput(change: SchemaChange, type: GraphQLNamedType | undefined, seen: Set<string>): string[] {
  const next = type && change.after.getType(type.name)
  if (type === undefined || next === undefined || seen.has(next.name)) return []
  seen.add(next.name)
  if (isEnumType(type) && isEnumType(next)) {
    const removed = type.getValues().filter(({ name }) => next.getValue(name) === undefined)
    return removed.map(({ name }) => `${name} was removed from enum type ${type}.`)
  }
  if (!isInputObjectType(type) || !isInputObjectType(next)) return compareKind(change.after, type)
  const before = Object.values(type.getFields())
  return [...findDemands(type, next), ...before.flatMap((field) => compareInputField(change, { field, next, seen }))]
}

/** What has to be done with an input object that had not to. */
function findDemands(type: GraphQLInputObjectType, next: GraphQLInputObjectType): string[] {
  const known = type.getFields()
  const required = Object.values(next.getFields()).filter(isRequiredInputField)
  const added = required.filter(({ name }) => known[name] === undefined)
  const oneOf = next.isOneOf && !type.isOneOf ? [`${type} takes exactly one of its fields now.`] : []
  return [...oneOf, ...added.map(({ name }) => `A required field ${name} on input type ${type} was added.`)]
}

interface ComparedInputField {
  readonly field: GraphQLInputField
  readonly next: GraphQLInputObjectType
  readonly seen: Set<string>
}

function compareInputField(change: SchemaChange, { field, next: owner, seen }: ComparedInputField): string[] {
  const name = `${owner}.${field.name}`
  const next = owner.getFields()[field.name]
  if (next === undefined) return [`${name} was removed.`]
  const given = inTermsOf(change.after, field.type)
  if (given === undefined || !isTypeSubTypeOf(change.after, given, next.type)) {
    return [tellRetyped(name, field.type, next.type)]
  }
  if (isRequiredInputField(next) && !isRequiredInputField(field)) return [`${name} has no default any more.`]
  return compareInput(change, getNamedType(field.type), seen)
}

function compareKind(after: Schema, type: GraphQLNamedType): string[] {
  const next = after.getType(type.name)
  if (next === undefined || kindOf(next) === kindOf(type)) return []
  return [`${type} changed from ${kindOf(type)} to ${kindOf(next)}.`]
}

/** Such as InputObject. */
function kindOf(type: GraphQLNamedType): string {
  return type[Symbol.toStringTag].replace(/^GraphQL|Type$/g, '')
}

/** The type of this name with its lists and its non-nulls, undefined where a schema has none. */
function inTermsOf(schema: Schema, type: GraphQLType): GraphQLType | undefined {
  return typeFromAST(schema, parseType(String(type)))
}

function tellRetyped(name: string, before: GraphQLType, after: GraphQLType): string {
  return `${name} changed type from ${before} to ${after}.`
}
