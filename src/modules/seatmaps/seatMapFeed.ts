import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { groupBy } from '../../lib/groupBy.js'
import type { Logger } from '../../lib/logger.js'
import { runPeriodically } from '../../lib/periodic.js'
import type { PubSub } from '../../lib/pubsub.js'
import type { Snapshot } from './cursor.js'
import { type SeatsChanged, seatsTopic } from './events.js'
import type { LiveShow, SeatCounts } from './liveShow.js'
import { LiveShows } from './liveShows.js'
import type { SeatMap } from './seatMap.js'
import { readStates, type SeatState } from './store.js'
import { Watcher } from './watcher.js'

export interface SeatMapFeedOptions {
  readonly db: Database
  readonly pubsub: PubSub
  readonly log: Logger
}

/** How old what it tells may be. */
export interface Freshness {
  /** Whether all that was committed before the call has to be there, on whichever process: else it may be a second old. */
  readonly isFresh: boolean
}

const LOOK_INTERVAL_MS = 1_000

/**
 * Tells how the seats of shows stand and how they change. What is published arrives at once, but may be lost; so each second it
 * looks into Postgres for changes of watched shows that nobody told, and no map stays wrong for longer than that.
 */
export class SeatMapFeed {
  readonly #db: Database
  readonly #pubsub: PubSub
  readonly #shows: LiveShows
  readonly #stopLooking: () => Promise<void>

  constructor({ db, pubsub, log }: SeatMapFeedOptions) {
    this.#db = db
    this.#pubsub = pubsub
    this.#shows = new LiveShows({ db, pubsub })
    const look = { name: 'looking for changes of watched seat maps', intervalMs: LOOK_INTERVAL_MS }
    this.#stopLooking = runPeriodically({ ...look, run: () => this.#shows.lookAtWatched() }, log)
  }

  /** Tells all watchers, on every process, what a committed transaction has changed. Never waits, never fails. */
  publish(seats: readonly SeatState[]): void {
    for (const [showId, changed] of groupBy(seats, (seat) => seat.showId)) {
      this.#pubsub.publish(seatsTopic(showId), { seats: changed } satisfies SeatsChanged)
    }
  }

  /** The map of a show, null if there is no such show. */
  async readMap(showId: number, freshness: Freshness): Promise<SeatMap | null> {
    return this.#shows.readMap(showId, toMs(freshness))
  }

  /** How many seats of each show are in which state, null for a show that does not exist. */
  async count(showIds: readonly number[], freshness: Freshness): Promise<(SeatCounts | null)[]> {
    return (await this.#shows.read(showIds, toMs(freshness))).map((show) => show?.counts ?? null)
  }

  /**
   * Watches the seats of a show: first all of them, or what the snapshot `since` has not seen, then each change.
   * It listens before it reads, so that nothing is lost in between.
   *
   * @throws BAD_USER_INPUT when there is no such show.
   */
  async watch(showId: number, since: Snapshot | null): Promise<Watcher> {
    const watcher = new Watcher(showId, (ended) => this.#shows.unwatch(ended))
    try {
      const show = await this.#shows.watch(watcher)
      if (show === null) throw badUserInput('There is no such show.')
      await this.#begin(watcher, show, since)
      return watcher
    } catch (error) {
      watcher.end()
      throw error
    }
  }

  /** How many watch a show here. */
  countWatchers(showId: number): number {
    return this.#shows.countWatchers(showId)
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    await this.#stopLooking()
    this.#shows.close()
  }

  async #begin(watcher: Watcher, show: LiveShow, since: Snapshot | null): Promise<void> {
    if (since === null) {
      await this.#shows.read([show.id], LOOK_INTERVAL_MS)
      watcher.begin('SNAPSHOT', [...show.states], show.snapshot)
      return
    }
    const reading = await readStates(this.#db, show.id, since)
    if (reading === null) throw badUserInput('There is no such show.')
    // What it read is told to all, so that no look takes it for news.
    show.learn(reading.rows)
    watcher.begin(reading.isWhole ? 'SNAPSHOT' : 'DELTA', reading.rows, reading.snapshot)
  }
}

function toMs({ isFresh }: Freshness): number {
  return isFresh ? 0 : LOOK_INTERVAL_MS
}
