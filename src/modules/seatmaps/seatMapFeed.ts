import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { groupBy } from '../../lib/groupBy.js'
import type { Logger } from '../../lib/logger.js'
import type { PubSub } from '../../lib/pubsub.js'
import { SharedSource } from '../../lib/sharedEvents.js'
import { SharedRuns } from '../../lib/sharedRuns.js'
import { encodeMoment } from './cursor.js'
import { type SeatsChanged, seatsTopic } from './events.js'
import { type SeatMapChange, ShowNews } from './showNews.js'
import { readChanges, readStates, type SeatState } from './store.js'

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
  /** How much of the news the first event has. */
  readonly position: number
}

/** A show that somebody watches. */
interface WatchedShow {
  readonly news: ShowNews
  /** By the moment since when, null for all of the map. */
  readonly beginnings: SharedRuns<bigint | null, Beginning>
  readonly stop: () => void
  watchers: number
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
  async watch(showId: number, since: bigint | null): Promise<SharedSource<SeatMapChange>> {
    const show = this.#open(showId)
    const onEnd = () => this.#leave(showId, show)
    try {
      // All of it comes first: otherwise somebody's later reading of all would be news to everyone.
      const whole = show.news.xid === null ? await show.beginnings.run(null) : null
      const beginning = since === null && whole !== null ? whole : await show.beginnings.run(since)
      return new SharedSource({ ...beginning, events: show.news, onEnd })
    } catch (error) {
      onEnd()
      throw error
    }
  }

  /** Ends all watching. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    for (const { news } of [...this.#shows.values()]) news.end()
    await this.#look
  }

  #open(showId: number): WatchedShow {
    const show = this.#shows.get(showId) ?? this.#listen(showId)
    show.watchers += 1
    return show
  }

  #listen(showId: number): WatchedShow {
    const { pubsub, windowMs } = this.#options
    const news = new ShowNews(showId, windowMs)
    const show: WatchedShow = {
      news,
      beginnings: new SharedRuns((since) => this.#begin(showId, news, since)),
      stop: pubsub.subscribe(seatsTopic(showId), (message) => news.tell((message as SeatsChanged).seats)),
      watchers: 0,
    }
    this.#shows.set(showId, show)
    return show
  }

  #leave(showId: number, show: WatchedShow): void {
    show.watchers -= 1
    if (show.watchers > 0) return
    this.#shows.delete(showId)
    show.stop()
  }

  /** Reads where watchers begin that listen already. */
  async #begin(showId: number, news: ShowNews, since: bigint | null): Promise<Beginning> {
    const before = news.position
    const reading = await readStates(this.#options.db, showId, since ?? 0n)
    if (reading === null) throw badUserInput('There is no such show.')
    // The oldest reading of those who came at once: the next look has to find what any of them lacks.
    if (news.xid === null || reading.xid < news.xid) news.xid = reading.xid
    // What it read is told to all, so that no look takes it for news.
    news.tell(reading.rows)
    const first: SeatMapChange = {
      kind: reading.isWhole ? 'SNAPSHOT' : 'DELTA',
      cursor: encodeMoment({ showId, xid: reading.xid }),
      seats: news.newest(reading.rows, before),
    }
    return { first, position: news.position }
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
    const watched = [...this.#shows].filter(([, { news }]) => news.xid !== null)
    if (watched.length === 0) return
    const moments = new Map(watched.map(([showId, { news }]) => [showId, news.xid!]))
    const { xid, rows } = await readChanges(this.#options.db, moments)
    const changed = groupBy(rows, ({ showId }) => showId)
    for (const [showId, { news }] of watched) {
      news.tell(changed.get(showId) ?? [])
      news.xid = xid
    }
  }
}
