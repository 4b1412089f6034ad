import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { groupBy } from '../../lib/groupBy.js'
import type { Logger } from '../../lib/logger.js'
import type { PubSub } from '../../lib/pubsub.js'
import { type SeatsChanged, seatsTopic } from './events.js'
import { readChanges, readStates, type SeatState } from './store.js'
import { Watcher } from './watcher.js'

export interface SeatMapFeedOptions {
  readonly db: Database
  readonly pubsub: PubSub
  readonly log: Logger
}

/** A show that somebody watches. */
interface WatchedShow {
  readonly watchers: Set<Watcher>
  /** The newest version told of each seat. */
  readonly told: Map<number, number>
  /** All that transactions below it have done was told. Null until somebody has read. */
  xid: bigint | null
  readonly stop: () => void
}

const LOOK_INTERVAL_MS = 1_000

/**
 * Tells watchers how the seats of a show change. What is published arrives at once, but may be lost; so each second it looks
 * into Postgres for changes that nobody told, and no map stays wrong for longer than that.
 */
export class SeatMapFeed {
  readonly #options: SeatMapFeedOptions
  readonly #shows = new Map<number, WatchedShow>()
  readonly #timer: NodeJS.Timeout
  #look: Promise<void> | null = null

  constructor(options: SeatMapFeedOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.#lookSoon(), LOOK_INTERVAL_MS)
  }

  /** Tells all watchers, on every process, what a committed transaction has changed. Never waits, never fails. */
  publish(seats: readonly SeatState[]): void {
    for (const [showId, changed] of groupBy(seats, (seat) => seat.showId)) {
      this.#options.pubsub.publish(seatsTopic(showId), { seats: changed } satisfies SeatsChanged)
    }
  }

  /**
   * Watches the seats of a show: first all of them, or what has changed since the moment `since`, then each change.
   * It listens before it reads, so that nothing is lost in between.
   *
   * @throws BAD_USER_INPUT when there is no such show.
   */
  async watch(showId: number, since: bigint | null): Promise<Watcher> {
    const watcher = new Watcher(showId, (ended) => this.#remove(ended))
    const show = this.#add(watcher)
    try {
      const reading = await readStates(this.#options.db, showId, since ?? 0n)
      if (reading === null) throw badUserInput('There is no such show.')
      // The oldest reading of those who came at once: the next look has to find what any of them lacks.
      if (show.xid === null || reading.xid < show.xid) show.xid = reading.xid
      // What it read is told to all, so that no look takes it for news.
      tell(show, reading.rows)
      watcher.begin(reading.isWhole ? 'SNAPSHOT' : 'DELTA', reading.rows, reading.xid)
      return watcher
    } catch (error) {
      watcher.end()
      throw error
    }
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    for (const { watchers } of [...this.#shows.values()]) for (const watcher of [...watchers]) watcher.end()
    await this.#look
  }

  #add(watcher: Watcher): WatchedShow {
    let show = this.#shows.get(watcher.showId)
    if (show === undefined) {
      const opened: WatchedShow = {
        watchers: new Set(),
        told: new Map(),
        xid: null,
        stop: this.#options.pubsub.subscribe(seatsTopic(watcher.showId), (message) => {
          tell(opened, (message as SeatsChanged).seats)
        }),
      }
      this.#shows.set(watcher.showId, opened)
      show = opened
    }
    show.watchers.add(watcher)
    return show
  }

  #remove(watcher: Watcher): void {
    const show = this.#shows.get(watcher.showId)
    if (!show?.watchers.delete(watcher) || show.watchers.size > 0) return
    this.#shows.delete(watcher.showId)
    show.stop()
  }

  #lookSoon(): void {
    this.#look ??= this.#lookForChanges()
      .catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'could not look for changes of watched seat maps'),
      )
      .finally(() => {
        this.#look = null
      })
  }

  async #lookForChanges(): Promise<void> {
    const moments = new Map<number, bigint>()
    for (const [showId, { xid }] of this.#shows) if (xid !== null) moments.set(showId, xid)
    if (moments.size === 0) return
    const { xid, rows } = await readChanges(this.#options.db, moments)
    const changed = groupBy(rows, ({ showId }) => showId)
    for (const showId of moments.keys()) {
      const show = this.#shows.get(showId)
      if (show === undefined) continue
      tell(show, changed.get(showId) ?? [], xid)
      show.xid = xid
    }
  }
}

/** Offers what is news to the watchers of a show; with `xid` all that happened before it has been told now. */
function tell({ told, watchers }: WatchedShow, seats: readonly SeatState[], xid = 0n): void {
  const news = seats.filter(({ seatId, version }) => (told.get(seatId) ?? -1) < version)
  for (const { seatId, version } of news) told.set(seatId, version)
  for (const watcher of watchers) watcher.offer(news, xid)
}
