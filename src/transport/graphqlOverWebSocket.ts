import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { ExecutionArgs, FormattedExecutionResult, GraphQLError } from 'graphql'
import type {
  ConnectionInitMessage,
  Disposable,
  OperationResult,
  Context as SocketContext,
  SubscribePayload,
} from 'graphql-ws'
import { type Context, createContext, type Services } from '../context.js'
import { unauthenticated } from '../lib/errors.js'
import { SharedSource } from '../lib/sharedEvents.js'
import type { Viewer } from '../modules/accounts/index.js'
import type { PartnerCaller } from '../modules/partners/index.js'
import type { Credentials } from './caller.js'
import { addressOf, UNKNOWN_ADDRESS } from './clientAddress.js'
import type { Origins } from './origins.js'
import { PendingOperation } from './pendingOperation.js'
import type { Executor } from './pipeline/executor.js'
import { type ExecutionOutcome, internalError } from './pipeline/maskErrors.js'
import { ParameterError, readParameters } from './pipeline/parameters.js'
import type { Pipeline, PreparedOperation } from './pipeline/pipeline.js'
import { overLimit, type Refusal, refuse } from './pipeline/refusal.js'
import { type SocketBasis, serveSockets } from './serveSockets.js'
import { SocketCallers } from './socketCallers.js'
import { SocketsOfAddresses } from './socketsOfAddresses.js'
import { Audiences } from './watching/audiences.js'
import { isOver } from './watching/backlog.js'
import { Follower } from './watching/follower.js'

/** https://www.rfc-editor.org/rfc/rfc9110#name-client-error-4xx and RFC 6585 */
const FORBIDDEN = 403
const TOO_MANY_REQUESTS = 429

/** What we know of a socket. */
interface Extra extends SocketBasis, Record<PropertyKey, unknown> {
  viewer: Viewer | null
  partner: PartnerCaller | null
  /** What was asked for on the socket and has not ended, also where nobody waits for it any more. */
  running: Set<PendingOperation>
}

type SocketOf<Known> = SocketContext<ConnectionInitMessage['payload'], Known>

/** What a client asks for. */
interface Request {
  readonly id: string
  readonly operation: PreparedOperation
  readonly context: Context
  readonly extra: Extra
  readonly pending: PendingOperation
}

/** What onSubscribe prepares and execute and subscribe take. */
type PreparedArgs = ExecutionArgs & { request: Request | null }

export interface WebSocketOptions {
  readonly executor: Executor
  readonly pipeline: Pipeline
  readonly origins: Origins
  readonly services: Services
}

/**
 * GraphQL over WebSocket by the graphql-transport-ws protocol, for subscriptions, queries and mutations: executed and masked as
 * over HTTP. Who connects with a token that is not valid is closed with 4403, as is everybody whose token ends; an account with too many
 * sockets, with 4429.
 */
export function serveWebSocket(server: Server, options: WebSocketOptions): Disposable {
  const { services } = options
  const subscribe = createSubscribe(options)
  const callers = new SocketCallers(services)
  const ofAddresses = new SocketsOfAddresses(services.config.maxSocketsPerAddress)
  const whereFrom = (request: IncomingMessage) => addressOf(request, services.config.trustProxy)
  const sockets = serveSockets<Extra>({
    server,
    graphql: {
      onConnect: (socket) => accept(socket, callers),
      onSubscribe: async ({ extra, subscriptions }, id, payload) => {
        const pending = new PendingOperation()
        subscriptions[id] = pending as AsyncGenerator<never>
        const { size } = extra.running.add(pending)
        const args = (await callers.check(extra.socket))
          ? (refuseMore(size, services) ?? (await prepareArgs({ extra, id, pending }, payload, options)))
          : [unauthenticated()]
        if (!('request' in args) || pending.isOver) extra.running.delete(pending)
        return pending.give(args)
      },
      execute: async (args) => {
        const request = takeRequest(args)
        const { pending, extra } = request
        const outcome = await execute(request, callers, options).finally(() => extra.running.delete(pending))
        return pending.give(outcome as OperationResult)
      },
      subscribe: async (args) => {
        const request = takeRequest(args)
        const events = await subscribe(request)
        if (request.pending.isOver && Symbol.asyncIterator in events) await events.return?.()
        return request.pending.give(events as OperationResult)
      },
      // Masked by the executor already; without this, graphql-ws would take the errors for unformatted ones.
      onNext: (_socket, _id, _payload, _args, result) => result as FormattedExecutionResult,
    },
    slowReaderMs: services.config.slowReaderSeconds * 1_000,
    keepAliveMs: services.config.keepAliveSeconds * 1_000,
    maxMessageBytes: services.config.maxMessageBytes,
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

async function accept({ extra, connectionParams }: SocketOf<Extra>, callers: SocketCallers): Promise<boolean> {
  extra.running = new Set()
  const identity = await callers.accept(extra.socket, readCredentials(connectionParams))
  if (identity === null) return false
  Object.assign(extra, identity)
  return true
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
  return overLimit('SOCKET_LIMIT_EXCEEDED', 'Too many operations run on this socket', { actual, limit }).errors
}

/** Errors are answered to the operation alone: thrown ones would close the socket, with all that runs on it. */
async function prepareArgs(
  asking: Pick<Request, 'extra' | 'id' | 'pending'>,
  payload: SubscribePayload,
  { pipeline, services }: WebSocketOptions,
): Promise<PreparedArgs | readonly GraphQLError[]> {
  const context = createContext(services, asking.extra)
  const operation = await prepare(payload, context, pipeline)
  if ('errors' in operation) return operation.errors
  return {
    schema: pipeline.documents.schema,
    document: operation.document,
    operationName: operation.operationName ?? null,
    request: { ...asking, operation, context },
  }
}

async function prepare(
  payload: SubscribePayload,
  context: Context,
  pipeline: Pipeline,
): Promise<PreparedOperation | Refusal> {
  try {
    return await pipeline.prepare(readParameters(payload), context)
  } catch (error) {
    if (error instanceof ParameterError) return refuse('BAD_REQUEST', error.message)
    throw error
  }
}

/** The request, once: graphql-ws keeps its arguments for as long as a subscription runs. */
function takeRequest(args: ExecutionArgs): Request {
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
  request: Request,
  callers: SocketCallers,
  { executor, pipeline }: Pick<WebSocketOptions, 'executor' | 'pipeline'>,
): Promise<ExecutionOutcome> {
  const { operation, context, extra, pending } = request
  const recipient = { ...extra, signal: pending.signal, isGone: () => pending.isOver }
  await extra.backlog.drained()
  const outcome = await pipeline.inTurn(operation, recipient, async () => {
    if (!callers.isCurrent(extra.socket)) return { errors: [unauthenticated().toJSON()] }
    return isOver(extra.connection) ? null : executor.execute(operation, context)
  })
  // Others of the same client were answered first.
  if (outcome === null) return execute(request, callers, { executor, pipeline })
  if ('status' in outcome) return { errors: outcome.errors.map((error) => error.toJSON()) }
  return pipeline.tellCost(operation, outcome)
}

/** How subscriptions are begun: those whose events are the same for everyone join an audience, the others run on their own. */
function createSubscribe({ executor, services }: WebSocketOptions) {
  const audiences = new Audiences(async (operation, event) => {
    // Nobody is signed in there, so that no answer can have what only one viewer may see.
    const context = createContext(services, { viewer: null, partner: null, address: UNKNOWN_ADDRESS })
    return executor.execute(operation, context, event).catch((error: unknown) => {
      services.log.error({ err: error, requestId: context.requestId }, 'an event could not be executed')
      return { errors: [internalError(context.requestId)] }
    })
  })

  return async ({ id, operation, context, extra, pending }: Request) => {
    const end = () => void extra.running.delete(pending)
    const source = await executor.openSource(operation, context)
    if (!(Symbol.asyncIterator in source)) {
      end()
      return source
    }
    if (source instanceof SharedSource) {
      const audience = audiences.find(operation, source.events)
      return onceOver(new Follower(extra, id, source, audience), end)
    }
    const createEventContext = () => createContext(services, context, randomUUID())
    return onceOver(executor.executeEach(operation, source, createEventContext), end)
  }
}

/** Events, which tell when they are over: by themselves, by a failure, or as they are ended. */
function onceOver<Event>(events: AsyncIterableIterator<Event>, end: () => void): AsyncIterableIterator<Event> {
  return {
    async next() {
      const event = await events.next().catch((error: unknown) => {
        end()
        throw error
      })
      if (event.done) end()
      return event
    },
    async return() {
      end()
      return (await events.return?.()) ?? { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
