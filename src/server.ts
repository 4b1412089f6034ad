import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import type { Services } from './context.js'
import { createSchema } from './schema.js'
import { startWorker } from './startWorker.js'
import { createApollo } from './transport/apollo.js'
import { Documents } from './transport/documents.js'
import { Executor } from './transport/executor.js'
import { createExplorer } from './transport/explorer.js'
import { createGatewayHandlers } from './transport/gatewayHandlers.js'
import { createGraphqlHandler } from './transport/graphqlOverHttp.js'
import { serveWebSocket } from './transport/graphqlOverWebSocket.js'
import { createHealthCheck } from './transport/health.js'
import { createRouter } from './transport/router.js'
import { createTicketHandlers } from './transport/ticketDocuments.js'

export interface MarqueeServer {
  /** Listens, on any free port for port 0. Rejects with EADDRINUSE when the port is taken. */
  listen(address: { port: number; host: string }): Promise<{ port: number }>
  /** Ends what runs: requests get their answers, watchers are told to come back, jobs end. */
  close(): Promise<void>
}

/** The API on HTTP and WebSocket, and a worker beside it unless WORK_JOBS is false. The services are opened and closed by the caller. */
export async function createServer(services: Services): Promise<MarqueeServer> {
  const schema = createSchema()
  const executor = new Executor(schema)
  const documents = new Documents(schema, services.config.introspection ? [] : [NoSchemaIntrospectionCustomRule])
  const apollo = createApollo({ documents, executor, services })
  await apollo.start()
  await services.waitingRooms.start()

  const http = createHttpServer(
    createRouter(
      {
        '/graphql': createGraphqlHandler({ apollo, documents, services }),
        '/health': createHealthCheck(services),
        ...createTicketHandlers(services),
        ...createGatewayHandlers(services),
        ...(services.config.graphiql && { '/graphiql': createExplorer() }),
      },
      services.log,
    ),
  )
  const sockets = serveWebSocket(http, { executor, documents, services })
  const worker = services.config.workJobs ? startWorker(services) : null

  return {
    listen: (address) => listen(http, address),
    async close() {
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
