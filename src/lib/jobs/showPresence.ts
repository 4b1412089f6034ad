import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../logger.js'
import { connectPresence, type PresenceConnection } from './presenceStore.js'

export interface PresenceOptions {
  readonly databaseUrl: string
  /** What the jobs that are worked here are locked by. */
  readonly runnerId: string
  readonly log: Logger
}

export interface Presence {
  /** Fulfilled once the others can see that this runner lives. */
  readonly shown: Promise<void>
  leave(): Promise<void>
}

const LOOK_INTERVAL_MS = 5_000
const RECONNECT_MS = 500

/**
 * Shows by a lock of a connection of its own that a runner lives, and lets others have the jobs of runners that do not: their
 * connection is gone with them, however they ended. graphile-worker itself would wait for four hours. Who is missed at two
 * looks is gone: a connection that broke is there again by then.
 */
export function showPresence(options: PresenceOptions): Presence {
  const leaving = new AbortController()
  let tellShown = () => {}
  const shown = new Promise<void>((resolve) => {
    tellShown = resolve
  })
  const left = stay(options, { signal: leaving.signal, tellShown })
  return {
    shown,
    leave() {
      leaving.abort()
      return left
    },
  }
}

interface Stay {
  readonly signal: AbortSignal
  readonly tellShown: () => void
}

async function stay(options: PresenceOptions, { signal, tellShown }: Stay): Promise<void> {
  while (!signal.aborted) {
    try {
      const connection = await connectPresence(options.databaseUrl, options.runnerId)
      tellShown()
      await lookAfterOthers(connection, options.log, signal).finally(() => connection.end())
    } catch (err) {
      if (signal.aborted) return
      options.log.warn({ err }, 'lost the connection that shows others that jobs are worked here')
      await pause(RECONNECT_MS, signal)
    }
  }
}

async function lookAfterOthers(connection: PresenceConnection, log: Logger, signal: AbortSignal): Promise<void> {
  let missed: readonly string[] = []
  while (!signal.aborted) {
    const absent = await connection.listAbsent()
    const gone = absent.filter((id) => missed.includes(id))
    if (gone.length > 0) {
      await connection.unlockJobsOf(gone)
      log.warn({ runners: gone }, 'took over the jobs of runners that are gone')
    }
    missed = absent
    await Promise.race([pause(LOOK_INTERVAL_MS, signal), connection.broken])
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {})
}
