import { type GraphQLNamedType, type GraphQLType, parseType, typeFromAST } from 'graphql'
import type { Schema } from './operationSchema.js'

/** A schema that changes. */
export interface SchemaChange {
  readonly before: Schema
  readonly after: Schema
  /** Whether it is known of the schema before who could ask for what. */
  readonly tellsRoles: boolean
}

export function compareKind(after: Schema, type: GraphQLNamedType): string[] {
  const next = after.getType(type.name)
  if (next === undefined || kindOf(next) === kindOf(type)) return []
  return [`${type} changed from ${kindOf(type)} to ${kindOf(next)}.`]
}

/** The type of this name with its lists and its non-nulls, undefined where a schema has none. */
export function inTermsOf(schema: Schema, type: GraphQLType): GraphQLType | undefined {
  return typeFromAST(schema, parseType(String(type)))
}

export function tellRetyped(name: string, before: GraphQLType, after: GraphQLType): string {
  return `${name} changed type from ${before} to ${after}.`
}

/** Such as InputObject. */
function kindOf(type: GraphQLNamedType): string {
  return type[Symbol.toStringTag].replace(/^GraphQL|Type$/g, '')
}
