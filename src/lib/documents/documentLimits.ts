import type { DocumentNode } from 'graphql'
import { type Measures, measureDocument } from './measures.js'

/** How large a document may be. */
export interface DocumentLimits {
  readonly maxQueryTokens: number
  /** How deep fields may lie within each other. */
  readonly maxQueryDepth: number
  /** A fragment counts as often as it is spread. */
  readonly maxQueryFields: number
  readonly maxQueryAliases: number
  readonly maxQueryDirectives: number
  /** How many are defined. */
  readonly maxQueryFragments: number
  /** How many items any list has that is given as an argument. */
  readonly maxInputItems: number
}

/** What a document has too much of. */
export interface Excess {
  readonly code: ExcessCode
  readonly what: string
  readonly actual: number
  readonly limit: number
}

export type ExcessCode =
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'FIELD_LIMIT_EXCEEDED'
  | 'ALIAS_LIMIT_EXCEEDED'
  | 'DIRECTIVE_LIMIT_EXCEEDED'
  | 'FRAGMENT_LIMIT_EXCEEDED'
  | 'LIST_LIMIT_EXCEEDED'

const CHECKS: readonly [ExcessCode, string, keyof Measures, keyof DocumentLimits][] = [
  ['DEPTH_LIMIT_EXCEEDED', 'Fields lie too deep within each other', 'depth', 'maxQueryDepth'],
  ['FIELD_LIMIT_EXCEEDED', 'There are too many fields', 'fields', 'maxQueryFields'],
  ['ALIAS_LIMIT_EXCEEDED', 'There are too many aliases', 'aliases', 'maxQueryAliases'],
  ['DIRECTIVE_LIMIT_EXCEEDED', 'There are too many directives', 'directives', 'maxQueryDirectives'],
  ['FRAGMENT_LIMIT_EXCEEDED', 'There are too many fragments', 'fragments', 'maxQueryFragments'],
  ['LIST_LIMIT_EXCEEDED', 'A list of an argument is too long', 'items', 'maxInputItems'],
]

/** What a document has too much of, the first of it; null where it may be as it is. It need not be valid. */
export function findExcess(document: DocumentNode, limits: DocumentLimits): Excess | null {
  const measures = measureDocument(document)
  for (const [code, what, measure, limit] of CHECKS) {
    if (measures[measure] > limits[limit]) return { code, what, actual: measures[measure], limit: limits[limit] }
  }
  return null
}
