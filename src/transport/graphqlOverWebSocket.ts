import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { ExecutionArgs, FormattedExecutionResult, GraphQLError } from 'graphql'
import type {
  ConnectionInitMessage,
  Disposable,
  OperationResult,
  Context as SocketContext,
  SubscribePayload,
} from 'graphql-ws'
import { type Context, createContext, type Services } from '../context.js'
import { SharedSource } from '../lib/sharedEvents.js'
import type { Viewer } from '../modules/accounts/index.js'
import { addressOf, UNKNOWN_ADDRESS } from './clientAddress.js'
import type { Documents } from './documents.js'
import type { Executor, Operation } from './executor.js'
import { internalError } from './maskErrors.js'
import { type SocketBasis, serveSockets } from './serveSockets.js'
import { identify } from './viewer.js'
import { Audiences } from './watching/audiences.js'
import { Backlog } from './watching/backlog.js'
import { Follower } from './watching/follower.js'

/** What we know of a socket. */
interface Extra extends SocketBasis, Record<PropertyKey, unknown> {
  backlog: Backlog
  viewer: Viewer | null
  /** The subscriptions that run on the socket. */
  running: Set<AsyncIterator<unknown>>
}

type SocketOf<Known> = SocketContext<ConnectionInitMessage['payload'], Known>

/** What a client asks for. */
interface Request {
  readonly id: string
  readonly operation: Operation
  readonly context: Context
  readonly extra: Extra
}

/** What onSubscribe prepares and execute and subscribe take. */
type PreparedArgs = ExecutionArgs & { request: Request | null }

export interface WebSocketOptions {
  readonly executor: Executor
  readonly documents: Documents
  readonly services: Services
}

/**
 * GraphQL over WebSocket by the graphql-transport-ws protocol, for subscriptions, queries and mutations: executed and masked as
 * over HTTP. Who connects with a token that is not valid is closed with 4403.
 */
export function serveWebSocket(server: Server, options: WebSocketOptions): Disposable {
  const { executor, services } = options
  const subscribe = createSubscribe(options)
  return serveSockets<Extra>({
    server,
    graphql: {
      onConnect: (socket) => accept(socket, services),
      onSubscribe: ({ extra }, id, payload) => prepare({ extra, id }, payload, options),
      execute: (args) => {
        const { operation, context } = takeRequest(args)
        return executor.execute(operation, context) as OperationResult
      },
      subscribe: (args) => subscribe(takeRequest(args)) as OperationResult,
      // graphql-ws ends what it knows of; of two subscriptions that used one id, it has forgotten the first.
      onClose: async ({ extra }) => {
        for (const iterator of extra.running ?? []) await iterator.return?.()
      },
      // Masked by the executor already; without this, graphql-ws would take the errors for unformatted ones.
      onNext: (_socket, _id, _payload, _args, result) => result as FormattedExecutionResult,
    },
    keepAliveMs: services.config.keepAliveSeconds * 1_000,
    addressOf: (request) => addressOf(request, services.config.trustProxy),
    log: services.log,
  })
}

async function accept({ extra, connectionParams }: SocketOf<Extra>, { tokens, config }: Services): Promise<boolean> {
  extra.backlog = new Backlog(extra.socket, extra.connection, config.slowReaderSeconds * 1_000)
  extra.running = new Set()
  try {
    extra.viewer = await identify(tokens, connectionParams?.authorization)
    return true
  } catch {
    return false
  }
}

/** Errors are answered to the operation alone: thrown ones would close the socket, with all that runs on it. */
function prepare(
  { extra, id }: Pick<Request, 'extra' | 'id'>,
  { query, operationName, variables }: SubscribePayload,
  { documents, services }: WebSocketOptions,
): PreparedArgs | readonly GraphQLError[] {
  extra.backlog.limitAnswers()
  const parsed = documents.read(query)
  if ('errors' in parsed) return parsed.errors
  const operation = { document: parsed.document, operationName, variables }
  return {
    schema: documents.schema,
    document: parsed.document,
    operationName: operationName ?? null,
    request: { id, operation, context: createContext(services, extra), extra },
  }
}

/** The request, once: graphql-ws keeps its arguments for as long as a subscription runs. */
function takeRequest(args: ExecutionArgs): Request {
  const prepared = args as PreparedArgs
  const request = prepared.request!
  prepared.request = null
  return request
}

/** How subscriptions are begun: those whose events are the same for everyone join an audience, the others run on their own. */
function createSubscribe({ executor, services }: WebSocketOptions) {
  const audiences = new Audiences(async (operation, event) => {
    // Nobody is signed in there, so that no answer can have what only one viewer may see.
    const context = createContext(services, { viewer: null, address: UNKNOWN_ADDRESS })
    return executor.execute(operation, context, event).catch((error: unknown) => {
      services.log.error({ err: error, requestId: context.requestId }, 'an event could not be executed')
      return { errors: [internalError(context.requestId)] }
    })
  })

  return async ({ id, operation, context, extra }: Request) => {
    const source = await executor.openSource(operation, context)
    if (!(Symbol.asyncIterator in source)) return source
    if (source instanceof SharedSource) {
      const audience = audiences.find(operation, source.events)
      return track(new Follower(extra, id, source, audience), extra.running)
    }
    const createEventContext = () => createContext(services, context, randomUUID())
    return track(executor.executeEach(operation, source, createEventContext), extra.running)
  }
}

/** Notes a subscription for as long as it runs. */
function track<Event>(events: AsyncIterableIterator<Event>, running: Extra['running']): AsyncIterableIterator<Event> {
  const tracked: AsyncIterableIterator<Event> = {
    next: () => events.next(),
    async return() {
      running.delete(tracked)
      return (await events.return?.()) ?? { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => tracked,
  }
  running.add(tracked)
  return tracked
}
