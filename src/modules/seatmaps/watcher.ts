import { encodeMoment, type Snapshot } from './cursor.js'
import type { SeatState } from './store.js'

export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: SeatState[]
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
  #first: SeatMapChange['kind'] | null = null
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

  /** Gives the first event, in which what was offered before it came is merged. */
  begin(kind: SeatMapChange['kind'], seats: readonly SeatState[], snapshot: Snapshot | null): void {
    this.#first = kind
    this.#isReady = true
    this.offer(seats, snapshot)
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
    const change = {
      kind: this.#first ?? 'DELTA',
      cursor: encodeMoment({ showId: this.showId, snapshot: this.#snapshot }),
      seats: [...this.#pending.values()],
    }
    this.#first = null
    this.#pending.clear()
    return change
  }
}
