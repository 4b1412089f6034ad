import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { groupBy } from '../../lib/groupBy.js'
import type { Logger } from '../../lib/logger.js'
import { runPeriodically } from '../../lib/periodic.js'
import type { PubSub } from '../../lib/pubsub.js'
import { SharedSource } from '../../lib/sharedEvents.js'
import { SharedRuns } from '../../lib/sharedRuns.js'
import { Turns } from '../../lib/turns.js'
import { encodeMoment, type Snapshot } from './cursor.js'
import { type SeatsChanged, seatsTopic } from './events.js'
import type { LiveShow, SeatCounts, SeatMapChange } from './liveShow.js'
import { LiveShows } from './liveShows.js'
import { toPastMap } from './pastMap.js'
import { listPastStates } from './seatEventStore.js'
import type { SeatKey } from './seatId.js'
import type { SeatMap } from './seatMap.js'
import { readStates, type SeatState } from './store.js'

export interface SeatMapFeedOptions {
  readonly db: Database
  readonly pubsub: PubSub
  readonly log: Logger
  /** For how many milliseconds at least the changes of a show are gathered before its watchers are told again. */
  readonly windowMs: number
}

/** Where a watcher begins. */
interface Beginning {
  readonly first: SeatMapChange
  /** Of the show: what was learned up to there is in the first event. */
  readonly position: number
}

/** How old what it tells may be. */
export interface Freshness {
  /** Whether all that was committed before the call has to be there, on whichever process: else it may be a second old. */
  readonly isFresh: boolean
}

const LOOK_INTERVAL_MS = 1_000
/** How long maps are begun to be answered in a turn of the event loop: those who wait for the same one all have it at once. */
const ANSWERS_MS = 10

/**
 * Tells how the seats of shows stand and how they change. What is published arrives at once, but may be lost; so each second it
 * looks into Postgres for changes of watched shows that nobody told, and no map stays wrong for longer than that.
 */
export class SeatMapFeed {
  readonly #db: Database
  readonly #pubsub: PubSub
  readonly #shows: LiveShows
  readonly #answers = new Turns(ANSWERS_MS)
  readonly #returns = new WeakMap<LiveShow, SharedRuns<Snapshot, Beginning>>()
  readonly #stopLooking: () => Promise<void>

  constructor({ db, pubsub, log, windowMs }: SeatMapFeedOptions) {
    this.#db = db
    this.#pubsub = pubsub
    this.#shows = new LiveShows({ db, pubsub, windowMs })
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
    const map = await this.#shows.readMap(showId, toMs(freshness))
    await this.#answers.begin(showId)
    return map
  }

  /** The map as it stood at a moment, by the log of seats, null if there is no such show. */
  async readPastMap(showId: number, at: Date): Promise<SeatMap | null> {
    const present = await this.#shows.readMap(showId, toMs({ isFresh: true }))
    if (present === null) return null
    // Read after the present, so that whatever that has is among it.
    const changed = await listPastStates(this.#db, showId, at)
    await this.#answers.begin(showId)
    return toPastMap(present, changed)
  }

  /** How many seats of each show are in which state, null for a show that does not exist. */
  async count(showIds: readonly number[], freshness: Freshness): Promise<(SeatCounts | null)[]> {
    return (await this.#shows.read(showIds, toMs(freshness))).map((show) => show?.counts ?? null)
  }

  /**
   * Watches the seats of a show: first all of them, or what the snapshot `since` has not seen, then each change.
   *
   * @throws BAD_USER_INPUT when there is no such show.
   */
  async watch(showId: number, since: Snapshot | null): Promise<SharedSource<SeatMapChange>> {
    const show = await this.#shows.watch(showId)
    if (show === null) throw badUserInput('There is no such show.')
    const onEnd = () => this.#shows.unwatch(showId)
    try {
      const beginning = since === null ? await this.#beginWhole(show) : await this.#beginSince(show, since)
      return new SharedSource({ ...beginning, events: show, onEnd })
    } catch (error) {
      onEnd()
      throw error
    }
  }

  /** Looks at a show as if it was watched, until the function that it gives is called. */
  lookAt(showId: number): () => void {
    const watching = this.#shows.watch(showId).catch(() => null)
    return () => void watching.then((show) => show && this.#shows.unwatch(showId))
  }

  /** The version that a seat had by the latest look, null where there was none in the last two seconds. */
  findVersion(seat: SeatKey): number | null {
    return this.#shows.findVersion(seat, 2 * LOOK_INTERVAL_MS)
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

  async #beginWhole(show: LiveShow): Promise<Beginning> {
    await this.#shows.read([show.id], LOOK_INTERVAL_MS)
    return { first: show.whole(), position: show.position }
  }

  /** Those who come back at once from the same moment share a reading that begins after all of them have come. */
  async #beginSince(show: LiveShow, since: Snapshot): Promise<Beginning> {
    const runs = this.#returns.get(show) ?? new SharedRuns((from) => this.#readSince(show, from))
    this.#returns.set(show, runs)
    return runs.run(since)
  }

  async #readSince(show: LiveShow, since: Snapshot): Promise<Beginning> {
    // What is learned from now on is told after the first event, which has exactly what its snapshot has seen.
    const { position } = show
    const reading = await readStates(this.#db, show.id, since)
    if (reading === null) throw badUserInput('There is no such show.')
    // What it read is told to all, so that no look takes it for news.
    show.learn(reading.rows)
    const cursor = encodeMoment({ showId: show.id, snapshot: reading.snapshot })
    return { first: { kind: reading.isWhole ? 'SNAPSHOT' : 'DELTA', cursor, seats: reading.rows }, position }
  }
}

function toMs({ isFresh }: Freshness): number {
  return isFresh ? 0 : LOOK_INTERVAL_MS
}
