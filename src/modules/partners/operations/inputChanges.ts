import { isDeepStrictEqual } from 'node:util'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isTypeSubTypeOf,
} from 'graphql'
import { compareKind, inTermsOf, type SchemaChange, tellRetyped } from './typeChanges.js'

/** What a variable of this type may be, whatever lies within it or is left out of it. `seen` are the types that were compared. */
export function compareInput(change: SchemaChange, type: GraphQLNamedType | undefined, seen: Set<string>): string[] {
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

/** Whether what has this name is left out, or may be. */
export type LeftOut = (name: string) => boolean

type Field = GraphQLField<unknown, unknown>

/** The defaults of the fields that are left out of an input object where it is written. */
export function compareLeftOutFields(
  { after }: SchemaChange,
  type: GraphQLInputObjectType,
  isLeftOut: LeftOut,
): string[] {
  const next = after.getType(type.name)
  if (!isInputObjectType(next)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    const other = next.getFields()[field.name]
    // What has to be given is told by validation.
    if (!isLeftOut(field.name) || other === undefined || isRequiredInputField(other)) return []
    return compareDefault(`${type}.${field.name}`, field, other)
  })
}

/** The defaults of the arguments that are left out where a field is asked for. `name` is that of the field with its owner. */
export function compareLeftOutArguments(
  name: string,
  [field, next]: readonly [Field, Field],
  isLeftOut: LeftOut,
): string[] {
  return field.args.flatMap((argument) => {
    const other = next.args.find((one) => one.name === argument.name)
    if (!isLeftOut(argument.name) || other === undefined || isRequiredArgument(other)) return []
    return compareDefault(`${name}(${argument.name}:)`, argument, other)
  })
}

type WithDefault = Pick<GraphQLArgument | GraphQLInputField, 'defaultValue'>

function compareDefault(name: string, { defaultValue }: WithDefault, next: WithDefault): string[] {
  if (defaultValue === undefined || isDeepStrictEqual(defaultValue, next.defaultValue)) return []
  if (next.defaultValue === undefined) return [tellNoDefault(name)]
  return [`${name} has the default ${JSON.stringify(next.defaultValue)} now, and had ${JSON.stringify(defaultValue)}.`]
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
  const name = `${owner.name}.${field.name}`
  const next = owner.getFields()[field.name]
  if (next === undefined) return [`${name} was removed.`]
  const given = inTermsOf(change.after, field.type)
  if (given === undefined || !isTypeSubTypeOf(change.after, given, next.type)) {
    return [tellRetyped(name, field.type, next.type)]
  }
  if (isRequiredInputField(next) && !isRequiredInputField(field)) return [tellNoDefault(name)]
  return [...compareDefault(name, field, next), ...compareInput(change, getNamedType(field.type), seen)]
}

function tellNoDefault(name: string): string {
  return `${name} has no default any more.`
}
