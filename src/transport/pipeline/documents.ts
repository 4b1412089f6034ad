import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { type DocumentLimits, findExcess } from '../../lib/documents/documentLimits.js'
import { withoutSuggestions } from './maskErrors.js'
import { coded, overLimit, type Refusal, type RefusalError, refuse } from './refusal.js'
import { rootFieldAlways } from './rootFieldAlways.js'

const MAX_REMEMBERED = 1_000
const MAX_REMEMBERED_BYTES = 64 * 1024 * 1024
/** What becomes of a character at most, in a text of nothing but short names, and of a text, whose tokens are limited. */
const BYTES_OF_CHARACTER = 50
const MAX_BYTES_OF_DOCUMENT = 1024 * 1024
/** More would be of no use to anybody, and takes time to find. */
const MAX_ERRORS = 20

export interface DocumentsOptions {
  readonly schema: GraphQLSchema
  readonly limits: DocumentLimits
  /** Besides those of the specification. */
  readonly rules?: readonly ValidationRule[]
  /** Whether what is misspelt tells of the names that the schema has. */
  readonly suggests: boolean
}

export type ParsedDocument = { readonly document: DocumentNode } | Refusal

/** Parses, measures and validates texts, each once, as long as it is remembered. */
export class Documents {
  readonly schema: GraphQLSchema
  readonly #options: DocumentsOptions
  readonly #rules: readonly ValidationRule[]
  readonly #remembered = new LRUCache<string, ParsedDocument>({
    max: MAX_REMEMBERED,
    maxSize: MAX_REMEMBERED_BYTES,
    sizeCalculation: (_parsed, { length }) => 1 + length + Math.min(length * BYTES_OF_CHARACTER, MAX_BYTES_OF_DOCUMENT),
  })

  constructor(options: DocumentsOptions) {
    this.schema = options.schema
    this.#options = options
    this.#rules = [...specifiedRules, ...(options.rules ?? [])]
  }

  /** Whether reading this text takes no time. */
  isRemembered(text: string): boolean {
    return this.#remembered.has(text)
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
    const { limits } = this.#options
    try {
      const document = parse(text, { maxTokens: limits.maxQueryTokens })
      // Before it is validated, as that takes longer than in proportion to what it asks for.
      return refuseLarge(document, limits) ?? this.#validate(document)
    } catch (error) {
      return refuseUnread(error as GraphQLError, limits)
    }
  }

  #validate(document: DocumentNode): ParsedDocument {
    const errors = this.#findErrors(document)
    if (errors.length === 0) return { document }
    return { status: 400, errors: errors.map((error) => this.#tell(error)) }
  }

  /** A rule of the specification throws where a variable decides about the root of a subscription: that is looked for first. */
  #findErrors(document: DocumentNode): readonly GraphQLError[] {
    const atRoot = validate(this.schema, document, [rootFieldAlways])
    return atRoot.length > 0 ? atRoot : validate(this.schema, document, this.#rules, { maxErrors: MAX_ERRORS })
  }

  #tell({ message, locations }: GraphQLError): RefusalError {
    const told = this.#options.suggests ? message : withoutSuggestions(message)
    return coded({ message: told, locations }, 'GRAPHQL_VALIDATION_FAILED')
  }
}

function refuseUnread(error: GraphQLError, { maxQueryTokens }: DocumentLimits): Refusal {
  // The only way to tell: https://github.com/graphql/graphql-js/blob/16.x.x/src/language/parser.ts
  if (!/more that \d+ tokens/.test(error.message)) {
    return { status: 400, errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] }
  }
  return refuse('TOKEN_LIMIT_EXCEEDED', `An operation has at most ${maxQueryTokens} tokens. Ask for it in several.`)
}

function refuseLarge(document: DocumentNode, limits: DocumentLimits): Refusal | null {
  const excess = findExcess(document, limits)
  return excess && overLimit(excess.code, excess.what, excess)
}
