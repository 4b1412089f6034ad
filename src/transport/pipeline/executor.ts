import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from '../../context.js'
import { within } from '../../lib/within.js'
import { type ExecutionOutcome, maskResult } from './maskErrors.js'

export interface Operation {
  /** Valid for the schema. The same object for the same text, so that it is compiled once. */
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

interface Plan {
  uses: number
  compiled: CompiledQuery | null
}

/** Compiling costs some milliseconds: what comes once or twice is interpreted. */
const COMPILE_AT_USE = 3

const TOO_LATE: ExecutionOutcome = {
  errors: [
    {
      message:
        'The operation takes too long. What it changes may still come to be: send a mutation again with its key.',
      extensions: { code: 'OPERATION_TIMEOUT' },
    },
  ],
}

/**
 * Executes valid operations for every transport, and masks their errors. Operations that come often are compiled by
 * graphql-jit, the others are interpreted by graphql-js.
 */
export class Executor {
  readonly #schema: GraphQLSchema
  readonly #timeoutMs: number
  readonly #plans = new WeakMap<OperationDefinitionNode, Plan>()

  constructor(schema: GraphQLSchema, timeoutMs: number) {
    this.#schema = schema
    this.#timeoutMs = timeoutMs
  }

  /**
   * Executes a query or a mutation; or one event of a subscription, which is then the root value. Whoever asks is told when it takes too
   * long; it goes on all the same, as the statements of the database have limits of their own.
   */
  async execute(operation: Operation, context: Context, rootValue?: unknown): Promise<ExecutionOutcome> {
    const compiled = this.#compile(operation)
    const executed = compiled
      ? compiled.query(rootValue, context, { ...operation.variables })
      : execute(this.#toArgs(operation, context, rootValue))
    if (!(executed instanceof Promise)) return maskResult(executed as ExecutionResult, context)
    return within(
      this.#timeoutMs,
      executed.then((result) => maskResult(result, context)),
      () => TOO_LATE,
    )
  }

  /** Starts a subscription: the stream of what its resolver gives, or the outcome that says why it cannot be had. */
  async openSource(operation: Operation, context: Context): Promise<AsyncIterable<unknown> | ExecutionOutcome> {
    const source = await createSourceEventStream(this.#toArgs(operation, context))
    return Symbol.asyncIterator in source ? source : maskResult(source as ExecutionResult, context)
  }

  /**
   * Executes a subscription for each event of its source. `createContext` makes the context of each event, as loaders would
   * remember what an earlier event has read.
   */
  executeEach(
    operation: Operation,
    source: AsyncIterable<unknown>,
    createContext: () => Context,
  ): AsyncIterableIterator<ExecutionOutcome> {
    return mapEvents(source, (event) => this.execute(operation, createContext(), event))
  }

  #toArgs(
    { document, operationName, variables }: Operation,
    contextValue: Context,
    rootValue?: unknown,
  ): ExecutionArgs {
    return {
      schema: this.#schema,
      document,
      contextValue,
      rootValue,
      operationName,
      variableValues: variables as ExecutionArgs['variableValues'],
    }
  }

  /** The compiled form of an operation that comes often, null while it is to be interpreted. */
  #compile({ document, operationName }: Operation): CompiledQuery | null {
    const operation = getOperationAST(document, operationName)
    // Without an operation of that name there is nothing to compile, nor to remember: graphql-js says so.
    if (!operation) return null
    const plan = this.#plans.get(operation) ?? { uses: 0, compiled: null }
    if (plan.uses === 0) this.#plans.set(operation, plan)
    plan.uses += 1
    if (plan.uses === COMPILE_AT_USE) {
      const compiled = compileQuery(this.#schema, document, operationName ?? undefined)
      if (isCompiledQuery(compiled)) plan.compiled = compiled
    }
    return plan.compiled
  }
}

/** Maps events one by one. Ending it ends the source at once, also while the next event is awaited. */
function mapEvents<Event, Result>(
  source: AsyncIterable<Event>,
  map: (event: Event) => Promise<Result>,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]()
  return {
    async next() {
      const event = await events.next()
      return event.done ? { done: true, value: undefined } : { done: false, value: await map(event.value) }
    },
    async return() {
      await events.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
