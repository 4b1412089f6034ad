import { z } from 'zod'
import type { Clock } from '../../../lib/clock.js'
import type { Database } from '../../../lib/db/index.js'
import type { Logger } from '../../../lib/logger.js'
import { runPeriodically } from '../../../lib/periodic.js'
import type { PubSub } from '../../../lib/pubsub.js'
import { listRevoked, type RevokedSession } from './sessionStore.js'

export interface RevokedSessionsOptions {
  readonly db: Database
  readonly clock: Clock
  readonly pubsub: PubSub
  readonly log: Logger
}

const LOOK_INTERVAL_MS = 2_000
/** What commits late has an earlier time: so far each look goes back behind the last one. */
const OVERLAP_MS = 60_000
/** The ids with the times, in milliseconds, when their access tokens end. */
const NEWS = z.array(z.tuple([z.uuid(), z.number()]))

/** The topic on which revoked sessions are told of. */
export const SESSIONS_REVOKED = 'sessionsRevoked'

/** Tells all processes of sessions that were revoked, after the commit. */
export function tellOfRevoked(pubsub: PubSub, sessions: readonly RevokedSession[]): void {
  if (sessions.length === 0) return
  pubsub.publish(
    SESSIONS_REVOKED,
    sessions.map(({ id, accessUntil }) => [id, accessUntil.getTime()]),
  )
}

/**
 * The revoked sessions whose access tokens have not ended, known in the process: so refusing those needs no query. The bus tells
 * of new ones at once, and a look into Postgres each two seconds finds what it has not told.
 */
export class RevokedSessions {
  readonly #options: RevokedSessionsOptions
  readonly #untilMs = new Map<string, number>()
  readonly #stops: (() => void | Promise<void>)[]
  #since = new Date(0)

  private constructor(options: RevokedSessionsOptions) {
    this.#options = options
    const task = { name: 'looking for revoked sessions', intervalMs: LOOK_INTERVAL_MS, run: () => this.#look() }
    this.#stops = [
      options.pubsub.subscribe(SESSIONS_REVOKED, (news) => this.#note(NEWS.parse(news))),
      runPeriodically(task, options.log),
    ]
  }

  /** Knows all of them from the beginning. */
  static async open(options: RevokedSessionsOptions): Promise<RevokedSessions> {
    const sessions = new RevokedSessions(options)
    try {
      await sessions.#look()
      return sessions
    } catch (error) {
      await sessions.close()
      throw error
    }
  }

  has(sessionId: string): boolean {
    return this.#untilMs.has(sessionId)
  }

  async close(): Promise<void> {
    await Promise.all(this.#stops.map((stop) => stop()))
  }

  async #look(): Promise<void> {
    const { db, clock } = this.#options
    const now = clock.now()
    const revoked = await listRevoked(db, this.#since, now)
    this.#since = new Date(now.getTime() - OVERLAP_MS)
    this.#note(revoked.map(({ id, accessUntil }) => [id, accessUntil.getTime()]))
    for (const [id, untilMs] of this.#untilMs) if (untilMs <= now.getTime()) this.#untilMs.delete(id)
  }

  #note(news: z.infer<typeof NEWS>): void {
    for (const [id, untilMs] of news) this.#untilMs.set(id, untilMs)
  }
}
