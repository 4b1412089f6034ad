import type { IncomingMessage } from 'node:http'
import { countParts } from '../lib/countParts.js'
import { HttpError } from './httpError.js'
import type { RefusalError } from './pipeline/refusal.js'
import { MAX_PARTS, TOO_MANY_PARTS } from './pipeline/requestParts.js'

/** Of a client that is gone before it could be answered. */
export const CUT_OFF = new HttpError(400, 'The request was cut off.')

/**
 * The body of a request as JSON, undefined where it has none.
 *
 * @throws {HttpError} 400 or 415, with a message for the client.
 */
export function parseJsonBody(request: IncomingMessage, body: Buffer): unknown {
  if (body.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(graphql-response\+)?json\s*(;|$)/i.test(type)) {
    throw new HttpError(415, 'Send the request as JSON, with the header "Content-Type: application/json".')
  }
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new HttpError(415, 'Send the body as it is, without a Content-Encoding.')
  if (body.length > MAX_PARTS && countParts(body) > MAX_PARTS) throw tooManyParts()
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new HttpError(400, 'The body of the request is not JSON.')
  }
}

/**
 * The body of a request as it came, of so many bytes at most.
 *
 * @throws {HttpError} 400 or 413, with a message for the client.
 */
// By events: an async iterator over a body of one chunk costs more than all the rest of reading it.
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      // What is left of it is not read: the connection cannot be used again.
      else reject(tooLarge(maxBytes))
    })
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.on('error', () => reject(CUT_OFF))
  })
}

function tooManyParts(): HttpError {
  const [{ message, extensions }] = TOO_MANY_PARTS.errors as [RefusalError]
  return new HttpError(TOO_MANY_PARTS.status, message, [], extensions.code)
}

function tooLarge(maxBytes: number): HttpError {
  const message = `The body of a request has at most ${maxBytes} bytes.`
  return new HttpError(413, message, ['connection', 'close'], 'BODY_LIMIT_EXCEEDED')
}
