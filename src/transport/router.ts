import type { RequestListener, ServerResponse } from 'node:http'
import type { Logger } from '../lib/logger.js'
import type { HttpHandler } from './graphqlOverHttp.js'

/** Brings a request to the handler of its path; the root leads to the explorer where there is one. */
export function createRouter(handlers: Readonly<Record<string, HttpHandler>>, log: Logger): RequestListener {
  return (request, response) => {
    const path = request.url!.split('?', 1)[0]!
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined
    // Nothing here is authorized by a cookie, so any origin may ask, and read what its token lets it.
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-expose-headers', 'x-request-id')
    if (request.method === 'OPTIONS') return answerPreflight(response)
    if (handler === undefined) return answerElsewhere(response, path === '/' && '/graphiql' in handlers)
    handler(request, response).catch((err: unknown) => {
      log.error({ err, path }, 'a request failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
}

function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization, content-type, x-apollo-operation-name',
    'access-control-max-age': '86400',
  })
  response.end()
}

function answerElsewhere(response: ServerResponse, hasExplorer: boolean): void {
  if (hasExplorer) response.writeHead(302, { location: '/graphiql' })
  else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(hasExplorer ? undefined : 'There is nothing here: the API is at /graphql.\n')
}
