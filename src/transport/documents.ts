import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'

/** What a text may be at most, for every transport. */
export const PARSE_OPTIONS = { maxTokens: 5_000 } as const
const MAX_REMEMBERED = 1_000
const MAX_REMEMBERED_BYTES = 64 * 1024 * 1024
/** What becomes of a character at most, in a text of nothing but short names, and of a text, whose tokens are limited. */
const BYTES_OF_CHARACTER = 50
const MAX_BYTES_OF_DOCUMENT = 1024 * 1024

export type ParsedDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] }

/** Parses and validates texts, each once, as long as it is remembered. */
export class Documents {
  readonly schema: GraphQLSchema
  readonly #rules: readonly ValidationRule[]
  readonly #remembered = new LRUCache<string, ParsedDocument>({
    max: MAX_REMEMBERED,
    maxSize: MAX_REMEMBERED_BYTES,
    sizeCalculation: (_parsed, { length }) => 1 + length + Math.min(length * BYTES_OF_CHARACTER, MAX_BYTES_OF_DOCUMENT),
  })

  constructor(schema: GraphQLSchema, rules: readonly ValidationRule[]) {
    this.schema = schema
    this.#rules = [...specifiedRules, ...rules]
  }

  /** The document of a text, or why it is none for this schema. Never throws. */
  read(text: string): ParsedDocument {
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    const parsed = this.#parse(text)
    this.#remembered.set(text, parsed)
    return parsed
  }

  #parse(text: string): ParsedDocument {
    try {
      const document = parse(text, PARSE_OPTIONS)
      const errors = validate(this.schema, document, this.#rules)
      return errors.length === 0
        ? { document }
        : { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) }
    } catch (error) {
      return { errors: [coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] }
    }
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } })
}
