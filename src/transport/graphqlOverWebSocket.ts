import type { IncomingMessage, Server } from 'node:http'
import { type ExecutionArgs, type FormattedExecutionResult, GraphQLError } from 'graphql'
import type {
  ConnectionInitMessage,
  Disposable,
  OperationResult,
  ServerOptions,
  Context as SocketContext,
} from 'graphql-ws'
import { type Context, createContext, type Services } from '../context.js'
import { unauthenticated } from '../lib/errors.js'
import type { Turns } from '../lib/turns.js'
import type { Credentials } from './caller.js'
import { addressOf } from './clientAddress.js'
import type { Origins } from './origins.js'
import { PendingOperation } from './pendingOperation.js'
import type { Executor } from './pipeline/executor.js'
import type { ExecutionOutcome } from './pipeline/maskErrors.js'
import { ParameterError, readParameters } from './pipeline/parameters.js'
import type { Pipeline, PreparedOperation, Recipient } from './pipeline/pipeline.js'
import { overLimit, type Refusal, type RefusalError, refuse } from './pipeline/refusal.js'
import { type RefusedUpgrade, serveSockets } from './serveSockets.js'
import { SocketCallers } from './socketCallers.js'
import type { Extra, SocketRequest } from './socketRequest.js'
import { createSubscribe } from './socketSubscriptions.js'
import { SocketsOfAddresses } from './socketsOfAddresses.js'
import { isOver } from './watching/backlog.js'

/** https://www.rfc-editor.org/rfc/rfc9110#name-client-error-4xx and RFC 6585: when another socket ends, nobody knows. */
const FORBIDDEN: RefusedUpgrade = { status: 403 }
const TOO_MANY_REQUESTS: RefusedUpgrade = { status: 429, headers: { 'Retry-After': '5' } }

type SocketOf<Known> = SocketContext<ConnectionInitMessage['payload'], Known>

/** What onSubscribe prepares and execute and subscribe take. */
type PreparedArgs = ExecutionArgs & { request: SocketRequest | null }

export interface WebSocketOptions {
  readonly executor: Executor
  readonly pipeline: Pipeline
  readonly origins: Origins
  readonly services: Services
  readonly turns: Turns
}

/**
 * GraphQL over WebSocket by the graphql-transport-ws protocol, for subscriptions, queries and mutations: executed and masked as
 * over HTTP. Who connects with a token that is not valid is closed with 4403, as is everybody whose token ends; an account with too many
 * sockets, with 4429.
 */
export function serveWebSocket(server: Server, options: WebSocketOptions): Disposable {
  const { services } = options
  const callers = new SocketCallers(services)
  const ofAddresses = new SocketsOfAddresses(services.config.maxSocketsPerAddress)
  const whereFrom = (request: IncomingMessage) => addressOf(request, services.config.trustProxy)
  const sockets = serveSockets<Extra>({
    server,
    graphql: createHooks(options, callers),
    turns: options.turns,
    slowReaderMs: services.config.slowReaderSeconds * 1_000,
    keepAliveMs: services.config.keepAliveSeconds * 1_000,
    maxMessageBytes: services.config.maxMessageBytes,
    maxMessageFragments: services.config.maxMessageFragments,
    addressOf: whereFrom,
    refuse(request) {
      if (!options.origins.isWelcome(request)) return FORBIDDEN
      return ofAddresses.isUsedUp(whereFrom(request)) ? TOO_MANY_REQUESTS : null
    },
    onConnected: (socket, address) => ofAddresses.count(socket, address),
    log: services.log,
  })
  return {
    async dispose() {
      await sockets.dispose()
      callers.close()
    },
  }
}

/** What graphql-ws asks us. */
function createHooks(
  options: WebSocketOptions,
  callers: SocketCallers,
): ServerOptions<ConnectionInitMessage['payload'], Extra> {
  const { services } = options
  const subscribe = createSubscribe(options)
  return {
    onConnect: (socket) => accept(socket, callers),
    onSubscribe: async ({ extra, subscriptions }, id, payload) => {
      const pending = new PendingOperation(extra.queue)
      subscriptions[id] = pending as AsyncGenerator<never>
      const { size } = extra.running.add(pending)
      const parameters = takeGiven(extra, id) ?? payload
      const args = (await callers.check(extra.socket))
        ? (refuseMore(size, services) ?? (await prepareArgs({ extra, id, pending }, parameters, options)))
        : [unauthenticated()]
      if (!('request' in args) || pending.isOver) end(extra, pending)
      return pending.give(args)
    },
    execute: async (args) => {
      const request = takeRequest(args)
      const { pending, extra } = request
      const outcome = await execute(request, callers, options).finally(() => end(extra, pending))
      return pending.give(outcome as OperationResult)
    },
    subscribe: async (args) => {
      const request = takeRequest(args)
      request.pending.begin()
      const events = await subscribe(request)
      if (request.pending.isOver && Symbol.asyncIterator in events) await events.return?.()
      return request.pending.give(events as OperationResult)
    },
    // Masked by the executor already; without this, graphql-ws would take the errors for unformatted ones.
    onNext: (_socket, _id, _payload, _args, result) => result as FormattedExecutionResult,
  }
}

/** The parameters of an operation as they came, where graphql-ws was given something else. */
function takeGiven({ given }: Extra, id: string): unknown {
  const parameters = given?.get(id)
  given?.delete(id)
  return parameters
}

function end({ running }: Extra, pending: PendingOperation): void {
  running.delete(pending)
  pending.begin()
}

async function accept({ extra, connectionParams }: SocketOf<Extra>, callers: SocketCallers): Promise<boolean> {
  extra.running = new Set()
  return callers.accept(extra, readCredentials(connectionParams))
}

/** Under the names of the headers, in any case as those. */
function readCredentials(connectionParams: Readonly<Record<string, unknown>> = {}): Credentials {
  const given = Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), value] as const)
  const { authorization, 'x-api-key': apiKey } = Object.fromEntries(given)
  return { authorization, apiKey }
}

function refuseMore(actual: number, { config }: Services): readonly GraphQLError[] | null {
  const limit = config.maxOperationsPerSocket
  if (actual <= limit) return null
  return toThrown(overLimit('SOCKET_LIMIT_EXCEEDED', 'Too many operations run on this socket', { actual, limit }))
}

/** Errors are answered to the operation alone: thrown ones would close the socket, with all that runs on it. */
async function prepareArgs(
  asking: Pick<SocketRequest, 'extra' | 'id' | 'pending'>,
  parameters: unknown,
  { pipeline, services }: WebSocketOptions,
): Promise<PreparedArgs | readonly GraphQLError[]> {
  const context = createContext(services, asking.extra)
  const operation = await prepare(parameters, context, pipeline)
  if ('errors' in operation) return toThrown(operation)
  return {
    schema: pipeline.documents.schema,
    document: operation.document,
    operationName: operation.operationName ?? null,
    request: { ...asking, operation, context },
  }
}

async function prepare(
  parameters: unknown,
  context: Context,
  pipeline: Pipeline,
): Promise<PreparedOperation | Refusal> {
  try {
    return await pipeline.prepare(readParameters(parameters), context)
  } catch (error) {
    if (error instanceof ParameterError) return refuse('BAD_REQUEST', error.message)
    throw error
  }
}

/** The request, once: graphql-ws keeps its arguments for as long as a subscription runs. */
function takeRequest(args: ExecutionArgs): SocketRequest {
  const prepared = args as PreparedArgs
  const request = prepared.request!
  prepared.request = null
  return request
}

/**
 * Executes a query or a mutation, once its client has read what it was answered before, and it is its turn; unless the client may not ask
 * any more by then.
 */
async function execute(
  request: SocketRequest,
  callers: SocketCallers,
  { executor, pipeline }: Pick<WebSocketOptions, 'executor' | 'pipeline'>,
): Promise<ExecutionOutcome> {
  const { operation, context, extra, pending } = request
  const recipient: Recipient = {
    ...extra,
    isGone: () => pending.isOver,
    onGone: (leave) => pending.onOver(leave),
  }
  // It is its client that it waits for.
  if (isOver(extra.connection)) pending.begin()
  await extra.backlog.drained()
  const outcome = await pipeline.inTurn(operation, recipient, async () => {
    pending.begin()
    if (!callers.isCurrent(extra.socket)) return { errors: [unauthenticated().toJSON()] }
    return isOver(extra.connection) ? null : executor.execute(operation, context)
  })
  // Others of the same client were answered first.
  if (outcome === null) return execute(request, callers, { executor, pipeline })
  if ('status' in outcome) return { errors: outcome.errors }
  return pipeline.tellCost(operation, outcome)
}

/** A refusal as graphql-ws takes it, by errors that are of this class: it sends what they are in JSON. */
function toThrown({ errors }: Refusal): readonly GraphQLError[] {
  return errors.map((error) => new ToldError(error))
}

class ToldError extends GraphQLError {
  readonly #told: RefusalError

  constructor(told: RefusalError) {
    super(told.message, { extensions: told.extensions })
    this.#told = told
  }

  override toJSON(): RefusalError {
    return this.#told
  }
}
