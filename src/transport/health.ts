import type { Services } from '../context.js'
import { readTime } from '../lib/db/index.js'
import type { HttpHandler } from './graphqlOverHttp.js'

/** Whether this server can do its work: 200 when it reaches Postgres, else 503. Without Redis it works, and says so. */
export function createHealthCheck({ db, pubsub, log }: Services): HttpHandler {
  return async (_request, response) => {
    const isReached = await readTime(db).then(
      () => true,
      (err: unknown) => {
        log.warn({ err }, 'Postgres cannot be reached')
        return false
      },
    )
    const body = {
      status: isReached ? 'ok' : 'failing',
      postgres: isReached ? 'ok' : 'unreachable',
      bus: pubsub.state(),
    }
    response.writeHead(isReached ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }
}
