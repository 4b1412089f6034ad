import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../../lib/clock.js'
import type { Database } from '../../../../lib/db/index.js'
import { groupBy } from '../../../../lib/groupBy.js'
import type { Logger } from '../../../../lib/logger.js'
import { isFlagged } from './flagging.js'
import { listPastBookings } from './flagStore.js'

/** How long what was looked up counts. */
const KNOWN_MS = 30_000
const MAX_KNOWN = 20_000
const MAX_AT_ONCE = 500
/** Enough to find those that count among those that were given back. */
const MAX_BOOKINGS = 50

export interface FlaggedAccountsOptions {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  /** After how many bookings in a row that came to nothing an account is flagged. 0 for never. */
  readonly afterBookings: number
}

interface Known {
  readonly isFlagged: boolean
  /** In milliseconds since 1970. */
  readonly until: number
}

/**
 * Which accounts let many bookings come to nothing. Nobody waits to learn it: who is asked about for the first time counts as one like any
 * other, and is looked up together with all others who are.
 */
export class FlaggedAccounts {
  readonly #options: FlaggedAccountsOptions
  readonly #known = new LRUCache<string, Known>({ max: MAX_KNOWN })
  readonly #wanted = new Set<string>()
  #isLooking = false

  constructor(options: FlaggedAccountsOptions) {
    this.#options = options
  }

  /** Whether an account is flagged, as far as is known. */
  has(accountId: string): boolean {
    const { afterBookings, clock } = this.#options
    if (afterBookings === 0) return false
    const known = this.#known.get(accountId)
    if (known === undefined || known.until <= clock.now().getTime()) this.#want(accountId)
    return known?.isFlagged ?? false
  }

  #want(accountId: string): void {
    this.#wanted.add(accountId)
    if (this.#isLooking) return
    this.#isLooking = true
    // Those who are asked about in one turn are looked up together.
    setImmediate(() => void this.#lookUp())
  }

  async #lookUp(): Promise<void> {
    while (this.#wanted.size > 0) {
      const accountIds = [...this.#wanted].slice(0, MAX_AT_ONCE)
      await this.#learn(accountIds).catch((err: unknown) => {
        this.#options.log.warn({ err }, 'could not look up which accounts are flagged')
      })
      for (const accountId of accountIds) this.#wanted.delete(accountId)
    }
    this.#isLooking = false
  }

  async #learn(accountIds: readonly string[]): Promise<void> {
    const { db, clock, afterBookings } = this.#options
    const bookings = groupBy(await listPastBookings(db, accountIds, MAX_BOOKINGS), ({ accountId }) => accountId)
    const now = clock.now()
    const until = now.getTime() + KNOWN_MS
    for (const accountId of accountIds) {
      const rule = { afterBookings, now }
      this.#known.set(accountId, { isFlagged: isFlagged(bookings.get(accountId) ?? [], rule), until })
    }
  }
}
