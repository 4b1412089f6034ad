import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { overLimit } from './pipeline/refusal.js'
import { type Response, respond } from './respond.js'

type Listener = (request: IncomingMessage, response: Response) => void

/** A connection that goes on for so long after it was refused is closed at once, and those before are not answered either. */
const MAX_IGNORED = 500

/**
 * Handles requests, so many of a connection at most that wait behind one which is not answered yet: those before are answered, then it
 * is closed. Whoever sends without waiting for answers would fill our memory otherwise, as Node reads on until there are answers that are
 * not read. Browsers, and clients with pools of connections, send one at a time.
 */
export function limitPipelining(limit: number, handle: Listener): Listener {
  const pipelines = new WeakMap<Socket, Pipeline>()
  return (request, response) => {
    // Its connection is its own.
    if (response.socket !== null) return handle(request, response)
    const { socket } = request
    const pipeline = pipelines.get(socket) ?? new Pipeline(limit)
    pipelines.set(socket, pipeline)
    if (pipeline.take(response)) handle(request, response)
    else if (pipeline.ignored === 0) refuse(response, limit)
    else if (pipeline.ignored === MAX_IGNORED) destroy(socket)
  }
}

/** Node makes an error for each request that is left, and their stacks take longer than all the rest. */
function destroy(socket: Socket): void {
  const { stackTraceLimit } = Error
  socket.prependOnceListener('close', () => {
    Error.stackTraceLimit = 0
  })
  socket.once('close', () => {
    Error.stackTraceLimit = stackTraceLimit
  })
  socket.destroy()
}

/** The requests of a connection that wait for the answer before theirs. */
class Pipeline {
  /** How many have come after the one that was refused, null before. */
  ignored: number | null = null
  readonly #limit: number
  #waiting = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whether there is room for one more; if not, there never is again. */
  take(response: Response): boolean {
    if (this.ignored !== null) this.ignored += 1
    else if (this.#waiting === this.#limit) this.ignored = 0
    if (this.ignored !== null) return false
    this.#waiting += 1
    response.once('close', () => {
      this.#waiting -= 1
    })
    return true
  }
}

function refuse(response: Response, limit: number): void {
  const what = 'Too many requests of a connection wait for answers'
  const { status, errors } = overLimit('PIPELINE_LIMIT_EXCEEDED', what, { actual: limit + 1, limit })
  const headers = [
    'content-type',
    'application/json; charset=utf-8',
    'cache-control',
    'no-store',
    'connection',
    'close',
  ]
  respond(response, { status, headers, body: JSON.stringify({ errors }) })
}
