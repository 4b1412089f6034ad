import { toMoney } from '../../lib/money.js'
import type { EventFollower, SharedEvents } from '../../lib/sharedEvents.js'
import { encodeMoment, isBefore, type Snapshot } from './cursor.js'
import { SeatLayout } from './seatLayout.js'
import { SeatMap } from './seatMap.js'
import { type ShowSeat, toShowSeat } from './showSeat.js'
import type { SeatState, SeatStatus, ShowSeatRow, StoredState } from './store.js'

/** What is told to those who watch a show. */
export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: readonly SeatState[]
}

/** What a process knows of a seat. */
interface KnownState extends SeatState {
  /** Null until it was read: news of a seat do not tell it. */
  readonly price: number | null
  /** When it was learned, among all that was learned of the show. */
  readonly position: number
}

/** How many seats of a show are in each state. */
export type SeatCounts = Readonly<Record<SeatStatus, number>>

/** A seat on a map takes about as much memory as so many states. */
const WEIGHT_OF_MAP = 4

/**
 * The seats of a show as this process knows them. It learns from readings of the database and from news, in any order: of each
 * seat the highest version counts. Whoever has heard of everything up to some position can be told the rest, however long that
 * was ago, and costs no more than a number.
 */
export class LiveShow implements SharedEvents<SeatMapChange> {
  readonly id: number
  readonly windowMs: number
  readonly #states = new Map<number, KnownState>()
  readonly #counts: Record<SeatStatus, number> = { AVAILABLE: 0, HELD: 0, BOOKED: 0, BLOCKED: 0 }
  readonly #followers = new Set<EventFollower>()
  /** The changes up to now that were asked for, by the position that they begin at; null for all of the map. */
  readonly #changes = new Map<number | null, SeatMapChange>()
  #position = 0
  #snapshot: Snapshot | null = null
  /** In reading order. Null until somebody wants the whole map. */
  #seats: Map<number, ShowSeat> | null = null
  #map: SeatMap | null = null
  #layout: SeatLayout | null = null

  /** Its changes are gathered for `windowMs` at least before those who follow it are told again. */
  constructor(id: number, windowMs: number) {
    this.id = id
    this.windowMs = windowMs
  }

  get position(): number {
    return this.#position
  }

  /** All that it has seen is known. Null until something was read. */
  get snapshot(): Snapshot | null {
    return this.#snapshot
  }

  get counts(): SeatCounts {
    return this.#counts
  }

  /** The version of a seat, null for one that is not known. */
  versionOf(seatId: number): number | null {
    return this.#states.get(seatId)?.version ?? null
  }

  /** The map, null while its seats are not known: see `learnSeats`. */
  get map(): SeatMap | null {
    if (this.#map === null && this.#seats !== null) {
      const seats = [...this.#seats.values()]
      this.#layout ??= new SeatLayout(seats)
      this.#map = new SeatMap({ showId: this.id, snapshot: this.#snapshot, seats, layout: this.#layout })
    }
    return this.#map
  }

  /** What it costs to be kept, in seats. */
  get weight(): number {
    return this.#states.size * (this.#seats === null ? 1 : WEIGHT_OF_MAP)
  }

  /** All seats, for who begins to watch. */
  whole(): SeatMapChange {
    return this.#tell(null)
  }

  since(position: number): SeatMapChange {
    return this.#tell(position)
  }

  follow(follower: EventFollower): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  /** Ends all following. */
  end(): void {
    for (const follower of [...this.#followers]) follower.onEnd()
  }

  /** Learns states, and tells that there is news. With a snapshot, all that it has seen is known by then. */
  learn(states: readonly (SeatState | StoredState)[], snapshot: Snapshot | null = null): void {
    const position = this.#position + 1
    for (const state of states) if (this.#learnState(state, position)) this.#position = position
    this.#snapshot = snapshot ?? this.#snapshot
    this.#map = null
    this.#changes.clear()
    if (this.#position === position) for (const follower of this.#followers) follower.onNews()
  }

  /**
   * Learns the states of all seats by a snapshot: others are not there any more, unless the reading is one that comes late. The map has
   * to be learned again.
   */
  learnAll(states: readonly StoredState[], snapshot: Snapshot): void {
    if (this.#snapshot !== null && isBefore(snapshot, this.#snapshot)) {
      this.learn(states.filter(({ seatId }) => this.#states.has(seatId)))
      return
    }
    this.#forgetOthers(states)
    this.#seats = null
    this.#layout = null
    this.learn(states, snapshot)
  }

  /** Learns all seats in reading order, by a snapshot. */
  learnSeats(rows: readonly ShowSeatRow[], snapshot: Snapshot): void {
    this.learnAll(rows, snapshot)
    // It came late, and may have other seats.
    if (this.#snapshot !== snapshot) return
    this.#seats = new Map(rows.map((row) => [row.seatId, toShowSeat(row)]))
    for (const { seatId, version, price } of rows) {
      const state = this.#states.get(seatId)!
      if (state.version > version || state.price !== price) this.#show(state)
    }
  }

  #forgetOthers(states: readonly StoredState[]): void {
    const present = new Set(states.map(({ seatId }) => seatId))
    for (const [seatId, { status }] of this.#states) {
      if (present.has(seatId)) continue
      this.#states.delete(seatId)
      this.#counts[status]--
    }
  }

  /** Whether it was news. */
  #learnState(state: SeatState | StoredState, position: number): boolean {
    const known = this.#states.get(state.seatId)
    if (known !== undefined && known.version > state.version) return false
    const isNews = known === undefined || known.version < state.version
    const price = 'price' in state ? state.price : (known?.price ?? null)
    if (!isNews && known.price === price) return false
    const { showId, seatId, status, version } = state
    const learned = { showId, seatId, status, version, price, position: isNews ? position : known.position }
    if (known !== undefined) this.#counts[known.status]--
    this.#counts[status]++
    this.#states.set(seatId, learned)
    this.#show(learned)
    return isNews
  }

  /** Puts a state on the map. One of a seat that was not there makes the map one to be learned again. */
  #show({ seatId, status, version, price }: KnownState): void {
    const seat = this.#seats?.get(seatId)
    if (seat === undefined) this.#seats = null
    if (seat === undefined || seat.version > version) return
    const shown = price === null ? seat.price : toMoney({ minor: price, currency: seat.currency })
    if (shown.amount !== seat.price.amount) this.#layout = null
    this.#seats!.set(seatId, { ...seat, status, version, price: shown })
  }

  /** The same object for the same position, until more is learned: what is made of it is made once. */
  #tell(position: number | null): SeatMapChange {
    const known = this.#changes.get(position)
    if (known !== undefined) return known
    const seats: SeatState[] = []
    for (const state of this.#states.values()) if (position === null || state.position > position) seats.push(state)
    const cursor = encodeMoment({ showId: this.id, snapshot: this.#snapshot })
    const change: SeatMapChange = { kind: position === null ? 'SNAPSHOT' : 'DELTA', cursor, seats }
    this.#changes.set(position, change)
    return change
  }
}
