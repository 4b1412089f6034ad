import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  type DocumentNode,
  GraphQLError,
  getLocation,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { type DocumentLimits, findExcess } from '../../../lib/documents/documentLimits.js'
import type { RefusedOperation } from '../outcomes.js'
import type { ManifestEntry, OperationType } from './manifest.js'
import { type CostLimits, findCostly } from './operationCost.js'
import type { Schema } from './operationSchema.js'
import { findChanges } from './schemaChanges.js'

/** What servers let a request ask for. */
export interface OperationLimits extends DocumentLimits, CostLimits {
  /** Whether it may ask for the schema. */
  readonly introspection: boolean
}

/** What operations are checked against: the schema, and what those of requests may be. */
export interface OperationRules {
  readonly schema: Schema
  readonly limits: OperationLimits
  /** The schema that they were made for, where it is another one: what has changed since then must not break them. */
  readonly base?: Schema | null
  /** Whether it is not known of that schema who could ask for what. */
  readonly isBaseWithoutRoles?: boolean
}

/** An operation that is good, with what its text says of it. */
export interface GoodOperation {
  readonly id: string
  readonly name: string | null
  readonly type: OperationType
  readonly text: string
}

export interface CheckedOperations {
  readonly good: GoodOperation[]
  readonly refused: RefusedOperation[]
}

const MAX_TEXT_LENGTH = 100_000

/** Tells the operations that are good from those that are not. Others have their turn in between. */
export async function checkOperations(
  rules: OperationRules,
  entries: readonly ManifestEntry[],
): Promise<CheckedOperations> {
  const checked: CheckedOperations = { good: [], refused: [] }
  for (const entry of entries) {
    const result = checkOperation(rules, entry)
    if ('problems' in result) checked.refused.push(result)
    else checked.good.push(result)
    await setImmediate()
  }
  return checked
}

function checkOperation(rules: OperationRules, entry: ManifestEntry): GoodOperation | RefusedOperation {
  const { limits } = rules
  const { id, text } = entry
  const refuse = (problems: string[]): RefusedOperation => ({ operationId: id, name: entry.name, problems })
  const document = read(text, limits)
  if (typeof document === 'string') return refuse([document])
  const excess = findExcess(document, limits)
  if (excess !== null) return refuse([`${excess.what}: at most ${excess.limit}, and not ${excess.actual}.`])
  const [operation, ...others] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition')
  if (operation === undefined || others.length > 0) {
    return refuse([
      `It has to be one operation with its fragments, and not ${others.length === 0 ? 'none' : 'several'}.`,
    ])
  }
  const { name, type } = describe(operation as OperationDefinitionNode)
  const problems = [...compareHash(entry), ...compare(entry, { name, type }), ...findProblems(rules, document)]
  return problems.length === 0 ? { id, name, type, text } : { operationId: id, name, problems }
}

/** What the schema has against an operation. */
function findProblems(checked: OperationRules, document: DocumentNode): string[] {
  const { schema, limits, base, isBaseWithoutRoles = false } = checked
  const rules = limits.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const invalid = validate(schema, document, rules).map(tell)
  const costly = invalid.length === 0 ? findCostly(schema, document, limits) : []
  const changed =
    base == null ? [] : findChanges({ before: base, after: schema, tellsRoles: !isBaseWithoutRoles }, document)
  return [...invalid, ...costly, ...changed]
}

/** The document of a text, or why it is none. */
function read(text: string, { maxQueryTokens }: DocumentLimits): DocumentNode | string {
  if (text.length > MAX_TEXT_LENGTH) return `It is longer than ${MAX_TEXT_LENGTH} characters.`
  if (text.includes('\0')) return 'It contains the character U+0000.'
  try {
    return parse(text, { maxTokens: maxQueryTokens })
  } catch (error) {
    if (error instanceof GraphQLError) return tell(error)
    throw error
  }
}

function describe({ name, operation }: OperationDefinitionNode): { name: string | null; type: OperationType } {
  return { name: name?.value ?? null, type: operation.toUpperCase() as OperationType }
}

/** By a SHA-256 others name the text that it is of, and caches keep one answer for all of them. */
function compareHash({ id, text }: ManifestEntry): string[] {
  const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(id)?.[1]
  if (sha256 === undefined || sha256.toLowerCase() === hash('sha256', text)) return []
  return ['Its id is a SHA-256, but not that of its text.']
}

/** Where a manifest says something else than its text. */
function compare(told: ManifestEntry, { name, type }: { name: string | null; type: OperationType }): string[] {
  const problems: string[] = []
  if (told.name !== null && told.name !== name) problems.push(`The manifest calls it ${told.name}, its text does not.`)
  if (told.type !== null && told.type !== type) problems.push(`The manifest says ${told.type}, its text ${type}.`)
  return problems
}

function tell({ message, source, positions }: GraphQLError): string {
  const position = positions?.[0]
  if (source === undefined || position === undefined) return message
  const { line, column } = getLocation(source, position)
  return `${message} (${line}:${column})`
}
