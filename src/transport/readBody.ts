import type { IncomingMessage } from 'node:http'
import { HttpError } from './httpError.js'

/**
 * The body of a request as JSON, undefined where it has none.
 *
 * @throws {HttpError} 400, 413 or 415, with a message for the client.
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const text = (await readBody(request, maxBytes)).toString('utf8')
  if (text === '') return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(graphql-response\+)?json\s*(;|$)/i.test(type)) {
    throw new HttpError(415, 'Send the request as JSON, with the header "Content-Type: application/json".')
  }
  try {
    return JSON.parse(text)
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
    request.on('error', () => reject(new HttpError(400, 'The request was cut off.')))
  })
}

function tooLarge(maxBytes: number): HttpError {
  const message = `The body of a request has at most ${maxBytes} bytes.`
  return new HttpError(413, message, ['connection', 'close'], 'BODY_LIMIT_EXCEEDED')
}
