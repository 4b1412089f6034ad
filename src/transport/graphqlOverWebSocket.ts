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
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { type Context, createContext, type Services } from '../context.js'
import type { Viewer } from '../modules/accounts/index.js'
import type { Documents } from './documents.js'
import type { Executor, Operation } from './executor.js'
import { identify } from './viewer.js'

const PATH = '/graphql'
const MAX_MESSAGE_BYTES = 256 * 1024
const KEEP_ALIVE_MS = 12_000
/** For sockets that do not answer our good-bye. */
const CLOSE_WITHIN_MS = 1_000

interface Extra extends Record<PropertyKey, unknown> {
  viewer: Viewer | null
  /** The subscriptions that run on the socket. */
  running: Set<AsyncIterator<unknown>>
}

type Socket = SocketContext<ConnectionInitMessage['payload'], Partial<Extra>>

/** What onSubscribe prepares and execute and subscribe take. */
type PreparedArgs = ExecutionArgs & {
  readonly operation: Operation
  readonly contextValue: Context
  readonly running: Extra['running']
}

/**
 * GraphQL over WebSocket by the graphql-transport-ws protocol, for subscriptions, queries and mutations: executed and masked as
 * over HTTP. Who connects with a token that is not valid is closed with 4403.
 */
export function serveWebSocket(server: Server, { executor, documents, services }: WebSocketOptions): Disposable {
  const sockets = new WebSocketServer({
    server,
    path: PATH,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  const served = useServer<ConnectionInitMessage['payload'], Extra>(
    {
      onConnect: async (socket) => {
        socket.extra.running = new Set()
        try {
          socket.extra.viewer = await identify(services.tokens, socket.connectionParams?.authorization)
          return true
        } catch {
          return false
        }
      },
      onSubscribe: (socket, _id, payload) => prepare(socket, payload, { executor, documents, services }),
      execute: (args) => {
        const { operation, contextValue } = args as PreparedArgs
        return executor.execute(operation, contextValue) as OperationResult
      },
      subscribe: (args) => {
        const { operation, contextValue, running } = args as PreparedArgs
        const createEventContext = () => createContext(services, contextValue.viewer, randomUUID())
        return executor.subscribe(operation, contextValue, createEventContext).then((outcome) => {
          return Symbol.asyncIterator in outcome ? track(outcome, running) : outcome
        }) as OperationResult
      },
      // graphql-ws ends what it knows of; of two subscriptions that used one id, it has forgotten the first.
      onClose: async ({ extra }) => {
        for (const iterator of extra.running ?? []) await iterator.return?.()
      },
      // Masked by the executor already; without this, graphql-ws would take the errors for unformatted ones.
      onNext: (_socket, _id, _payload, _args, result) => result as FormattedExecutionResult,
    },
    sockets,
    KEEP_ALIVE_MS,
  )
  return {
    async dispose() {
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, CLOSE_WITHIN_MS)
      await served.dispose()
      clearTimeout(impatience)
    },
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

export interface WebSocketOptions {
  readonly executor: Executor
  readonly documents: Documents
  readonly services: Services
}

/** Errors are answered to the operation alone: thrown ones would close the socket, with all that runs on it. */
function prepare(
  socket: Socket,
  { query, operationName, variables }: SubscribePayload,
  { documents, services }: WebSocketOptions,
): PreparedArgs | readonly GraphQLError[] {
  const parsed = documents.read(query)
  if ('errors' in parsed) return parsed.errors
  const operation = { document: parsed.document, operationName, variables }
  const contextValue = createContext(services, socket.extra.viewer ?? null)
  return {
    schema: documents.schema,
    document: parsed.document,
    operationName: operationName ?? null,
    contextValue,
    operation,
    running: socket.extra.running ?? new Set(),
  }
}
