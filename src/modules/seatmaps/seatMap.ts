import type { SeatStatus, ShowSeat } from './store.js'

/** The seats of a show, in reading order, and the cursor of the moment when they were read. */
export interface SeatMap {
  readonly cursor: string
  readonly seats: readonly ShowSeat[]
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
export function toRows(seats: readonly ShowSeat[]): SeatRow[] {
  const rows: SeatRow[] = []
  for (const seat of seats) {
    const row = rows.at(-1)
    if (row?.label === seat.row) row.seats.push(seat)
    else rows.push({ label: seat.row, seats: [seat] })
  }
  return rows
}

/** One character a seat, in reading order. */
export function toSeatCodes(seats: readonly ShowSeat[]): string {
  return seats.map(({ status }) => SEAT_CODES[status]).join('')
}
