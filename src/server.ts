import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Services } from './context.js'
import { Turns } from './lib/turns.js'
import { createSchema } from './schema.js'
import { startWorker } from './startWorker.js'
import { createApollo } from './transport/apollo.js'
import { createExplorer } from './transport/explorer.js'
import { createGatewayHandlers } from './transport/gatewayHandlers.js'
import { createGraphqlHandler } from './transport/graphqlOverHttp.js'
import { serveWebSocket } from './transport/graphqlOverWebSocket.js'
import { createHealthCheck } from './transport/health.js'
import { Origins } from './transport/origins.js'
import { Executor } from './transport/pipeline/executor.js'
import { Pipeline } from './transport/pipeline/pipeline.js'
import { limitPipelining } from './transport/pipelining.js'
import { createRouter } from './transport/router.js'
import { createTicketHandlers } from './transport/ticketDocuments.js'
import { warmUp } from './transport/warmUp.js'

export interface MarqueeServer {
  /** Listens once it is warm, on any free port for port 0. Rejects with EADDRINUSE when the port is taken, and where it is closed meanwhile. */
  listen(address: { port: number; host: string }): Promise<{ port: number }>
  /** Ends what runs: requests get their answers, watchers are told to come back, jobs end. */
  close(): Promise<void>
}

/** So long requests are taken in a turn of the event loop, and so long messages: that long answers of the database wait to be read. */
const TURN_MS = 10

/** The API on HTTP and WebSocket, and a worker beside it unless WORK_JOBS is false. The services are opened and closed by the caller. */
export async function createServer(services: Services): Promise<MarqueeServer> {
  const schema = createSchema(services.config)
  const executor = new Executor(schema, services.config.operationTimeoutMs)
  const pipeline = new Pipeline(schema, services.config)
  const origins = new Origins(services.config.allowedOrigins, services.config.publicUrl)
  const turns = { requests: new Turns(TURN_MS), messages: new Turns(TURN_MS) }
  const apollo = createApollo({ documents: pipeline.documents, executor, services })
  await apollo.start()
  await services.waitingRooms.start()

  const http = createHttpServer(
    limitPipelining(
      services.config.maxPipelinedRequests,
      createRouter({
        handlers: {
          '/graphql': createGraphqlHandler({ apollo, pipeline, origins, services, turns: turns.requests }),
          '/health': createHealthCheck(services),
          ...createTicketHandlers(services),
          ...createGatewayHandlers(services),
          ...(services.config.graphiql && { '/graphiql': createExplorer() }),
        },
        origins,
        log: services.log,
        isSecure: services.config.publicUrl.startsWith('https:'),
      }),
    ),
  )
  const sockets = serveWebSocket(http, { executor, pipeline, origins, services, turns: turns.messages })
  // Node accepts one connection in a turn of the event loop, so that a crowd of them would wait for as many turns.
  http.on('connection', () => {
    turns.requests.cutShort()
    turns.messages.cutShort()
  })
  const closing = new AbortController()
  let warming: Promise<void> | null = null
  const worker = services.config.workJobs ? startWorker(services) : null

  return {
    async listen(address) {
      const { config, log } = services
      const maxMs = config.warmUpSeconds * 1_000
      if (maxMs > 0) warming = warmUp(http, { closing: closing.signal, maxMs, log })
      await warming
      closing.signal.throwIfAborted()
      return listen(http, address)
    },
    async close() {
      closing.abort()
      await warming
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      await sockets.dispose()
      http.closeIdleConnections()
      await Promise.all([closed, worker?.stop()])
      await apollo.stop()
    },
  }
}

async function listen(server: Server, { port, host }: { port: number; host: string }): Promise<{ port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: 4096 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { port: (server.address() as AddressInfo).port }
}
