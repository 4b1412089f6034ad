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

/** Does what the buyer of a payment does on the page of the sandbox. */
export async function approve({ url }: TestServer, actionUrl: string, decision = 'approve'): Promise<void> {
  const page = new URL(new URL(actionUrl).pathname, url)
  const { status } = await fetch(page, { method: 'POST', body: new URLSearchParams({ decision }) })
  if (status !== 200) throw new Error(`${page} answered ${status}`)
}
