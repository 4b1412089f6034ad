import type { RequestListener, ServerResponse } from 'node:http'
import type { Logger } from '../lib/logger.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import { respond } from './respond.js'

/** Handlers by their path; one whose path ends in a slash takes all that lies below it. */
export type Handlers = Readonly<Record<string, HttpHandler>>

/** Brings a request to the handler of its path; the root leads to the explorer where there is one. */
export function createRouter(handlers: Handlers, log: Logger): RequestListener {
  const exact = new Map(Object.entries(handlers).filter(([path]) => !path.endsWith('/')))
  const below = Object.entries(handlers).filter(([path]) => path.endsWith('/'))
  return (request, response) => {
    const path = request.url!.split('?', 1)[0]!
    const handler = exact.get(path) ?? findBelow(below, path)
    if (request.method === 'OPTIONS') return answerPreflight(response)
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

const PREFLIGHT = [
  ['access-control-allow-methods', 'GET, POST, OPTIONS'],
  ['access-control-allow-headers', 'authorization, content-type, x-apollo-operation-name'],
  ['access-control-max-age', '86400'],
].flat()

function answerPreflight(response: ServerResponse): void {
  respond(response, { status: 204, headers: PREFLIGHT, body: '' })
}

function answerElsewhere(response: ServerResponse, hasExplorer: boolean): void {
  if (hasExplorer) {
    respond(response, { status: 302, headers: ['location', '/graphiql'], body: '' })
    return
  }
  const headers = ['content-type', 'text/plain; charset=utf-8']
  respond(response, { status: 404, headers, body: 'There is nothing here: the API is at /graphql.\n' })
}
