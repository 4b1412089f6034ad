import { createHash } from 'node:crypto'
import type { ShowSeat } from './showSeat.js'

export interface SeatRow {
  readonly label: string
  readonly seats: ShowSeat[]
}

/** What of a seat map stays while seats are sold, made when it is asked for: seats in reading order, of which the states do not count. */
export class SeatLayout {
  readonly #seats: readonly ShowSeat[]
  #rows: readonly SeatRow[] | null = null
  #version: string | null = null

  constructor(seats: readonly ShowSeat[]) {
    this.#seats = seats
  }

  get rows(): readonly SeatRow[] {
    this.#rows ??= toRows(this.#seats)
    return this.#rows
  }

  /** A hash of all that the schema shows of it. */
  get version(): string {
    this.#version ??= hash(
      this.#seats.map(({ id, label, row, type, isAccessible, x, y, price }) => {
        return [id, label, row, type, isAccessible, x, y, price.amount, price.currency]
      }),
    )
    return this.#version
  }
}

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

function hash(places: unknown): string {
  return createHash('sha256').update(JSON.stringify(places)).digest('base64url').slice(0, 16)
}
