import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../../lib/clock.js'
import type { Database } from '../../../../lib/db/index.js'
import { groupBy } from '../../../../lib/groupBy.js'
import type { Logger } from '../../../../lib/logger.js'
import { within } from '../../../../lib/within.js'
import { isFlagged } from './flagging.js'
import { listPastBookings } from './flagStore.js'

/** How long what was looked up counts. */
const KNOWN_MS = 30_000
const MAX_KNOWN = 20_000
const MAX_AT_ONCE = 500
/** Enough to find those that count among those that are not over. */
const MAX_BOOKINGS = 50
/** Whoever waits for an answer waits no longer. */
const MAX_WAIT_MS = 300

const NONE: ReadonlySet<string> = new Set()

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

interface Answer {
  readonly promise: Promise<void>
  readonly give: () => void
}

/**
 * Which accounts let many bookings come to nothing. Who is asked about for the first time is looked up together with all others who are, and
 * counts as one like any other where that fails or takes longer than 300 ms.
 */
export class FlaggedAccounts {
  readonly #options: FlaggedAccountsOptions
  readonly #known = new LRUCache<string, Known>({ max: MAX_KNOWN })
  /** Who is looked up: what tells that it is known, or will not be soon. */
  readonly #wanted = new Map<string, Answer>()
  #isLooking = false

  constructor(options: FlaggedAccountsOptions) {
    this.#options = options
  }

  /** Whether an account is flagged; where nothing is known of it, what ends when it can be asked again. */
  ask(accountId: string): boolean | Promise<void> {
    const { afterBookings, clock } = this.#options
    if (afterBookings === 0) return false
    const known = this.#known.get(accountId)
    if (known !== undefined && known.until > clock.now().getTime()) return known.isFlagged
    const { promise } = this.#want(accountId)
    return known?.isFlagged ?? promise
  }

  /** Those of the accounts that are flagged now. None are where that cannot be found out within 300 ms. */
  async find(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.#options.afterBookings === 0) return NONE
    return within(MAX_WAIT_MS, this.#tryToLearn(accountIds), () => NONE)
  }

  #want(accountId: string): Answer {
    const answer = this.#wanted.get(accountId) ?? this.#openAnswer(accountId)
    if (this.#isLooking) return answer
    this.#isLooking = true
    // Those who are asked about in one turn are looked up together.
    setImmediate(() => void this.#lookUp())
    return answer
  }

  #openAnswer(accountId: string): Answer {
    let give = () => {}
    const promise = new Promise<void>((resolve) => {
      const impatience = setTimeout(() => give(), MAX_WAIT_MS)
      give = () => {
        clearTimeout(impatience)
        if (!this.#known.has(accountId)) this.#known.set(accountId, { isFlagged: false, until: 0 })
        resolve()
      }
    })
    const answer = { promise, give: () => give() }
    this.#wanted.set(accountId, answer)
    return answer
  }

  async #lookUp(): Promise<void> {
    while (this.#wanted.size > 0) {
      const answers = [...this.#wanted].slice(0, MAX_AT_ONCE)
      await this.#tryToLearn(answers.map(([accountId]) => accountId))
      for (const [accountId, { give }] of answers) {
        this.#wanted.delete(accountId)
        give()
      }
    }
    this.#isLooking = false
  }

  async #tryToLearn(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    try {
      return await this.#learn(accountIds)
    } catch (err) {
      this.#options.log.warn({ err }, 'could not look up which accounts are flagged')
      return NONE
    }
  }

  async #learn(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { db, clock, afterBookings } = this.#options
    const bookings = groupBy(await listPastBookings(db, accountIds, MAX_BOOKINGS), ({ accountId }) => accountId)
    const now = clock.now()
    const until = now.getTime() + KNOWN_MS
    const flagged = new Set(accountIds.filter((id) => isFlagged(bookings.get(id) ?? [], { afterBookings, now })))
    for (const accountId of accountIds) this.#known.set(accountId, { isFlagged: flagged.has(accountId), until })
    return flagged
  }
}
