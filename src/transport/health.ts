import type { Services } from '../context.js'
import { readTime } from '../lib/db/index.js'
import { SharedRuns } from '../lib/sharedRuns.js'
import type { HttpHandler } from './graphqlOverHttp.js'
import { respond } from './respond.js'

/**
 * Whether this server can do its work: 200 when it reaches Postgres, else 503. Without Redis it works, and says so. All who ask at the
 * same time have one answer.
 */
export function createHealthCheck({ db, pubsub, log }: Services): HttpHandler {
  const checks = new SharedRuns(() =>
    readTime(db).then(
      () => true,
      (err: unknown) => {
        log.warn({ err }, 'Postgres cannot be reached')
        return false
      },
    ),
  )
  return async (_request, response) => {
    const isReached = await checks.run('postgres')
    const body = {
      status: isReached ? 'ok' : 'failing',
      postgres: isReached ? 'ok' : 'unreachable',
      bus: pubsub.state(),
    }
    respond(response, {
      status: isReached ? 200 : 503,
      headers: ['content-type', 'application/json', 'cache-control', 'no-store'],
      body: JSON.stringify(body),
    })
  }
}
