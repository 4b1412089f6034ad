import { Latencies } from '../latencies.js'
import type { SeatChange } from './protocol.js'

const NEVER = -1

/** When each watcher knew of each change, in milliseconds from the opening. */
export class Receipts {
  readonly #seats: number
  readonly #watchers: number
  readonly #times = new Map<number, Int32Array>()

  constructor(seats: number, watchers: number) {
    this.#seats = seats
    this.#watchers = watchers
  }

  /** Of changes of one seat that came as one, the watcher knew all from then on. */
  note(watcher: number, { seat, from, to }: { seat: number; from: number; to: number }, atMs: number): void {
    for (let version = from + 1; version <= to; version++) this.#of(seat, version)[watcher] = atMs
  }

  /** How long each change took to each watcher, and how often it never came. */
  measure(changes: readonly SeatChange[], openedAt: number): { latencies: Latencies; missed: number } {
    const latencies = new Latencies()
    let missed = 0
    for (const { seat, version, at } of changes) {
      const changedAtMs = at - openedAt
      for (const atMs of this.#of(seat, version)) {
        if (atMs === NEVER) missed++
        else latencies.add(atMs, atMs - changedAtMs)
      }
    }
    return { latencies, missed }
  }

  #of(seat: number, version: number): Int32Array {
    const key = version * this.#seats + seat
    let times = this.#times.get(key)
    if (times === undefined) {
      times = new Int32Array(this.#watchers).fill(NEVER)
      this.#times.set(key, times)
    }
    return times
  }
}
