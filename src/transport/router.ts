import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '../lib/logger.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import type { Origins } from './origins.js'
import { type Response, respond } from './respond.js'

/** Handlers by their path; one whose path ends in a slash takes all that lies below it. */
export type Handlers = Readonly<Record<string, HttpHandler>>

export interface RouterOptions {
  readonly handlers: Handlers
  readonly origins: Origins
  readonly log: Logger
  /** Whether clients reach the server by HTTPS alone. */
  readonly isSecure: boolean
}

const SAFE = ['x-content-type-options', 'nosniff', 'x-frame-options', 'DENY', 'referrer-policy', 'no-referrer']
const ALWAYS_SECURE = ['strict-transport-security', 'max-age=63072000']

/** Brings a request to the handler of its path; the root leads to the explorer where there is one. */
export function createRouter({ handlers, origins, log, isSecure }: RouterOptions) {
  const exact = new Map(Object.entries(handlers).filter(([path]) => !path.endsWith('/')))
  const below = Object.entries(handlers).filter(([path]) => path.endsWith('/'))
  const safe = isSecure ? SAFE.concat(ALWAYS_SECURE) : SAFE
  return (request: IncomingMessage, response: Response) => {
    response.commonHeaders = safe.concat(origins.headersFor(request))
    const path = request.url!.split('?', 1)[0]!
    const handler = exact.get(path) ?? findBelow(below, path)
    if (request.method === 'OPTIONS') return answerPreflight(request, response)
    if (handler === undefined) return answerElsewhere(response, path === '/' && '/graphiql' in handlers)
    handler(request, response).catch((err: unknown) => {
      log.error({ err, path }, 'a request failed')
      if (response.headersSent) response.end()
      else respond(response, { status: 500, headers: [], body: '' })
    })
  }
}

function findBelow(handlers: readonly [string, HttpHandler][], path: string): HttpHandler | undefined {
  return handlers.find(([prefix]) => path.length > prefix.length && path.startsWith(prefix))?.[1]
}

const PREFLIGHT = ['access-control-allow-methods', 'GET, POST, OPTIONS', 'access-control-max-age', '86400']
const BY_HEADERS = ['vary', 'access-control-request-headers']

/** Whose page may ask may send any header: clients and what traces them have their own, and none means more than it says. */
function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers['access-control-request-headers']
  const allowed = wanted === undefined ? [] : ['access-control-allow-headers', wanted, ...BY_HEADERS]
  respond(response, { status: 204, headers: PREFLIGHT.concat(allowed), body: '' })
}

function answerElsewhere(response: ServerResponse, hasExplorer: boolean): void {
  if (hasExplorer) {
    respond(response, { status: 302, headers: ['location', '/graphiql'], body: '' })
    return
  }
  const headers = ['content-type', 'text/plain; charset=utf-8']
  respond(response, { status: 404, headers, body: 'There is nothing here: the API is at /graphql.\n' })
}
