import { toMoney } from '../../lib/money.js'
import { isBefore, type Snapshot } from './cursor.js'
import { SeatLayout } from './seatLayout.js'
import { SeatMap } from './seatMap.js'
import { type ShowSeat, toShowSeat } from './showSeat.js'
import type { SeatState, SeatStatus, ShowSeatRow, StoredState } from './store.js'
import type { Watcher } from './watcher.js'

/** What a process knows of a seat. The price is null until it was read: news of a seat do not tell it. */
type KnownState = SeatState & { readonly price: number | null }

/** How many seats of a show are in each state. */
export type SeatCounts = Readonly<Record<SeatStatus, number>>

/**
 * The seats of a show as this process knows them. It learns from readings of the database and from news, in any order: of each
 * seat the highest version counts. Whoever watches is told what it learns.
 */
export class LiveShow {
  readonly id: number
  readonly watchers = new Set<Watcher>()
  readonly #states = new Map<number, KnownState>()
  readonly #counts: Record<SeatStatus, number> = { AVAILABLE: 0, HELD: 0, BOOKED: 0, BLOCKED: 0 }
  #snapshot: Snapshot | null = null
  /** In reading order. Null until somebody wants the whole map. */
  #seats: Map<number, ShowSeat> | null = null
  #map: SeatMap | null = null
  #layout: SeatLayout | null = null

  constructor(id: number) {
    this.id = id
  }

  /** All that it has seen is known. Null until something was read. */
  get snapshot(): Snapshot | null {
    return this.#snapshot
  }

  get counts(): SeatCounts {
    return this.#counts
  }

  get states(): Iterable<SeatState> {
    return this.#states.values()
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

  /** Learns states, and tells what is new. With a snapshot, all that it has seen is known by then. */
  learn(states: readonly (SeatState | StoredState)[], snapshot: Snapshot | null = null): void {
    const news = states.filter((state) => this.#learnState(state))
    this.#snapshot = snapshot ?? this.#snapshot
    this.#map = null
    for (const watcher of this.watchers) watcher.offer(news, snapshot)
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
    for (const state of this.#states.values()) this.#show(state)
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
  #learnState(state: SeatState | StoredState): boolean {
    const known = this.#states.get(state.seatId)
    if (known !== undefined && known.version > state.version) return false
    const isNews = known === undefined || known.version < state.version
    const price = 'price' in state ? state.price : (known?.price ?? null)
    if (!isNews && known.price === price) return false
    const { showId, seatId, status, version } = state
    const learned = { showId, seatId, status, version, price }
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
}

/** A seat on a map takes about as much memory as so many states. */
const WEIGHT_OF_MAP = 4
