import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  OperationTypeNode,
} from 'graphql'

/** The contract, as it is committed. */
export const contract = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

/** A field at the root of the contract. */
export interface RootField {
  readonly kind: OperationTypeNode
  readonly name: string
  /** Whom @auth lets through, null where it is not declared. */
  readonly roles: readonly string[] | null
  /** The shortest operation that asks for it, with values that are the ids of nothing. */
  readonly operation: string
}

/** All fields at the roots, of queries, mutations and subscriptions. */
export function listRootFields(): RootField[] {
  return Object.values(OperationTypeNode).flatMap((kind) =>
    Object.values(contract.getRootType(kind)!.getFields()).map((field) => ({
      kind,
      name: field.name,
      roles: rolesOf(field),
      operation: `${kind} { ${field.name}${argumentsOf(field)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`,
    })),
  )
}

function rolesOf({ astNode }: GraphQLField<unknown, unknown>): readonly string[] | null {
  const values = getDirectiveValues(contract.getDirective('auth')!, astNode!)
  return (values?.requires as string[] | undefined) ?? null
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literalOf(type)}`)
  return required.length === 0 ? '' : `(${required.join(' ')})`
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType)
  if (isListType(type)) return `[${literalOf(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField)
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(' ')} }`
  }
  const literals: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'false',
    ID: '"x"',
    String: '"x"',
    DateTime: '"2026-11-21T12:00:00Z"',
  }
  const literal = literals[type.name]
  if (literal === undefined) throw new Error(`tell what a ${type.name} looks like`)
  return literal
}
