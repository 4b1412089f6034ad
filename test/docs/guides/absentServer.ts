import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The address of a server that can be away: then nobody answers there. */
export async function openAbsentServer(target: string) {
  const { port, hostname } = new URL(target)
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const socket = connect(Number(port), hostname)
    for (const [from, to] of [
      [client, socket],
      [socket, client],
    ] as const) {
      open.add(from)
      from.on('error', () => {}).on('close', () => to.destroy())
      from.pipe(to)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const leave = async () => {
    server.close()
    for (const socket of open) socket.destroy()
    if (server.listening) await once(server, 'close')
  }
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    leave,
    async comeBack(): Promise<void> {
      server.listen(address.port, '127.0.0.1')
      await once(server, 'listening')
    },
    close: leave,
  }
}
