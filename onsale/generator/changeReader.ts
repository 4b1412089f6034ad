import { type PackedState, packState, type STATUSES } from './liveMap.js'

/** What a message of seatMapChanged tells. */
export interface Change {
  readonly cursor: string
  /** A seat, its state, the next seat, its state, and so on. */
  readonly states: readonly (number | PackedState)[]
}

interface Next {
  readonly payload: {
    readonly data?: {
      readonly seatMapChanged: {
        readonly cursor: string
        readonly seats: readonly { seatId: string; status: (typeof STATUSES)[number]; version: number }[]
      }
    }
  }
}

const MOST_KEPT = 2_000

/** Reads messages. Thousands of sockets get the same bytes, which are parsed once. */
export class ChangeReader {
  readonly #seats: ReadonlyMap<string, number>
  readonly #known = new Map<string, Change>()

  constructor(seatIds: readonly string[]) {
    this.#seats = new Map(seatIds.map((id, index) => [id, index]))
  }

  /** What a message tells, null if it is none about seats. */
  read(message: string): Change | null {
    const known = this.#known.get(message)
    if (known !== undefined) return known
    const { type, payload } = JSON.parse(message)
    if (type !== 'next' || !payload.data) return null
    const { cursor, seats } = (payload as Next['payload']).data!.seatMapChanged
    const states = seats.flatMap(({ seatId, status, version }) => [
      this.#seats.get(seatId)!,
      packState(version, status),
    ])
    if (this.#known.size === MOST_KEPT) this.#known.clear()
    this.#known.set(message, { cursor, states })
    return { cursor, states }
  }
}
