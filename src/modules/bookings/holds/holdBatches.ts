import { Batches } from '../../../lib/batches.js'
import { type Database, isRefusedWrite } from '../../../lib/db/index.js'
import { type SeatMapFeed, type SeatState, toSeatKey } from '../../seatmaps/index.js'
import type { FlaggedAccounts } from './flagged/flaggedAccounts.js'
import { type HoldResult, insertHold, insertHolds, type NewHold, type TriedHolds } from './holdStore.js'
import type { LostSeats } from './lost/lostSeats.js'

/**
 * With 32 holds of 32 shows, a transaction would have so many predicate locks in the index of seats that Postgres makes one of the whole
 * index of them (max_pred_locks_per_relation).
 */
const MAX_SIZE = 24
const MAX_RUNNING = 2
/** A database that does not answer keeps nobody waiting for longer than a statement takes at most, and this. */
const MAX_WAIT_MS = 5_000

export interface HoldBatchesOptions {
  readonly db: Database
  readonly seatMaps: SeatMapFeed
  readonly lostSeats: LostSeats
  /** Whose holds wait behind all others. */
  readonly flagged: FlaggedAccounts
  /** How many holds may wait for their batch. */
  readonly maxWaiting: number
}

/** What became of a hold; or which of its seats were seen taken a moment ago, so that it was not tried. */
export type Written = HoldResult | { readonly lost: readonly SeatState[] }

type Settled = PromiseSettledResult<Written>

/**
 * Writes holds that come at once together, each all or none on its own. No two that run at the same time are of one account or want the
 * same seat, and those of a show run in one batch at a time: two would conflict, as Postgres locks what they read by pages.
 */
export class HoldBatches {
  readonly #options: HoldBatchesOptions
  readonly #batches: Batches<NewHold, Written>

  constructor(options: HoldBatchesOptions) {
    this.#options = options
    this.#batches = new Batches({
      maxSize: MAX_SIZE,
      maxRunning: MAX_RUNNING,
      maxWaitMs: MAX_WAIT_MS,
      keysOf: ({ accountId, showId, seatIds }) => [
        accountId,
        ...seatIds.map((seatId) => toSeatKey({ showId, seatId })),
      ],
      areaOf: ({ showId }) => showId,
      foresee: (hold) => this.#findLost(hold),
      goesLast: ({ accountId }) => options.flagged.ask(accountId),
      run: (holds) => this.#try(holds),
    })
  }

  /** How many holds wait for their batch. */
  get waiting(): number {
    return this.#batches.waiting
  }

  /** Whether so many holds wait that no more should come. */
  get isFull(): boolean {
    return this.waiting >= this.#options.maxWaiting
  }

  /**
   * Tries a hold, and tells the watchers of its seats.
   *
   * @throws {WaitedTooLongError} when the database is too slow for those who wait.
   */
  write(hold: NewHold): Promise<Written> {
    return this.#batches.run(hold)
  }

  #findLost(hold: NewHold): { readonly lost: readonly SeatState[] } | null {
    const lost = this.#options.lostSeats.find(hold)
    return lost.length === 0 ? null : { lost }
  }

  async #try(holds: readonly NewHold[]): Promise<Settled[]> {
    await this.#options.lostSeats.ask(holds)
    const lost = holds.map((hold) => this.#findLost(hold))
    const written = await this.#write(holds.filter((_hold, index) => lost[index] === null))
    return lost.map((value) => (value === null ? written.shift()! : { status: 'fulfilled', value }))
  }

  /** Where one of several fails, it is looked for in halves, so that the others do not fail with it. */
  async #write(holds: readonly NewHold[]): Promise<Settled[]> {
    if (holds.length === 0) return []
    try {
      const { results, seats } = await this.#insert(holds)
      this.#options.seatMaps.publish(seats)
      this.#options.lostSeats.tell(seats)
      return results.map((value) => ({ status: 'fulfilled', value }))
    } catch (reason) {
      if (holds.length === 1 || !isRefusedWrite(reason)) return holds.map(() => ({ status: 'rejected', reason }))
      const middle = Math.ceil(holds.length / 2)
      return [...(await this.#write(holds.slice(0, middle))), ...(await this.#write(holds.slice(middle)))]
    }
  }

  #insert(holds: readonly NewHold[]): Promise<TriedHolds> {
    const { db } = this.#options
    return holds.length === 1 ? insertHold(db, holds[0]!) : insertHolds(db, holds)
  }
}
