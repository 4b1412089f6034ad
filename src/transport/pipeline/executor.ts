import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
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
/** Each repeats all of the value that it is about. */
const MAX_VARIABLE_ERRORS = 3
/** What is compiled would set the prototype of its answer by it. */
const NO_NAME_FOR_COMPILED = '__proto__'

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
      ? compiled.query(rootValue, context, withoutPrototype(operation.variables))
      : this.#interpret(operation, context, rootValue)
    if (!(executed instanceof Promise)) {
      // graphql-jit says other things of wrong variables.
      const errors = compiled && executed.data === undefined ? this.#findVariableErrors(operation) : []
      return maskResult(errors.length > 0 ? { errors } : (executed as ExecutionResult), context)
    }
    return within(
      this.#timeoutMs,
      executed.then((result) => maskResult(result, context)),
      () => TOO_LATE,
    )
  }

  /** Starts a subscription: the stream of what its resolver gives, or the outcome that says why it cannot be had. */
  async openSource(operation: Operation, context: Context): Promise<AsyncIterable<unknown> | ExecutionOutcome> {
    const errors = this.#findVariableErrors(operation)
    if (errors.length > 0) return maskResult({ errors }, context)
    const source = await createSourceEventStream(this.#toArgs(operation, context))
    return Symbol.asyncIterator in source ? source : maskResult(source as ExecutionResult, context)
  }

  #interpret(operation: Operation, context: Context, rootValue: unknown): ExecutionResult | Promise<ExecutionResult> {
    const errors = this.#findVariableErrors(operation)
    return errors.length > 0 ? { errors } : (execute(this.#toArgs(operation, context, rootValue)) as ExecutionResult)
  }

  /** What is wrong with the variables of an operation: the first few mistakes, as graphql-js itself would tell fifty. */
  #findVariableErrors({ document, operationName, variables }: Operation): readonly GraphQLError[] {
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
    const options = { maxErrors: MAX_VARIABLE_ERRORS }
    return getVariableValues(this.#schema, definitions, variables ?? {}, options).errors ?? []
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
    if (plan.uses === COMPILE_AT_USE && !document.loc?.source.body.includes(NO_NAME_FOR_COMPILED)) {
      const compiled = compileQuery(this.#schema, document, operationName ?? undefined)
      if (isCompiledQuery(compiled)) plan.compiled = compiled
    }
    return plan.compiled
  }
}

/** What is compiled would take names that all objects have, such as `constructor`, for variables that were given. */
function withoutPrototype(variables: Operation['variables']): Record<string, unknown> {
  return Object.assign(Object.create(null), variables)
}

/** Maps events one by one. Ending it ends the source at once, also while the next event is awaited. */
export function mapEvents<Event, Result>(
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
