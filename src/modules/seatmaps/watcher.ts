import { encodeMoment, type Snapshot } from './cursor.js'
import type { SeatState } from './store.js'

export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: readonly SeatState[]
}

/**
 * One who watches the seats of a show: an async iterator of changes. What it has not fetched yet is kept as the newest state of
 * each seat, so that a slow reader costs no more than one map. Written by hand, as an async generator that waits for its next
 * value cannot be ended from outside.
 */
export class Watcher implements AsyncIterableIterator<SeatMapChange> {
  readonly showId: number
  readonly #onEnd: (watcher: Watcher) => void
  readonly #pending = new Map<number, SeatState>()
  #first: SeatMapChange | null = null
  /** Until the first event is ready, nothing is given out. */
  #isReady = false
  #isEnded = false
  #snapshot: Snapshot | null = null
  #failure: unknown = null
  #wake: (() => void) | null = null

  constructor(showId: number, onEnd: (watcher: Watcher) => void) {
    this.showId = showId
    this.#onEnd = onEnd
  }

  /**
   * Gives the first event. What was offered before it came, and is newer or of other seats, comes with the next one: the first tells
   * exactly what its snapshot has seen.
   */
  begin(kind: SeatMapChange['kind'], seats: readonly SeatState[], snapshot: Snapshot | null): void {
    for (const { seatId, version } of seats) {
      if ((this.#pending.get(seatId)?.version ?? version) <= version) this.#pending.delete(seatId)
    }
    this.#snapshot = snapshot
    this.#first = { kind, cursor: this.#cursor(), seats }
    this.#isReady = true
    this.#wake?.()
  }

  /** Tells of seats that have changed. With a snapshot, all that it has seen has been offered. */
  offer(seats: readonly SeatState[], snapshot: Snapshot | null): void {
    this.#snapshot = snapshot ?? this.#snapshot
    for (const seat of seats) {
      const known = this.#pending.get(seat.seatId)
      if (known === undefined || known.version < seat.version) this.#pending.set(seat.seatId, seat)
    }
    if (seats.length > 0) this.#wake?.()
  }

  /** Ends the iteration, with an error if one is given. */
  end(failure: unknown = null): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#failure = failure
    this.#onEnd(this)
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<SeatMapChange>> {
    while (!this.#isEnded && !this.#hasChange()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    if (this.#failure !== null) {
      const failure = this.#failure
      this.#failure = null
      throw failure
    }
    return this.#isEnded ? { done: true, value: undefined } : { done: false, value: this.#take() }
  }

  async return(): Promise<IteratorResult<SeatMapChange>> {
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #hasChange(): boolean {
    return this.#isReady && (this.#first !== null || this.#pending.size > 0)
  }

  #take(): SeatMapChange {
    const first = this.#first
    this.#first = null
    if (first !== null) return first
    const seats = [...this.#pending.values()]
    this.#pending.clear()
    return { kind: 'DELTA', cursor: this.#cursor(), seats }
  }

  #cursor(): string {
    return encodeMoment({ showId: this.showId, snapshot: this.#snapshot })
  }
}
