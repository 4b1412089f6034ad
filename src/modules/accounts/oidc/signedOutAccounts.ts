import { z } from 'zod'
import type { Clock } from '../../../lib/clock.js'
import type { Database } from '../../../lib/db/index.js'
import type { Logger } from '../../../lib/logger.js'
import { runPeriodically } from '../../../lib/periodic.js'
import type { PubSub } from '../../../lib/pubsub.js'
import { listSignedOut, type SignedOutAccount } from './identityStore.js'

export interface SignedOutAccountsOptions {
  readonly db: Database
  readonly clock: Clock
  readonly pubsub: PubSub
  readonly log: Logger
}

/** After so long at most, a token of an outside issuer is checked again: it may have withdrawn the key. */
export const CHECK_AGAIN_MS = 600_000
/** A token that is checked after a sign-out is refused by what its account has: so it is kept for those that were checked before. */
const KEEP_MS = 2 * CHECK_AGAIN_MS
const LOOK_INTERVAL_MS = 2_000
/** What commits late has an earlier time: so each look goes back behind the last one. */
const OVERLAP_MS = 60_000
/** The ids of accounts, and until when their refused tokens were issued, in milliseconds. */
const NEWS = z.array(z.tuple([z.uuid(), z.number()]))

/** The topic on which accounts are told of whose outside tokens are refused. */
const ACCOUNTS_SIGNED_OUT = 'accountsSignedOut'

/** Tells all processes of accounts whose outside tokens are refused, after the commit. */
export function tellOfSignedOut(pubsub: PubSub, accounts: readonly SignedOutAccount[]): void {
  if (accounts.length === 0) return
  pubsub.publish(
    ACCOUNTS_SIGNED_OUT,
    accounts.map(({ id, signedOutAt }) => [id, signedOutAt.getTime()]),
  )
}

/**
 * The accounts that have signed out everywhere a short time ago, known in the process: so tokens of an outside issuer that were checked
 * before are refused without a query. The bus tells of new ones at once, and a look into Postgres each two seconds finds what it has
 * not told.
 */
export class SignedOutAccounts {
  readonly #options: SignedOutAccountsOptions
  readonly #known = new Map<string, { untilMs: number; forgetAtMs: number }>()
  readonly #stops: (() => void | Promise<void>)[]
  #since: Date

  constructor(options: SignedOutAccountsOptions) {
    this.#options = options
    this.#since = new Date(this.#nowMs() - OVERLAP_MS)
    const task = { name: 'looking for signed out accounts', intervalMs: LOOK_INTERVAL_MS, run: () => this.#look() }
    this.#stops = [
      options.pubsub.subscribe(ACCOUNTS_SIGNED_OUT, (news) => this.#note(NEWS.parse(news))),
      runPeriodically(task, options.log),
    ]
  }

  /** Whether a token of an account, issued at a time, was ended by a sign-out that is known here. */
  hasEnded(accountId: string, issuedAt: Date): boolean {
    const known = this.#known.get(accountId)
    return known !== undefined && issuedAt.getTime() <= known.untilMs
  }

  async close(): Promise<void> {
    await Promise.all(this.#stops.map((stop) => stop()))
  }

  async #look(): Promise<void> {
    const nowMs = this.#nowMs()
    const accounts = await listSignedOut(this.#options.db, this.#since)
    this.#since = new Date(nowMs - OVERLAP_MS)
    for (const [id, { forgetAtMs }] of this.#known) if (forgetAtMs <= nowMs) this.#known.delete(id)
    this.#note(accounts.map(({ id, signedOutAt }) => [id, signedOutAt.getTime()]))
  }

  /** Kept from when it is heard of, not from when it was: after an outage that is long ago, and its sockets still live. */
  #note(news: z.infer<typeof NEWS>): void {
    const forgetAtMs = this.#nowMs() + KEEP_MS
    for (const [id, untilMs] of news) {
      const knownMs = this.#known.get(id)?.untilMs ?? 0
      this.#known.set(id, { untilMs: Math.max(knownMs, untilMs), forgetAtMs })
    }
  }

  #nowMs(): number {
    return this.#options.clock.now().getTime()
  }
}
