import { encodeMoment, type Moment } from './cursor.js'
import { SeatLayout, type SeatRow, toRows } from './seatLayout.js'
import type { ShowSeat } from './showSeat.js'
import type { SeatStatus } from './store.js'

export interface SeatMapOptions extends Moment {
  readonly seats: readonly ShowSeat[]
  /** Of the same seats, where it is known already. */
  readonly layout?: SeatLayout
}

/** The seats of a show in reading order, as they stood at one moment. What is derived from them is made once, when it is asked for. */
export class SeatMap {
  readonly showId: number
  readonly cursor: string
  readonly seats: readonly ShowSeat[]
  readonly layout: SeatLayout
  #rows: readonly SeatRow[] | null = null
  #seatCodes: string | null = null

  /** What the snapshot has seen is on it. Null for a map of the past, from which no changes lead on. */
  constructor({ showId, snapshot, seats, layout = new SeatLayout(seats) }: SeatMapOptions) {
    this.showId = showId
    this.cursor = encodeMoment({ showId, snapshot })
    this.seats = seats
    this.layout = layout
  }

  get layoutVersion(): string {
    return this.layout.version
  }

  get rows(): readonly SeatRow[] {
    this.#rows ??= toRows(this.seats)
    return this.#rows
  }

  /** One character a seat, in reading order. */
  get seatCodes(): string {
    this.#seatCodes ??= this.seats.map(({ status }) => SEAT_CODES[status]).join('')
    return this.#seatCodes
  }
}

/** The character of each status in seatCodes. */
export const SEAT_CODES: Readonly<Record<SeatStatus, string>> = {
  AVAILABLE: 'A',
  HELD: 'H',
  BOOKED: 'B',
  BLOCKED: 'X',
}

export const LEGEND = Object.entries(SEAT_CODES).map(([status, code]) => ({ code, status: status as SeatStatus }))
