import { GraphQLError, parse, print } from 'graphql'
import type { DocumentLimits } from './documentLimits.js'

/**
 * Whether two texts are of the same document: they may differ in the order of their definitions, in white space and in comments. What is
 * no document, or one of too many tokens, is the same as no other.
 */
export function isSameDocument(one: string, other: string, { maxQueryTokens }: DocumentSize): boolean {
  const [definitions, others] = [one, other].map((text) => definitionsOf(text, maxQueryTokens))
  return definitions != null && definitions === others
}

type DocumentSize = Pick<DocumentLimits, 'maxQueryTokens'>

function definitionsOf(text: string, maxTokens: number): string | null {
  try {
    return parse(text, { maxTokens }).definitions.map(print).sort().join('\n')
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}
