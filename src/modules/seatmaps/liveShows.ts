import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import DataLoader from 'dataloader'
import { LRUCache } from 'lru-cache'
import { Coalescer } from '../../lib/coalescer.js'
import type { Database } from '../../lib/db/index.js'
import { groupBy } from '../../lib/groupBy.js'
import type { PubSub } from '../../lib/pubsub.js'
import { type SeatsChanged, seatsTopic } from './events.js'
import { LiveShow } from './liveShow.js'
import type { SeatKey } from './seatId.js'
import { SeatMap } from './seatMap.js'
import { toShowSeat } from './showSeat.js'
import { listStates, readChanges, readMap } from './store.js'

/** A state takes about 100 bytes. */
const MAX_SEATS = 500_000
/** What no change tells, such as seats that were removed, is seen after that time. */
const CHECK_INTERVAL_MS = 60_000

export interface LiveShowsOptions {
  readonly db: Database
  readonly pubsub: PubSub
  /** For how many milliseconds at least the changes of a show are gathered before its watchers are told again. */
  readonly windowMs: number
}

/** A show that is kept, and when it was read: its changes, and all of it, by performance.now(). */
interface Kept {
  readonly show: LiveShow
  watchers: number
  readonly stop: () => void
  readAt: number
  checkedAt: number
}

/**
 * The shows that were asked for lately, as this process knows them: read once, kept right by what the bus tells, and looked at again in
 * Postgres for whoever wants them fresher than they are.
 */
export class LiveShows {
  readonly #db: Database
  readonly #pubsub: PubSub
  readonly #windowMs: number
  readonly #watched = new Map<number, Kept>()
  readonly #recent = new LRUCache<number, Kept>({
    maxSize: MAX_SEATS,
    sizeCalculation: ({ show }) => show.weight + 1,
    noDisposeOnSet: true,
    dispose: (kept, id) => {
      if (!this.#watched.has(id)) kept.stop()
    },
  })
  readonly #opening: DataLoader<number, Kept | null>
  readonly #mapping = new DataLoader<LiveShow, SeatMap | null>((shows) =>
    Promise.all(shows.map((show) => this.#map(show))),
  )
  readonly #looks: Coalescer<Kept>

  constructor({ db, pubsub, windowMs }: LiveShowsOptions) {
    this.#db = db
    this.#pubsub = pubsub
    this.#windowMs = windowMs
    this.#opening = new DataLoader((ids) => this.#open(ids))
    this.#looks = new Coalescer((shows) => this.#lookAt(shows))
  }

  /** The shows as they are, or were at most `withinMs` ago. Null for each that does not exist. */
  async read(ids: readonly number[], withinMs: number): Promise<(LiveShow | null)[]> {
    const oldest = performance.now() - withinMs
    const shows = await Promise.all(ids.map((id) => this.#get(id)))
    const stale = shows.filter((kept): kept is Kept => kept !== null && kept.readAt < oldest)
    if (stale.length > 0) await this.#looks.ask(stale)
    return shows.map((kept) => kept?.show ?? null)
  }

  /** The map of a show in the same way. Null also for a show without seats. */
  async readMap(id: number, withinMs: number): Promise<SeatMap | null> {
    const [show] = await this.read([id], withinMs)
    if (!show) return null
    if (show.map !== null) return show.map
    const map = await this.#mapping.load(show).finally(() => this.#mapping.clear(show))
    // It took long to learn: others come before those who have it drawn now.
    await turn()
    return map
  }

  /** Counts a watcher of a show, which is kept and looked at for as long as there is one. Null if the show does not exist. */
  async watch(id: number): Promise<LiveShow | null> {
    const kept = await this.#get(id)
    if (kept === null) return null
    if (kept !== this.#find(id)) return this.watch(id)
    this.#watched.set(id, kept)
    kept.watchers += 1
    return kept.show
  }

  /** One watcher less. */
  unwatch(id: number): void {
    const kept = this.#watched.get(id)!
    kept.watchers -= 1
    if (kept.watchers > 0) return
    this.#recent.set(id, kept)
    this.#watched.delete(id)
  }

  /** The version of a seat, where its show is watched and was looked at at most `withinMs` ago; null elsewhere. */
  findVersion({ showId, seatId }: SeatKey, withinMs: number): number | null {
    const kept = this.#watched.get(showId)
    return kept !== undefined && kept.readAt >= performance.now() - withinMs ? kept.show.versionOf(seatId) : null
  }

  countWatchers(id: number): number {
    return this.#watched.get(id)?.watchers ?? 0
  }

  /** Looks for changes of all shows that are watched. */
  async lookAtWatched(): Promise<void> {
    if (this.#watched.size > 0) await this.#looks.ask(this.#watched.values())
  }

  /** Ends all watching. */
  close(): void {
    for (const { show } of [...this.#watched.values()]) show.end()
    this.#recent.clear()
  }

  async #get(id: number): Promise<Kept | null> {
    return this.#find(id) ?? this.#opening.load(id).finally(() => this.#opening.clear(id))
  }

  #find(id: number): Kept | undefined {
    return this.#watched.get(id) ?? this.#recent.get(id)
  }

  /** It listens before it reads, so that nothing is lost in between. */
  async #open(ids: readonly number[]): Promise<(Kept | null)[]> {
    const opened = ids.map((id) => this.#listen(id))
    try {
      const readings = await listStates(this.#db, ids)
      return opened.map((kept) => {
        const reading = readings.get(kept.show.id)
        if (reading === undefined) {
          kept.stop()
          return null
        }
        kept.show.learnAll(reading.rows, reading.snapshot)
        this.#recent.set(kept.show.id, kept)
        return kept
      })
    } catch (error) {
      for (const { stop } of opened) stop()
      throw error
    }
  }

  #listen(id: number): Kept {
    const show = new LiveShow(id, this.#windowMs)
    const stop = this.#pubsub.subscribe(seatsTopic(id), (message) => show.learn((message as SeatsChanged).seats))
    const now = performance.now()
    return { show, stop, watchers: 0, readAt: now, checkedAt: now }
  }

  async #lookAt(shows: ReadonlySet<Kept>): Promise<void> {
    const now = performance.now()
    const due = [...shows].filter(({ checkedAt }) => checkedAt < now - CHECK_INTERVAL_MS)
    const others = [...shows].filter((kept) => !due.includes(kept))
    await Promise.all([this.#check(due, now), this.#findChanges(others, now)])
  }

  async #check(shows: readonly Kept[], now: number): Promise<void> {
    if (shows.length === 0) return
    const readings = await listStates(
      this.#db,
      shows.map(({ show }) => show.id),
    )
    for (const kept of shows) {
      const reading = readings.get(kept.show.id)
      if (reading !== undefined) kept.show.learnAll(reading.rows, reading.snapshot)
      kept.readAt = now
      kept.checkedAt = now
    }
  }

  async #findChanges(shows: readonly Kept[], now: number): Promise<void> {
    if (shows.length === 0) return
    const known = new Map(shows.map(({ show }) => [show.id, show.snapshot!]))
    const { rows, snapshot } = await readChanges(this.#db, known)
    const changed = groupBy(rows, ({ showId }) => showId)
    for (const kept of shows) {
      kept.show.learn(changed.get(kept.show.id) ?? [], snapshot)
      kept.readAt = now
    }
  }

  async #map(show: LiveShow): Promise<SeatMap | null> {
    const { id } = show
    const reading = await readMap(this.#db, id)
    if (reading === null) return null
    show.learnSeats(reading.rows, reading.snapshot)
    const kept = this.#recent.get(id)
    // It weighs more now.
    if (kept !== undefined) this.#recent.set(id, kept)
    return show.map ?? new SeatMap({ showId: id, snapshot: reading.snapshot, seats: reading.rows.map(toShowSeat) })
  }
}
