import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
} from 'graphql'
import type { Config } from '../../config.js'
import type { Context } from '../../context.js'
import { Turns } from '../../lib/turns.js'
import { Costs, countObjects } from './costs.js'
import { Documents } from './documents.js'
import type { ExecutionOutcome } from './maskErrors.js'
import { longestList } from './measures.js'
import type { Parameters } from './parameters.js'
import { overLimit, type Refusal, refuse } from './refusal.js'

/** Who asks. */
type Caller = Pick<Context, 'viewer' | 'requestId' | 'log'>

/** An operation that may be executed. */
export interface PreparedOperation {
  readonly text: string
  readonly document: DocumentNode
  /** The one of the document that is asked for. */
  readonly operation: OperationDefinitionNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>> | undefined
  /** What it is expected to cost. */
  readonly estimate: number
  /** Whether its answer is to tell what it cost: by `extensions: { cost: true }`. */
  readonly tellsCost: boolean
}

/**
 * The way of every request, whatever transport has brought it: its operation is looked up or parsed, measured and validated, all before
 * anything of it is executed. docs/adr/0023
 */
export class Pipeline {
  readonly documents: Documents
  readonly #costs: Costs
  readonly #config: Config
  /** Some take long to be validated: between two of them it is the turn of others. */
  readonly #newTexts = new Turns(1)

  constructor(schema: GraphQLSchema, config: Config) {
    this.#config = config
    this.#costs = new Costs(schema)
    this.documents = new Documents({
      schema,
      limits: config,
      rules: config.introspection ? [] : [NoSchemaIntrospectionCustomRule],
      suggests: config.introspection,
    })
  }

  /** The operation that a request asks for, or why it is refused. Never throws. */
  async prepare(parameters: Parameters, caller: Caller): Promise<PreparedOperation | Refusal> {
    const { query } = parameters
    if (query !== undefined && !this.documents.isRemembered(query)) await this.#newTexts.begin()
    const prepared = this.#prepare(parameters)
    if (caller.log.isLevelEnabled('debug')) note(prepared, caller)
    return prepared
  }

  /** What an operation gave, with what it has cost, where that is asked for. */
  tellCost({ estimate, tellsCost }: PreparedOperation, outcome: ExecutionOutcome): ExecutionOutcome {
    if (!tellsCost) return outcome
    const cost = { estimate, actual: countObjects(outcome.data ?? {}), limit: this.#config.maxQueryCost }
    return { ...outcome, extensions: { cost } }
  }

  #prepare({ query, operationName, variables, extensions, documentId }: Parameters): PreparedOperation | Refusal {
    if (documentId !== undefined || extensions?.persistedQuery != null) return PERSISTED_QUERY_NOT_SUPPORTED
    if (query === undefined || query.trim() === '') return NO_QUERY
    const parsed = this.documents.read(query)
    if ('errors' in parsed) return parsed
    const { document } = parsed
    const operation = getOperationAST(document, operationName)
    if (!operation) return refuseToChoose(operationName)
    const estimate = this.#costs.estimate(document, operation, variables ?? {})
    const tellsCost = extensions?.cost === true
    return (
      this.#refuseLarge(variables, estimate) ?? {
        ...{ text: query, document, operation, operationName, variables, estimate, tellsCost },
      }
    )
  }

  #refuseLarge(variables: unknown, estimate: number): Refusal | null {
    const { maxInputItems, maxQueryCost } = this.#config
    const items = variables === undefined ? 0 : longestList(variables)
    if (items > maxInputItems) {
      return overLimit('LIST_LIMIT_EXCEEDED', 'A list of a variable is too long', {
        actual: items,
        limit: maxInputItems,
      })
    }
    if (estimate > maxQueryCost) {
      return overLimit('COST_LIMIT_EXCEEDED', 'It costs too much', { actual: estimate, limit: maxQueryCost })
    }
    return null
  }
}

const NO_QUERY = refuse(
  'BAD_REQUEST',
  'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
)

/** By its code, clients that send hashes turn to sending texts: https://www.apollographql.com/docs/apollo-server/performance/apq */
const PERSISTED_QUERY_NOT_SUPPORTED: Refusal = {
  ...refuse('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', 200),
  headers: ['cache-control', 'private, no-cache, must-revalidate'],
}

function note(prepared: PreparedOperation | Refusal, { viewer, requestId, log }: Caller): void {
  const who = { requestId, accountId: viewer?.accountId }
  if ('errors' in prepared) {
    const { message, extensions } = prepared.errors[0]!
    log.debug({ ...who, code: extensions.code, reason: message }, 'refused an operation')
    return
  }
  const { operation, estimate } = prepared
  log.debug({ ...who, operation: operation.operation, name: operation.name?.value, estimate }, 'executes an operation')
}

function refuseToChoose(name: string | undefined): Refusal {
  const message =
    name === undefined
      ? 'The document has several operations: name the one that you want as operationName.'
      : `The document has no operation that is named ${JSON.stringify(name)}.`
  return refuse('OPERATION_RESOLUTION_FAILURE', message)
}
