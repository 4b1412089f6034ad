/** A seat's state in one number: its version, then its status. */
export type PackedState = number

export const STATUSES = ['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED'] as const
const AVAILABLE = 0
const BOOKED = 2
const BLOCKED = 3
/** Somebody else has it, as a refusal says; the map does not know yet. */
const REFUSED = 4
/** A refusal that no event has followed by then was that of a hold that came to nothing. */
const REFUSED_MS = 1_000
const STATUS_BITS = 3
const STATUS_MASK = 7

export function packState(version: number, status: (typeof STATUSES)[number]): PackedState {
  return (version << STATUS_BITS) | STATUSES.indexOf(status)
}

export function versionOf(state: PackedState): number {
  return state >> STATUS_BITS
}

/** What one buyer knows of the seats, kept small, as there are thousands of these. */
export class LiveMap {
  readonly #states: Int32Array
  #free = 0
  #unsold: number
  #wake: (() => void) | null = null

  constructor(seats: number) {
    this.#states = new Int32Array(seats).fill(packState(-1, 'HELD'))
    this.#unsold = seats
  }

  /** How many seats it takes for free. */
  get free(): number {
    return this.#free
  }

  get isSoldOut(): boolean {
    return this.#unsold === 0
  }

  version(seat: number): number {
    return versionOf(this.#states[seat]!)
  }

  /** Takes a state, unless it is no news. */
  learn(seat: number, state: PackedState): boolean {
    if (versionOf(state) <= this.version(seat)) return false
    this.#set(seat, state)
    return true
  }

  /** Notes that a seat was refused: whatever comes later by an event counts more. */
  refuse(seat: number): void {
    const state = this.#states[seat]!
    if ((state & STATUS_MASK) === AVAILABLE) this.#set(seat, state | REFUSED)
  }

  /** Waits until a seat is free, or all are sold, or `leave` is called. Who waits for long takes refused seats for free again. */
  async news(): Promise<void> {
    const news = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    const timer = setTimeout(() => this.#forgetRefusals(), REFUSED_MS)
    await news
    clearTimeout(timer)
  }

  /** Lets who waits for news go. */
  leave(): void {
    this.#wake?.()
    this.#wake = null
  }

  /** The first free seats from some seat on, as many as there are. */
  pick(from: number, wanted: number): number[] {
    const picked: number[] = []
    for (let step = 0; step < this.#states.length && picked.length < wanted; step++) {
      const seat = (from + step) % this.#states.length
      if ((this.#states[seat]! & STATUS_MASK) === AVAILABLE) picked.push(seat)
    }
    return picked
  }

  #set(seat: number, state: PackedState): void {
    const before = this.#states[seat]! & STATUS_MASK
    const after = state & STATUS_MASK
    this.#states[seat] = state
    this.#free += Number(after === AVAILABLE) - Number(before === AVAILABLE)
    this.#unsold += Number(isGone(before)) - Number(isGone(after))
    if (this.#wake !== null && (this.#free > 0 || this.#unsold === 0)) this.leave()
  }

  #forgetRefusals(): void {
    for (const [seat, state] of this.#states.entries()) {
      if ((state & STATUS_MASK) === REFUSED) this.#set(seat, state & ~STATUS_MASK)
    }
  }
}

function isGone(status: number): boolean {
  return status === BOOKED || status === BLOCKED
}
