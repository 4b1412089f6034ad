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
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Context, createContext, type Services } from '../context.js'
import { SharedSource } from '../lib/sharedEvents.js'
import type { Viewer } from '../modules/accounts/index.js'
import type { Documents } from './documents.js'
import type { Executor, Operation } from './executor.js'
import { internalError } from './maskErrors.js'
import { sayGoodbye } from './sayGoodbye.js'
import { identify } from './viewer.js'
import { Audiences } from './watching/audiences.js'
import { Backlog } from './watching/backlog.js'
import { Follower, type Line } from './watching/follower.js'

const PATH = '/graphql'
const MAX_MESSAGE_BYTES = 256 * 1024
/** For sockets that do not answer our good-bye. */
const CLOSE_WITHIN_MS = 1_000

/** What we know of a socket. */
interface Extra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  viewer: Viewer | null
  line: Line
  /** The subscriptions that run on the socket. */
  running: Set<AsyncIterator<unknown>>
}

type Socket = SocketContext<ConnectionInitMessage['payload'], Partial<Extra> & Pick<Extra, 'socket' | 'request'>>

/** What onSubscribe prepares and execute and subscribe take. */
type PreparedArgs = ExecutionArgs & {
  readonly id: string
  readonly operation: Operation
  readonly contextValue: Context
  readonly extra: Extra
}

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
  const sockets = new WebSocketServer({
    server,
    path: PATH,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  const subscribe = createSubscribe(options)
  const served = useServer<ConnectionInitMessage['payload'], Partial<Extra>>(
    {
      onConnect: (socket) => accept(socket as Socket, services),
      onSubscribe: (socket, id, payload) => prepare(socket as Socket, id, payload, options),
      execute: (args) => {
        const { operation, contextValue } = args as PreparedArgs
        return executor.execute(operation, contextValue) as OperationResult
      },
      subscribe: (args) => subscribe(args as PreparedArgs) as OperationResult,
      // graphql-ws ends what it knows of; of two subscriptions that used one id, it has forgotten the first.
      onClose: async ({ extra }) => {
        for (const iterator of extra.running ?? []) await iterator.return?.()
      },
      // Masked by the executor already; without this, graphql-ws would take the errors for unformatted ones.
      onNext: (_socket, _id, _payload, _args, result) => result as FormattedExecutionResult,
    },
    sockets,
    services.config.keepAliveSeconds * 1_000,
  )
  return {
    async dispose() {
      await sayGoodbye(sockets.clients)
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, CLOSE_WITHIN_MS)
      await served.dispose()
      clearTimeout(impatience)
    },
  }
}

async function accept({ extra, connectionParams }: Socket, { tokens, config }: Services): Promise<boolean> {
  const { socket, request } = extra
  const backlog = new Backlog(socket, request.socket, config.slowReaderSeconds * 1_000)
  extra.line = { socket, connection: request.socket, backlog }
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
  { extra }: Socket,
  id: string,
  { query, operationName, variables }: SubscribePayload,
  { documents, services }: WebSocketOptions,
): PreparedArgs | readonly GraphQLError[] {
  extra.line?.backlog.limitAnswers()
  const parsed = documents.read(query)
  if ('errors' in parsed) return parsed.errors
  const operation = { document: parsed.document, operationName, variables }
  const contextValue = createContext(services, extra.viewer ?? null)
  return {
    schema: documents.schema,
    document: parsed.document,
    operationName: operationName ?? null,
    contextValue,
    operation,
    id,
    extra: extra as Extra,
  }
}

/** How subscriptions are begun: those whose events are the same for everyone join an audience, the others run on their own. */
function createSubscribe({ executor, services }: WebSocketOptions) {
  const audiences = new Audiences(async (operation, event) => {
    // Nobody is signed in there, so that no answer can have what only one viewer may see.
    const context = createContext(services, null)
    return executor.execute(operation, context, event).catch((error: unknown) => {
      services.log.error({ err: error, requestId: context.requestId }, 'an event could not be executed')
      return { errors: [internalError(context.requestId)] }
    })
  })

  return async ({ id, operation, contextValue, extra }: PreparedArgs) => {
    const source = await executor.openSource(operation, contextValue)
    if (!(Symbol.asyncIterator in source)) return source
    if (source instanceof SharedSource) {
      const audience = audiences.find(operation, source.events)
      return track(new Follower(extra.line, id, source, audience), extra.running)
    }
    const createEventContext = () => createContext(services, contextValue.viewer, randomUUID())
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
