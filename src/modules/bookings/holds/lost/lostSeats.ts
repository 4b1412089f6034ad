import { LRUCache } from 'lru-cache'
import type { Clock } from '../../../../lib/clock.js'
import type { PubSub } from '../../../../lib/pubsub.js'
import { type SeatMapFeed, type SeatState, type SeatsChanged, seatsTopic } from '../../../seatmaps/index.js'
import type { StandingSeat } from '../../seatStore.js'
import type { SharedLostSeats } from './sharedLostSeats.js'

/** How long a show is listened to after seats of it were last refused. */
const CONTESTED_MS = 10_000
const MAX_CONTESTED = 1_000

/** A seat as it was seen at some time. */
export interface SeenSeat extends SeatState {
  /** In milliseconds since 1970. */
  readonly at: number
}

/** A seat as this process has seen it. */
interface KnownSeat extends SeenSeat {
  /** It is taken until then, in milliseconds since 1970, unless it changes; 0 where that is not known. */
  readonly until: number
}

/** Seats that somebody may want. */
export interface WantedSeats {
  readonly showId: number
  readonly seatIds: readonly number[]
}

export interface LostSeatsOptions {
  readonly pubsub: PubSub
  readonly seatMaps: SeatMapFeed
  readonly clock: Clock
  /** What the other processes have seen, null for a process that is alone. */
  readonly shared: SharedLostSeats | null
  /** For how many milliseconds a seat that was seen taken counts as taken, by itself; 0 for not at all. */
  readonly trustMs: number
}

interface ContestedShow {
  readonly seats: Map<number, KnownSeat>
  readonly stop: () => void
}

/**
 * The seats that were seen taken a moment ago, or are known not to have changed since, so that those who want them as well can be told
 * without Postgres. It begins with a refusal of Postgres: from then on the show is listened to and looked at for a while. That a seat is
 * free, it never knows.
 */
export class LostSeats {
  readonly #options: LostSeatsOptions
  readonly #shows = new LRUCache<number, ContestedShow>({
    max: MAX_CONTESTED,
    ttl: CONTESTED_MS,
    ttlAutopurge: true,
    dispose: ({ stop }) => stop(),
  })

  constructor(options: LostSeatsOptions) {
    this.#options = options
  }

  /** Those of the seats that are taken, or were a moment ago. */
  find({ showId, seatIds }: WantedSeats): SeatState[] {
    const show = this.#shows.get(showId)
    if (show === undefined) return []
    const now = this.#options.clock.now().getTime()
    const known = seatIds.map((seatId) => show.seats.get(seatId))
    const lost = known.filter((seat): seat is KnownSeat => seat !== undefined && this.#isTaken(seat, now))
    // While it goes on, there is no need to ask Postgres from time to time.
    if (lost.length > 0 && this.#shows.getRemainingTTL(showId) < CONTESTED_MS / 2) this.#shows.set(showId, show)
    return lost
  }

  /** Learns what other processes have seen of seats that are contested here. Soon, and without an error where they are not reached. */
  async ask(wanted: readonly WantedSeats[]): Promise<void> {
    const { shared, clock } = this.#options
    const contested = wanted.filter(({ showId }) => this.#shows.has(showId))
    if (shared === null || contested.length === 0) return
    const seen = await shared.find(contested, clock.now())
    for (const seat of seen) this.#learn(seat)
  }

  /** Takes note of seats that Postgres had at that time, as a hold was refused for them. */
  note(seats: readonly StandingSeat[], at: Date): void {
    if (this.#options.trustMs === 0) return
    for (const { showId } of seats) this.#contest(showId)
    const seen = seats.filter(({ isAllocated }) => isAllocated !== true).map((seat) => ({ ...seat, at: at.getTime() }))
    for (const seat of seen) this.#learn(seat, seat.heldUntil?.getTime())
    this.#options.shared?.note(seen)
  }

  /** Tells other processes of seats that are taken from now on, where they are contested. */
  tell(seats: readonly SeatState[]): void {
    const { shared, clock } = this.#options
    const contested = seats.filter(({ showId }) => this.#shows.has(showId))
    if (shared === null || contested.length === 0) return
    const at = clock.now().getTime()
    shared.note(contested.map((seat) => ({ ...seat, at })))
  }

  close(): void {
    this.#shows.clear()
  }

  #isTaken(seat: KnownSeat, now: number): boolean {
    if (seat.status === 'AVAILABLE') return false
    const version = this.#options.seatMaps.findVersion(seat)
    // News may have been long on their way.
    if (version !== null && version > seat.version) return false
    return seat.at > now - this.#options.trustMs || (seat.until > now && version === seat.version)
  }

  #contest(showId: number): void {
    const known = this.#shows.get(showId)
    this.#shows.set(showId, known ?? { seats: new Map(), stop: this.#follow(showId) })
  }

  #follow(showId: number): () => void {
    const { pubsub, seatMaps, clock } = this.#options
    const stopLooking = seatMaps.lookAt(showId)
    const stopListening = pubsub.subscribe(seatsTopic(showId), (message) => {
      const at = clock.now().getTime()
      for (const seat of (message as SeatsChanged).seats) this.#learn({ ...seat, at })
    })
    return () => {
      stopLooking()
      stopListening()
    }
  }

  #learn(seat: SeenSeat, heldUntil = 0): void {
    const seats = this.#shows.get(seat.showId)?.seats
    const known = seats?.get(seat.seatId)
    if (known !== undefined && known.version > seat.version) return
    // For whom it is allocated, Postgres knows.
    if (seat.isAllocated === true) {
      seats?.delete(seat.seatId)
      return
    }
    const until = seat.status === 'HELD' ? heldUntil : Number.POSITIVE_INFINITY
    // What says the same may come by several ways.
    const before = known?.version === seat.version ? known : null
    const at = Math.max(seat.at, before?.at ?? 0)
    seats?.set(seat.seatId, { ...seat, at, until: Math.max(until, before?.until ?? 0) })
  }
}
