import { hash } from 'node:crypto'
import {
  assertValidSchema,
  buildSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  parseConstValue,
  print,
  printSchema,
  visit,
} from 'graphql'
import { type Guarded, readRoles } from './requiredRoles.js'

export type Schema = GraphQLSchema

/** A schema as it is kept: its text, and the SHA-256 of it. */
export interface KeptSchema {
  readonly hash: string
  readonly text: string
}

/**
 * A schema of the text of its file.
 *
 * @throws {Error} when it is none, with a message for who gave it.
 */
export function readSchema(sdl: string): Schema {
  const schema = buildSchema(sdl)
  assertValidSchema(schema)
  return schema
}

/** What a kept text begins with that tells @auth: those that were kept at first do not. */
const TELLS_ROLES = '# With @auth.\n'

/** Whether a schema that is kept tells who may ask for what. */
export function tellsRoles(text: string): boolean {
  return text.startsWith(TELLS_ROLES)
}

const kept = new WeakMap<Schema, KeptSchema>()

/**
 * The same for schemas that differ in descriptions, in the order of what they have, and in what is declared to the server alone. What @auth declares is
 * kept.
 */
export function toKeptSchema(schema: Schema): KeptSchema {
  const known = kept.get(schema) ?? describe(schema)
  kept.set(schema, known)
  return known
}

/** Takes a tenth of a second. */
function describe(schema: Schema): KeptSchema {
  const described = parse(printSchema(lexicographicSortSchema(schema)))
  const plain = visit(described, { StringValue: (_value, key) => (key === 'description' ? null : undefined) })
  const text = `${TELLS_ROLES}${print(withRoles(schema, plain))}`
  return { hash: hash('sha256', text), text }
}

/** printSchema leaves out all directives but its own. */
function withRoles(schema: Schema, described: DocumentNode): DocumentNode {
  const guarded = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node, by: Guarded) => {
    return { ...node, directives: [...(node.directives ?? []), ...writeRoles(schema, by)] }
  }
  const ObjectTypeDefinition = (node: ObjectTypeDefinitionNode) => {
    const type = schema.getType(node.name.value)
    if (!isObjectType(type)) return undefined
    const fields = node.fields?.map((field) => guarded(field, type.getFields()[field.name.value]!))
    return { ...guarded(node, type), fields }
  }
  return visit(described, { ObjectTypeDefinition })
}

/** @auth, with the roles in the order of the alphabet. */
function writeRoles(schema: Schema, by: Guarded): ConstDirectiveNode[] {
  const roles = readRoles(schema, by)
  if (roles === null) return []
  const [name, requires] = ['auth', 'requires'].map((value) => ({ kind: Kind.NAME, value }) as const)
  const value = parseConstValue(`[${roles.toSorted().join(', ')}]`)
  return [{ kind: Kind.DIRECTIVE, name: name!, arguments: [{ kind: Kind.ARGUMENT, name: requires!, value }] }]
}
