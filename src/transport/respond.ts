import type { ServerResponse } from 'node:http'

export interface Answer {
  readonly status: number
  /** Names and values in turn: Node writes them as they are, where an object is checked and copied. */
  readonly headers: readonly string[]
  readonly body: string | Buffer
}

/** Nothing here is authorized by a cookie, so any origin may ask, and read what its token lets it. */
const ANY_ORIGIN = ['access-control-allow-origin', '*', 'access-control-expose-headers', 'x-request-id']

/** Sends a whole answer. */
export function respond(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = ['content-length', String(Buffer.byteLength(body))]
  response.writeHead(status, ANY_ORIGIN.concat(headers, status === 204 ? [] : length))
  response.end(body)
}
