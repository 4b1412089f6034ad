import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
} from 'graphql'
import type { Config } from '../../config.js'
import type { Context } from '../../context.js'
import { Costs, countObjects, type Estimate } from '../../lib/documents/costs.js'
import { measureValue, type ValueMeasures } from '../../lib/documents/measures.js'
import { FairLimit, type Place } from '../../lib/fairLimit.js'
import { Turns } from '../../lib/turns.js'
import { WaitedTooLongError } from '../../lib/waitedTooLongError.js'
import { mayRun, scopeFor } from '../../modules/partners/index.js'
import { spendCost, spendRequest, toSpender } from './budget.js'
import { Documents } from './documents.js'
import { lookUp } from './lookUp.js'
import type { ExecutionOutcome } from './maskErrors.js'
import type { Parameters } from './parameters.js'
import { overLimit, type Refusal, refuse } from './refusal.js'
import { MAX_PARTS, TOO_MANY_PARTS } from './requestParts.js'

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

/** For whom an operation is executed. */
export interface Recipient extends Pick<Context, 'partner' | 'address'> {
  /** Whether nobody is there any more to read an answer. */
  readonly isGone: () => boolean
  /** Takes what to call as soon as nobody is, where that is told. */
  readonly onGone?: Place['onGone']
}

export interface PrepareOptions {
  /** Whether nothing but a query may come this way, as by GET. */
  readonly isReadOnly?: boolean
}

/** What costs no more is executed at once. */
const CHEAP = 100

const BY_GET: Refusal = {
  ...refuse('METHOD_NOT_ALLOWED', 'GET is for queries alone: send a mutation by POST.', 405),
  headers: ['allow', 'POST'],
}

const NOT_BEGUN = refuse(
  'OPERATION_TIMEOUT',
  'Others ask for too much just now: the operation was not begun. Send it again.',
  503,
)

/**
 * The way of every request, whatever transport has brought it: its operation is looked up or parsed, measured and validated, all before
 * anything of it is executed. docs/adr/0023
 */
export class Pipeline {
  readonly documents: Documents
  readonly #costs: Costs
  readonly #config: Config
  /** Some take long to be validated: between two of them it is the turn of others. */
  readonly #newTexts = new Turns(0)
  /** What costs much has to wait while as much runs as one operation may cost: what costs little never has to. */
  readonly #expensive: FairLimit

  constructor(schema: GraphQLSchema, config: Config) {
    this.#config = config
    this.#costs = new Costs(schema)
    this.#expensive = new FairLimit(config.maxQueryCost, config.operationTimeoutMs)
    this.documents = new Documents({
      schema,
      limits: config,
      rules: config.introspection ? [] : [NoSchemaIntrospectionCustomRule],
      suggests: config.introspection,
    })
  }

  /** The operation that a request asks for, or why it is refused. Never throws for what a client has sent. */
  async prepare(
    parameters: Parameters,
    caller: Context,
    { isReadOnly = false }: PrepareOptions = {},
  ): Promise<PreparedOperation | Refusal> {
    const prepared = await this.#prepare(parameters, caller, isReadOnly)
    if (caller.log.isLevelEnabled('debug')) note(prepared, caller)
    return prepared
  }

  /** What the execution of an operation gives, once it is its turn; or that it was not begun, as there was no room for too long. */
  inTurn<Result>(
    { estimate }: PreparedOperation,
    recipient: Recipient,
    execute: () => Promise<Result>,
  ): Promise<Result | Refusal> {
    return estimate <= CHEAP ? execute() : this.#executeInRoom(estimate, recipient, execute)
  }

  async #executeInRoom<Result>(
    estimate: number,
    recipient: Recipient,
    execute: () => Promise<Result>,
  ): Promise<Result | Refusal> {
    try {
      const place = { key: toSpender(recipient), weight: estimate, onGone: recipient.onGone }
      return await this.#expensive.run(place, async () => (recipient.isGone() ? NOT_BEGUN : execute()))
    } catch (error) {
      if (error instanceof WaitedTooLongError) return NOT_BEGUN
      throw error
    }
  }

  /** What an operation gave, with what it has cost, where that is asked for. */
  tellCost({ estimate, tellsCost }: PreparedOperation, outcome: ExecutionOutcome): ExecutionOutcome {
    if (!tellsCost) return outcome
    const cost = { estimate, actual: countObjects(outcome.data ?? {}), limit: this.#config.maxQueryCost }
    return { ...outcome, extensions: { cost } }
  }

  async #prepare(parameters: Parameters, caller: Context, isReadOnly: boolean): Promise<PreparedOperation | Refusal> {
    const tooMany = await spendRequest(caller)
    if (tooMany !== null) return tooMany
    const text = await lookUp(parameters, caller)
    if (typeof text !== 'string') return text
    const read = () => this.#read(text, parameters)
    const isKnown = this.documents.isRemembered(text)
    const prepared = isKnown ? read() : await this.#newTexts.runAndRest(toSpender(caller), read)
    if ('errors' in prepared) return prepared
    if (isReadOnly && prepared.operation.operation !== 'query') return BY_GET
    return refuseScope(prepared.operation, caller) ?? (await spendCost(caller, prepared.estimate)) ?? prepared
  }

  #read(text: string, { operationName, variables, extensions }: Parameters): PreparedOperation | Refusal {
    const parsed = this.documents.read(text)
    if ('errors' in parsed) return parsed
    const { document } = parsed
    const operation = getOperationAST(document, operationName)
    if (!operation) return refuseToChoose(operationName)
    const expected = this.#costs.estimate(document, operation, variables ?? {})
    const tellsCost = extensions?.cost === true
    const prepared = { text, document, operation, operationName, variables, tellsCost, estimate: expected.cost }
    const measures = measureValue(variables)
    return refuseParts(measures, extensions) ?? this.#refuseLarge(measures, expected) ?? prepared
  }

  #refuseLarge({ items, depth }: ValueMeasures, { cost, largestPage }: Estimate): Refusal | null {
    const { maxInputItems, maxPageSize, maxQueryCost, maxQueryDepth } = this.#config
    if (depth > maxQueryDepth) {
      const what = 'Values of variables lie too deep within each other'
      return overLimit('DEPTH_LIMIT_EXCEEDED', what, { actual: depth, limit: maxQueryDepth })
    }
    if (items > maxInputItems) {
      return overLimit('LIST_LIMIT_EXCEEDED', 'A list or an object of a variable is too long', {
        actual: items,
        limit: maxInputItems,
      })
    }
    if (largestPage > maxPageSize) {
      return overLimit('PAGE_LIMIT_EXCEEDED', 'A page is too large', { actual: largestPage, limit: maxPageSize })
    }
    if (cost > maxQueryCost) {
      return overLimit('COST_LIMIT_EXCEEDED', 'It costs too much', { actual: cost, limit: maxQueryCost })
    }
    return null
  }
}

/** What a body by HTTP is refused for before it is parsed. */
function refuseParts({ parts }: ValueMeasures, extensions: unknown): Refusal | null {
  return parts + measureValue(extensions).parts > MAX_PARTS ? TOO_MANY_PARTS : null
}

function note(prepared: PreparedOperation | Refusal, { viewer, partner, requestId, log }: Context): void {
  const who = { requestId, accountId: viewer?.accountId, partnerId: partner?.partnerId }
  if ('errors' in prepared) {
    const { message, extensions } = prepared.errors[0]!
    log.debug({ ...who, code: extensions.code, reason: message }, 'refused an operation')
    return
  }
  const { operation, estimate } = prepared
  log.debug({ ...who, operation: operation.operation, name: operation.name?.value, estimate }, 'executes an operation')
}

function refuseScope({ operation }: OperationDefinitionNode, { partner }: Context): Refusal | null {
  if (partner === null || mayRun(partner, operation)) return null
  const scope = scopeFor(operation)
  return refuse('FORBIDDEN', `This key is not for a ${operation}: send one that has the scope ${scope}.`, 403)
}

function refuseToChoose(name: string | undefined): Refusal {
  const message =
    name === undefined
      ? 'The document has several operations: name the one that you want as operationName.'
      : `The document has no operation that is named ${JSON.stringify(name)}.`
  return refuse('OPERATION_RESOLUTION_FAILURE', message)
}
