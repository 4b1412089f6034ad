import { SandboxGateway } from '../../src/modules/payments/index.js'
import { HookedGateway } from './gateway.js'
import { startServer, type TestServer, type TestServerOptions } from './server.js'

export interface PayingServer extends TestServer {
  readonly gateway: HookedGateway
}

/** A server whose payments go to the sandbox through hooks. */
export async function startPayingServer(options: TestServerOptions = {}): Promise<PayingServer> {
  let gateway: HookedGateway | null = null
  const server = await startServer({
    ...options,
    gateway: (services) => {
      gateway = new HookedGateway(new SandboxGateway(services))
      return gateway
    },
  })
  return { ...server, gateway: gateway! }
}
