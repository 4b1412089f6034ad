import { encodeMoment, type Moment } from './cursor.js'
import type { ShowSeat } from './showSeat.js'
import type { SeatStatus } from './store.js'

/** The seats of a show in reading order, as they stood at one moment. What is derived from them is made once, when it is asked for. */
export class SeatMap {
  readonly showId: number
  readonly cursor: string
  readonly seats: readonly ShowSeat[]
  #rows: readonly SeatRow[] | null = null
  #seatCodes: string | null = null

  /** What the snapshot has seen is on it. Null for a map of the past, from which no changes lead on. */
  constructor({ showId, snapshot, seats }: Moment & { readonly seats: readonly ShowSeat[] }) {
    this.showId = showId
    this.cursor = encodeMoment({ showId, snapshot })
    this.seats = seats
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

export interface SeatRow {
  readonly label: string
  readonly seats: ShowSeat[]
}

/** The character of each status in seatCodes. */
export const SEAT_CODES: Readonly<Record<SeatStatus, string>> = {
  AVAILABLE: 'A',
  HELD: 'H',
  BOOKED: 'B',
  BLOCKED: 'X',
}

export const LEGEND = Object.entries(SEAT_CODES).map(([status, code]) => ({ code, status: status as SeatStatus }))

/** The rows of seats that come in reading order. */
function toRows(seats: readonly ShowSeat[]): SeatRow[] {
  const rows: SeatRow[] = []
  for (const seat of seats) {
    const row = rows.at(-1)
    if (row?.label === seat.row) row.seats.push(seat)
    else rows.push({ label: seat.row, seats: [seat] })
  }
  return rows
}
