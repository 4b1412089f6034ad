import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../lib/clock.js'
import { Latest } from '../../lib/latest.js'
import type { LiveRoom, Standing } from './liveRoom.js'
import type { Place } from './store.js'

/** So many are told in one go; then what else is due has its turn. */
const TOLD_AT_ONCE = 250
/** Who has long to wait is told seldom: in steps of a tenth of the time that is left. */
const STEPS = 10
const MIN_REST_MS = 1_000
const MAX_REST_MS = 30_000

interface Watcher {
  readonly room: LiveRoom
  place: Place
  readonly standings: Latest<Standing>
  /** Of the room, when it was told last. */
  revision: number
  /** When it is to be told again, in milliseconds since 1970. */
  dueAt: number
}

/**
 * All who watch their places. Where each stands is worked out from its room and the clock: it costs no statement, no timer, and the rest of
 * the time no more than to see that nothing is due.
 */
export class Watchers {
  readonly #clock: Clock
  readonly #watchers = new Set<Watcher>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How many there are. */
  get count(): number {
    return this.#watchers.size
  }

  /** Where a place stands: at once, and whenever `tell` finds it due. Ends after the first standing that is not WAITING. */
  watch(room: LiveRoom, place: Place): AsyncIterableIterator<Standing> {
    const standings = new Latest<Standing>(() => this.#watchers.delete(watcher))
    const watcher: Watcher = { room, place, standings, revision: room.revision, dueAt: 0 }
    this.#watchers.add(watcher)
    this.#tell(watcher, this.#clock.now())
    return standings
  }

  /** Tells all who are due. */
  async tell(): Promise<void> {
    let now = this.#clock.now()
    let told = 0
    for (const watcher of this.#watchers) {
      if (watcher.dueAt > now.getTime() && watcher.revision === watcher.room.revision) continue
      this.#tell(watcher, now)
      told += 1
      if (told % TOLD_AT_ONCE > 0) continue
      await nextTurn()
      now = this.#clock.now()
    }
  }

  /** Reads the places again that have got a number since they were read. */
  async renew(read: (place: Place, room: LiveRoom) => Promise<Place | null>): Promise<void> {
    const outdated = [...this.#watchers].filter(({ room, place }) => room.isOutdated(place))
    const renewed = outdated.map(async (watcher) => {
      watcher.place = (await read(watcher.place, watcher.room)) ?? watcher.place
      watcher.dueAt = 0
    })
    await Promise.all(renewed)
  }

  /** Ends all watching. */
  close(): void {
    for (const { standings } of this.#watchers) standings.end()
    this.#watchers.clear()
  }

  #tell(watcher: Watcher, now: Date): void {
    const { room, place, standings } = watcher
    const standing = room.standingOf(place, now)
    standings.push(standing)
    watcher.revision = room.revision
    watcher.dueAt = Math.min(room.changesAt(place), now.getTime() + restMs(standing))
    if (standing.status === 'WAITING') return
    standings.end()
    this.#watchers.delete(watcher)
  }
}

/** How long a watcher is left alone, not to the millisecond, so that those who were told together are spread out. */
function restMs({ estimatedSeconds }: Standing): number {
  const step = estimatedSeconds === null ? MAX_REST_MS : (estimatedSeconds * 1000) / STEPS
  return Math.min(Math.max(step, MIN_REST_MS), MAX_REST_MS) * (0.75 + Math.random() / 4)
}
