import type { EventFollower, SharedEvents } from '../../lib/sharedEvents.js'
import { encodeMoment } from './cursor.js'
import type { SeatState } from './store.js'

export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: readonly SeatState[]
}

interface Told {
  readonly state: SeatState
  readonly position: number
}

/**
 * What is told of a show's seats while somebody watches it: the newest state of each seat, and when it was told. So whoever
 * has heard everything up to some position can be told the rest, however long that was ago, and costs no more than a number.
 */
export class ShowNews implements SharedEvents<SeatMapChange> {
  readonly windowMs: number
  readonly #showId: number
  readonly #told = new Map<number, Told>()
  readonly #followers = new Set<EventFollower>()
  /** The changes up to this position that were asked for, by the position that they begin at. */
  readonly #changes = new Map<number, SeatMapChange>()
  #position = 0
  #xid: bigint | null = null

  constructor(showId: number, windowMs: number) {
    this.#showId = showId
    this.windowMs = windowMs
  }

  get position(): number {
    return this.#position
  }

  /** All that transactions below it have done was told. Null until somebody has read. */
  get xid(): bigint | null {
    return this.#xid
  }

  set xid(xid: bigint) {
    this.#xid = xid
    this.#changes.clear()
  }

  /** Tells of seats, as far as it is news. */
  tell(seats: readonly SeatState[]): void {
    const news = seats.filter((seat) => (this.#told.get(seat.seatId)?.state.version ?? -1) < seat.version)
    if (news.length === 0) return
    this.#position += 1
    this.#changes.clear()
    for (const state of news) this.#note(state)
    for (const follower of this.#followers) follower.onNews()
  }

  since(position: number): SeatMapChange {
    const known = this.#changes.get(position)
    if (known !== undefined) return known
    const cursor = encodeMoment({ showId: this.#showId, xid: this.#xid ?? 0n })
    const change: SeatMapChange = { kind: 'DELTA', cursor, seats: this.#listSince(position) }
    this.#changes.set(position, change)
    return change
  }

  /** These seats, and those of which something was told after the position, in their newest states. */
  newest(seats: readonly SeatState[], position: number): SeatState[] {
    const states = new Map<number, SeatState>()
    for (const { seatId } of seats) states.set(seatId, this.#told.get(seatId)!.state)
    for (const state of this.#listSince(position)) states.set(state.seatId, state)
    return [...states.values()]
  }

  follow(follower: EventFollower): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  end(): void {
    for (const follower of [...this.#followers]) follower.onEnd()
  }

  #note(state: SeatState): void {
    const known = this.#told.get(state.seatId)
    if (known !== undefined && known.state.version >= state.version) return
    this.#told.set(state.seatId, { state, position: this.#position })
  }

  #listSince(since: number): SeatState[] {
    const states: SeatState[] = []
    for (const { state, position } of this.#told.values()) if (position > since) states.push(state)
    return states
  }
}
