import type { ServerResponse } from 'node:http'

export interface Answer {
  readonly status: number
  /** Names and values in turn: Node writes them as they are, where an object is checked and copied. */
  readonly headers: readonly string[]
  readonly body: string | Buffer
}

/** A response, and the headers that every answer to its request has, names and values in turn. */
export interface Response extends ServerResponse {
  commonHeaders?: readonly string[]
}

/** Sends a whole answer. */
export function respond(response: Response, { status, headers, body }: Answer): void {
  const length = ['content-length', String(Buffer.byteLength(body))]
  response.writeHead(status, headers.concat(response.commonHeaders ?? [], status === 204 ? [] : length))
  response.end(body)
}
