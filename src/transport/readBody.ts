import type { IncomingMessage } from 'node:http'
import { HttpError } from './httpError.js'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * The body of a request as JSON, undefined where it has none.
 *
 * @throws {HttpError} 400, 413 or 415, with a message for the client.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request)).toString('utf8')
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
 * The body of a request as it came.
 *
 * @throws {HttpError} 400 or 413, with a message for the client.
 */
// By events: an async iterator over a body of one chunk costs more than all the rest of reading it.
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) chunks.push(chunk)
      // What is left of it is not read: the connection cannot be used again.
      else
        reject(
          new HttpError(413, `The body of a request has at most ${MAX_BODY_BYTES} bytes.`, ['connection', 'close']),
        )
    })
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.on('error', () => reject(new HttpError(400, 'The request was cut off.')))
  })
}
