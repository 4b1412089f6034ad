import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { announce } from './announce.js'

/** The least that Node does for an API: JSON in, an answer, JSON out. */
// biome-ignore lint/suspicious/noExplicitAny: it trusts its clients
export function serveBare(answer: (body: any) => unknown): void {
  const server = createServer(async (request, response) => {
    const body = JSON.stringify(await answer(JSON.parse(await readText(request))))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port))
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => resolve(text)).on('error', reject)
  })
}
