import { hash } from 'node:crypto'
import {
  assertValidSchema,
  buildSchema,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql'

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

const kept = new WeakMap<Schema, KeptSchema>()

/** The same for schemas that differ in descriptions, in the order of what they have, and in what is declared to the server alone. */
export function toKeptSchema(schema: Schema): KeptSchema {
  const known = kept.get(schema) ?? describe(schema)
  kept.set(schema, known)
  return known
}

/** Takes a tenth of a second. */
function describe(schema: Schema): KeptSchema {
  const described = parse(printSchema(lexicographicSortSchema(schema)))
  const text = print(visit(described, { StringValue: (_value, key) => (key === 'description' ? null : undefined) }))
  return { hash: hash('sha256', text), text }
}
