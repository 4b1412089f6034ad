import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from '../../../src/transport/readBody.js'

export interface ForgetfulProxy {
  readonly url: string
  /** How many answers it has lost. */
  readonly lost: number
  close(): Promise<void>
}

/** Stands in front of a server, and loses the first answer to a request whose body has this in it: the connection breaks instead. */
export async function startForgetfulProxy(target: string, word: string): Promise<ForgetfulProxy> {
  let lost = 0
  const server = createServer(async (request, response) => {
    const body = (await readBody(request, 1_000_000)).toString()
    const headers = { 'content-type': 'application/json', 'x-api-key': String(request.headers['x-api-key']) }
    const answer = await fetch(target, { method: 'POST', headers, body })
    const text = await answer.text()
    if (lost === 0 && body.includes(word)) {
      lost++
      request.socket.destroy()
    } else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    get lost() {
      return lost
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
